import type { LinkSettings } from '../model/settings.js';
import type { CheckContext } from './context.js';
import { openSession } from './session.js';
import { openApi } from './sites/api-client.js';
import { jsonOf } from './sites/site.js';

/** What GitHub's API says of the token, or of requests without one. */
export type GitHubAccess =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** Of a classic token; null for other tokens, which have permissions instead. */
      readonly scopes: readonly string[] | null;
      /** Requests that are left in this hour; null where the answer does not say. */
      readonly remaining: number | null;
    }
  | { readonly kind: 'failed'; readonly why: string };

/** Requests the rate limit of GitHub's API, which counts against none. Sends the token to its own origin alone. */
export async function githubAccess(settings: LinkSettings, world: CheckContext): Promise<GitHubAccess> {
  const session = await openSession(settings, world, null);
  try {
    const api = openApi(session);
    const url = `${api.services.github.rest}/rate_limit`;
    const reply = await api.ask({ url, accept: 'application/vnd.github+json', token: 'github', retries: 0 });
    if (reply.kind === 'failure') return { kind: 'failed', why: reply.detail };
    const scopes = reply.headers['x-oauth-scopes'];
    const json = jsonOf(reply) as { rate?: { remaining?: unknown } } | null;
    const remaining = json?.rate?.remaining;
    return {
      kind: 'answered',
      status: reply.status,
      scopes: typeof scopes === 'string' ? scopes.split(',').flatMap((scope) => scope.trim() || []) : null,
      remaining: typeof remaining === 'number' && Number.isSafeInteger(remaining) ? remaining : null,
    };
  } finally {
    await session.close();
  }
}
