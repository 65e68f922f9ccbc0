import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { FactDetail } from '../../model/facts.js';
import type { LinkSettings } from '../../model/settings.js';
import { follow } from '../http/follow-redirects.js';
import { type GuardedContext, sendGuarded } from '../http/guarded-request.js';
import type { LimiterClock } from '../http/host-limiter.js';
import type { HttpResult } from '../http/response.js';
import { isTransient } from '../http/transient.js';
import type { ApiRequest, Services, SiteApi } from './site.js';

/** Decoded bytes of an API's answer that are read: a hundred repositories are about 120 kB. */
const apiCap = 4_000_000;
/** A page is requested where its anchors or its marks are looked for. */
const pageCap = 3_000_000;
const mostHops = 4;

/** Opens the way by which adapters ask: through the same guard, limiters, `--connect-to` and limit as every link. */
export function openApi(
  context: GuardedContext & { readonly clock: LimiterClock; readonly details?: ReadonlySet<FactDetail> },
): SiteApi {
  const { settings, clock, details = new Set() } = context;
  const registries = new Map<string | null, Promise<string | null>>();
  return {
    async ask(request) {
      for (let attempt = 0; ; attempt++) {
        const reply = await askOnce(request, context);
        if (attempt >= (request.retries ?? settings.retries) || !isTransient(reply) || clock.signal.aborted)
          return reply;
        await clock.sleep(500 * 2 ** attempt * (0.5 + clock.random()), clock.signal);
      }
    },
    page: (url) => follow(url, 'plain', context, { cap: pageCap }),
    services: {
      github: {
        graphql: settings.services.githubToken === null ? null : settings.services.githubGraphql,
        rest: settings.services.githubRest,
      },
      npmRegistry: (scope) => {
        const known = registries.get(scope) ?? findRegistry(scope, settings.services);
        registries.set(scope, known);
        return known;
      },
    } satisfies Services,
    details,
    now: clock.now,
  };
}

async function askOnce(request: ApiRequest, context: GuardedContext): Promise<HttpResult> {
  const { settings } = context;
  const { services } = settings;
  const origins = [services.githubRest, services.githubGraphql].map((url) => new URL(url).origin);
  const json = request.json === undefined ? undefined : JSON.stringify(request.json);
  let { url } = request;
  for (let hops = 0; ; hops++) {
    const { origin } = new URL(url);
    const headers: Record<string, string> = {
      'user-agent': settings.userAgent,
      accept: request.accept ?? 'application/json',
      'accept-encoding': 'gzip, deflate, br',
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      // Behind a redirect to another origin is someone else.
      ...(origin === new URL(request.url).origin ? request.headers : {}),
    };
    if (request.token === 'github' && services.githubToken !== null && origins.includes(origin))
      headers.authorization = `bearer ${services.githubToken}`;
    const trusted = services.trusted.includes(origin);
    const hop = {
      url,
      headers,
      timeout: settings.timeout,
      cap: apiCap,
      trusted,
      ...(json === undefined ? {} : { json }),
    };
    const { reply } = await sendGuarded(hop, context, () => {});
    if (reply.kind === 'failure' || json !== undefined || hops >= mostHops) return reply;
    const location = reply.status >= 300 && reply.status < 400 ? reply.headers.location : undefined;
    if (typeof location !== 'string' || !URL.canParse(location, url)) return reply;
    const next = new URL(location, url);
    if (!/^https?:$/.test(next.protocol)) return reply;
    url = next.href;
  }
}

/**
 * The registry of a scope: what the environment names, the user's own npm configuration, npm's default. An `.npmrc` in the
 * list's folder belongs to the author of the list, so it is not read.
 */
async function findRegistry(scope: string | null, services: LinkSettings['services']): Promise<string | null> {
  const path = services.npmConfig ?? join(homedir(), '.npmrc');
  const lines = (await readFile(path, 'utf8').catch(() => '')).split(/\r?\n/);
  const settingOf = (key: string): string | undefined =>
    lines
      .findLast((line) => line.split('=')[0]?.trim() === key)
      ?.replace(/^[^=]*=\s*/, '')
      .trim()
      .replace(/^"|"$/g, '');
  const { defaultUrl } = await import('registry-url');
  const found =
    (scope === null ? undefined : settingOf(`${scope}:registry`)) ??
    services.npmRegistry ??
    settingOf('registry') ??
    defaultUrl;
  if (!URL.canParse(found) || !/^https?:$/.test(new URL(found).protocol)) return null;
  return found.endsWith('/') ? found : `${found}/`;
}
