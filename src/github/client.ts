import { Octokit } from '@octokit/core';
import { paginateRest } from '@octokit/plugin-paginate-rest';
import { GitHubError, githubErrorOf } from './errors.js';

export interface GitHubOptions {
  readonly token: string;
  /** As `GITHUB_API_URL` gives it, without a slash at its end. */
  readonly apiUrl: string;
  readonly repository: { readonly owner: string; readonly repo: string };
  readonly userAgent: string;
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds. */
  readonly sleep: (ms: number) => Promise<void>;
  readonly fetch?: typeof globalThis.fetch;
  /** Who the token writes as; asked of GitHub when not given. */
  readonly login?: string;
  /** All waiting for limits in one run, milliseconds; 60,000 when not given. */
  readonly patience?: number;
  /** Of one call, milliseconds; 15,000 when not given. */
  readonly timeout?: number;
}

const Paged = Octokit.plugin(paginateRest);

export interface GitHub {
  readonly at: { readonly owner: string; readonly repo: string };
  readonly octokit: InstanceType<typeof Paged>;
  /** The login that the token writes as. */
  readonly me: () => Promise<string>;
}

/** The author of what a workflow's own token writes; that token may not ask for its name. */
const workflowBot = 'github-actions[bot]';

/** Attempts after the first one at a call that met a passing fault. */
const retries = 3;

/** GitHub's REST API for one repository; every failure is thrown as `GitHubTrouble`. */
export function openGitHub(options: GitHubOptions): GitHub {
  const { signal, sleep, now, timeout = 15_000 } = options;
  let patience = options.patience ?? 60_000;
  const quiet = (): void => {};
  const octokit = new Paged({
    auth: options.token,
    baseUrl: options.apiUrl,
    userAgent: options.userAgent,
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    request: { fetch: fetchWithin(options.fetch ?? globalThis.fetch, timeout, signal) },
  });
  octokit.hook.wrap('request', async (request, call) => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        if (signal.aborted) throw new GitHubError('unavailable', 'The run was stopped before GitHub responded.');
        return await request(call);
      } catch (error) {
        if (error instanceof GitHubError) throw error;
        const failure = failureOf(error);
        const pause = failure.limited ? pauseOf(failure.headers, now()) : 1000 * 2 ** attempt;
        // A POST that got no answer may have been done; one refused for a limit was not.
        const again = failure.limited || (failure.passing && call.method !== 'POST');
        if (!again || attempt >= retries || pause > patience || signal.aborted) {
          throw githubErrorOf(failure.status, failure.message, call.method, call.url, failure.limited);
        }
        patience -= pause;
        await sleep(pause);
      }
    }
  });
  let login: Promise<string> | undefined;
  const ask = async (): Promise<string> => {
    try {
      return (await octokit.request('GET /user')).data.login;
    } catch (error) {
      if (error instanceof GitHubError && error.kind === 'no permission') return workflowBot;
      throw error;
    }
  };
  const me = (): Promise<string> => {
    login ??= options.login === undefined ? ask() : Promise.resolve(options.login);
    return login;
  };
  return { at: options.repository, octokit, me };
}

/** Fetches within so many milliseconds, the body included, and until a signal ends it. octokit drops a signal that it is handed. */
function fetchWithin(fetch: typeof globalThis.fetch, ms: number, signal: AbortSignal): typeof globalThis.fetch {
  const limits = new Set<AbortController>();
  // One listener for all calls: Node.js warns of more than ten.
  signal.addEventListener('abort', () => limits.forEach((limit) => void limit.abort()), { once: true });
  return (input, init) => {
    const limit = new AbortController();
    limits.add(limit);
    setTimeout(() => {
      limits.delete(limit);
      limit.abort();
    }, ms).unref();
    return fetch(input, { ...init, signal: limit.signal });
  };
}

interface Failure {
  readonly status: number;
  readonly message: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly limited: boolean;
  readonly passing: boolean;
}

function failureOf(error: unknown): Failure {
  const {
    status = 0,
    message = '',
    response,
  } = error as {
    status?: number;
    message?: string;
    response?: { headers?: Record<string, unknown> };
  };
  const headers = response?.headers ?? {};
  // A network error has no response, whatever status octokit gives it.
  const lost = response === undefined;
  const spent = headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined;
  const limited = !lost && (status === 429 || (status === 403 && (spent || /secondary rate limit/i.test(message))));
  return { status, message, headers, limited, passing: lost || [502, 503, 504].includes(status) };
}

/** Milliseconds to wait, as GitHub's "Rate limits for the REST API" tells: `retry-after`, else the reset, else a minute. */
function pauseOf(headers: Readonly<Record<string, unknown>>, now: number): number {
  const after = Number(headers['retry-after'] ?? Number.NaN);
  if (after >= 0) return after * 1000;
  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
  if (headers['x-ratelimit-remaining'] === '0' && reset > 0) return Math.max(1000, reset * 1000 - now);
  return 60_000;
}

/** The items of at most so many pages. */
export async function upTo<T>(
  pages: AsyncIterable<{ readonly data: readonly T[] }>,
  most: number,
): Promise<readonly T[]> {
  const items: T[] = [];
  let read = 0;
  for await (const page of pages) {
    items.push(...page.data);
    read += 1;
    if (read >= most) break;
  }
  return items;
}
