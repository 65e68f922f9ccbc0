import type { FailureReason } from './response.js';
/** The way to one host: how many may go at once, and from when. */
export interface HostLimiter {
  readonly host: string;
  /** Waits for a place; false when the limiter was closed or the run interrupted meanwhile. */
  acquire(): Promise<boolean>;
  /** Gives the place back and tells how it went. */
  release(outcome: LimiterOutcome): void;
  /** Why no one is let in any more this run; null while it is open. */
  readonly closed: FailureReason | null;
  close(reason: FailureReason): void;
  /** Epoch milliseconds before which no one goes. */
  readonly notBefore: number;
  /** How many wait for a place. */
  readonly queued: number;
}

/**
 * `bot-protection` is its mark, by its name; `connected` tells a page that hangs from a host that cannot be reached.
 * `slow-down` is a 429, a 503 or a broken connection; `retryAfter` is in milliseconds, null when the host named none.
 * `refused` is a connection that was refused: by the port, not by the host.
 * `unused` gives back a place that came too late: the host had asked for patience meanwhile.
 */
export type LimiterOutcome =
  | { readonly kind: 'fine' }
  | { readonly kind: 'timeout'; readonly connected: boolean }
  | { readonly kind: 'refused' }
  | { readonly kind: 'bot-protection'; readonly name: string }
  | { readonly kind: 'unused' }
  | { readonly kind: 'slow-down'; readonly reason: FailureReason; readonly retryAfter: number | null };

export interface LimiterClock {
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
  readonly signal: AbortSignal;
  /** True while requests wait for a place in all: a wider window would then only open more connections (RFC 7661). */
  readonly crowded?: () => boolean;
}

/** A host that asks for a longer wait than this is not asked again in this run. */
const longestWait = 60_000;
/**
 * After so many connections in a row that were never made no one else is sent to wait. A page that hangs says less of the others,
 * and less yet where the host has answered before.
 */
const timeoutsToClose = 3;
const hangsToClose = { silent: 4, answering: 8 };
/** A host that has stopped so many in a row with the same bot protection will stop the others too. */
const protectedToClose = 20;
/** After so many refused connections in a row no one else tries: one port may be closed, and another of the same host open. */
const refusalsToClose = 50;
/** After so many waits in a row that ended in another refusal, or so many milliseconds of them, the host is let alone. */
const roundsToClose = 6;
const longestPatience = 150_000;

/**
 * A window that grows by one for each window's worth of success and halves at a refusal (AIMD). All who wait share one not-before;
 * when it has passed, one goes first, and the others follow only when it came back well.
 */
export function createHostLimiter(host: string, most: number, clock: LimiterClock): HostLimiter {
  let window = Math.min(2, most);
  let active = 0;
  let notBefore = 0;
  let backoff = 0;
  let scouting = false;
  let timeouts = 0;
  let hangs = 0;
  let hasAnswered = false;
  let refusals = 0;
  let protection: { readonly name: string; readonly count: number } = { name: '', count: 0 };
  let rounds = 0;
  let waited = 0;
  let closed: FailureReason | null = null;
  let sleeping = false;
  const queue: ((admitted: boolean) => void)[] = [];
  let head = 0;

  const drain = (): void => {
    while (head < queue.length) {
      if (closed !== null || clock.signal.aborted) {
        queue[head++]?.(false);
        continue;
      }
      const wait = notBefore - clock.now();
      if (wait > 0) {
        if (!sleeping) {
          sleeping = true;
          void clock.sleep(wait, clock.signal).then(() => {
            sleeping = false;
            drain();
          });
        }
        return;
      }
      if (active >= (scouting ? 1 : Math.floor(window))) return;
      active++;
      queue[head++]?.(true);
    }
    queue.length = 0;
    head = 0;
  };

  return {
    host,
    get closed() {
      return closed;
    },
    get notBefore() {
      return notBefore;
    },
    get queued() {
      return queue.length - head;
    },
    acquire: () =>
      new Promise((resolve) => {
        queue.push(resolve);
        drain();
      }),
    release(outcome) {
      active--;
      refusals = outcome.kind === 'refused' ? refusals + 1 : outcome.kind === 'unused' ? refusals : 0;
      if (refusals >= refusalsToClose) closed ??= 'refused';
      hasAnswered ||=
        outcome.kind === 'fine' ||
        outcome.kind === 'bot-protection' ||
        (outcome.kind === 'slow-down' && outcome.reason !== 'reset');
      if (outcome.kind === 'bot-protection') {
        protection = { name: outcome.name, count: outcome.name === protection.name ? protection.count + 1 : 1 };
        if (protection.count >= protectedToClose) closed ??= 'bot-wall';
      } else if (outcome.kind === 'fine') {
        timeouts = 0;
        hangs = 0;
        protection = { name: '', count: 0 };
        // Those who left before the refusal say nothing of the time after it.
        if (notBefore <= clock.now()) {
          scouting = false;
          backoff = 0;
          rounds = 0;
          waited = 0;
        }
        if (clock.crowded?.() !== true) window = Math.min(most, window + 1 / window);
      } else if (outcome.kind === 'timeout') {
        window = Math.max(1, window / 2);
        if (outcome.connected) hangs++;
        else timeouts++;
        if (timeouts >= timeoutsToClose || hangs >= hangsToClose[hasAnswered ? 'answering' : 'silent'])
          closed ??= 'timeout';
      } else if (outcome.kind === 'slow-down') {
        window = Math.max(1, window / 2);
        scouting = true;
        // Those who were on their way when the first was refused do not lengthen the wait again.
        const isNew = notBefore <= clock.now();
        if (isNew) backoff = Math.min(backoff === 0 ? 1000 : backoff * 2, longestWait);
        const wait = outcome.retryAfter ?? backoff * (0.5 + clock.random() / 2);
        if (isNew) {
          rounds++;
          waited += wait;
        }
        if (wait > longestWait || rounds > roundsToClose || waited > longestPatience) closed ??= outcome.reason;
        notBefore = Math.max(notBefore, clock.now() + Math.min(wait, longestWait));
      }
      drain();
    },
    close(reason) {
      closed ??= reason;
      drain();
    },
  };
}

/** Platforms whose sites answer from one place, and count requests together (links to them are one host to a limiter). */
const sharedPlatforms = [
  'medium.com',
  'substack.com',
  'readthedocs.io',
  'blogspot.com',
  'wordpress.com',
  'gitbook.io',
  'tumblr.com',
  'hashnode.dev',
];

/** The name under which a host has its limiter. */
export function limiterKey(hostname: string): string {
  return sharedPlatforms.find((platform) => hostname.endsWith(`.${platform}`)) ?? hostname;
}

/** How long an answer asks to be left alone, in milliseconds: Retry-After (RFC 9110, 10.2.3), or the reset of a rate limit that is used up. */
export function retryAfterOf(header: (name: string) => string, now: number): number | null {
  const text = header('retry-after').trim();
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = text === '' ? Number.NaN : Date.parse(text);
  if (!Number.isNaN(date)) return Math.max(0, date - now);
  for (const prefix of ['x-ratelimit', 'ratelimit']) {
    const reset = Number(header(`${prefix}-reset`) || Number.NaN);
    if (header(`${prefix}-remaining`).trim() !== '0' || Number.isNaN(reset)) continue;
    // GitHub gives epoch seconds, the IETF drafts seconds from now.
    return Math.max(0, reset > 1e9 ? reset * 1000 - now : reset * 1000);
  }
  return null;
}
