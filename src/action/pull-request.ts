import type { GitHub } from '../github/client.js';
import type { GitHubError } from '../github/errors.js';
import { type PullOf, pullOf } from '../github/find-pull-request.js';

/** What the runner says of why it runs. */
export interface TriggerEvent {
  /** `GITHUB_EVENT_NAME`. */
  readonly name: string;
  /** The event file; null where it cannot be read. */
  readonly event: unknown;
}

/** The pull request, detected from the event alone. */
export function pullIn(github: GitHub, { name, event }: TriggerEvent): Promise<PullOf | GitHubError> | PullOf {
  if (!/^pull_request(?:_target)?$/.test(name)) return pullOf(github, name, event);
  const pull = (event as { readonly pull_request?: Readonly<Record<string, unknown>> } | null)?.pull_request;
  const number = pull?.number;
  const sha = (pull?.head as { readonly sha?: unknown } | undefined)?.sha;
  return typeof number === 'number' && typeof sha === 'string'
    ? { number, headSha: sha }
    : { number: null, why: 'The event does not name a pull request.' };
}
