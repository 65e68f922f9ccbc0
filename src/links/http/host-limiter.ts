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
  return new WindowLimiter(host, most, clock);
}

/** A class, since there are tens of thousands in a large run: closures and accessors would take a kilobyte for each. */
class WindowLimiter implements HostLimiter {
  readonly host: string;
  closed: FailureReason | null = null;
  notBefore = 0;
  readonly #most: number;
  readonly #clock: LimiterClock;
  #window: number;
  #active = 0;
  #backoff = 0;
  #scouting = false;
  #timeouts = 0;
  #hangs = 0;
  #hasAnswered = false;
  #refusals = 0;
  #protection: { readonly name: string; readonly count: number } = unprotected;
  #rounds = 0;
  #waited = 0;
  #sleeping = false;
  readonly #queue: ((admitted: boolean) => void)[] = [];
  #head = 0;

  constructor(host: string, most: number, clock: LimiterClock) {
    this.host = host;
    this.#most = most;
    this.#clock = clock;
    this.#window = Math.min(2, most);
  }

  get queued(): number {
    return this.#queue.length - this.#head;
  }

  acquire(): Promise<boolean> {
    return new Promise((resolve) => {
      this.#queue.push(resolve);
      this.#drain();
    });
  }

  release(outcome: LimiterOutcome): void {
    this.#active--;
    this.#refusals = outcome.kind === 'refused' ? this.#refusals + 1 : outcome.kind === 'unused' ? this.#refusals : 0;
    if (this.#refusals >= refusalsToClose) this.closed ??= 'refused';
    this.#hasAnswered ||=
      outcome.kind === 'fine' ||
      outcome.kind === 'bot-protection' ||
      (outcome.kind === 'slow-down' && outcome.reason !== 'reset');
    if (outcome.kind === 'bot-protection') this.#protected(outcome.name);
    else if (outcome.kind === 'fine') this.#succeeded();
    else if (outcome.kind === 'timeout') this.#timedOut(outcome.connected);
    else if (outcome.kind === 'slow-down') this.#slowDown(outcome.reason, outcome.retryAfter);
    this.#drain();
  }

  close(reason: FailureReason): void {
    this.closed ??= reason;
    this.#drain();
  }

  #protected(name: string): void {
    this.#protection = { name, count: name === this.#protection.name ? this.#protection.count + 1 : 1 };
    if (this.#protection.count >= protectedToClose) this.closed ??= 'bot-wall';
  }

  #succeeded(): void {
    this.#timeouts = 0;
    this.#hangs = 0;
    this.#protection = unprotected;
    // Those who left before the refusal say nothing of the time after it.
    if (this.notBefore <= this.#clock.now()) {
      this.#scouting = false;
      this.#backoff = 0;
      this.#rounds = 0;
      this.#waited = 0;
    }
    if (this.#clock.crowded?.() !== true) this.#window = Math.min(this.#most, this.#window + 1 / this.#window);
  }

  #timedOut(connected: boolean): void {
    this.#window = Math.max(1, this.#window / 2);
    if (connected) this.#hangs++;
    else this.#timeouts++;
    if (this.#timeouts >= timeoutsToClose || this.#hangs >= hangsToClose[this.#hasAnswered ? 'answering' : 'silent'])
      this.closed ??= 'timeout';
  }

  #slowDown(reason: FailureReason, retryAfter: number | null): void {
    const now = this.#clock.now();
    this.#window = Math.max(1, this.#window / 2);
    this.#scouting = true;
    // Those who were on their way when the first was refused do not lengthen the wait again.
    const isNew = this.notBefore <= now;
    if (isNew) this.#backoff = Math.min(this.#backoff === 0 ? 1000 : this.#backoff * 2, longestWait);
    const wait = retryAfter ?? this.#backoff * (0.5 + this.#clock.random() / 2);
    if (isNew) {
      this.#rounds++;
      this.#waited += wait;
    }
    if (wait > longestWait || this.#rounds > roundsToClose || this.#waited > longestPatience) this.closed ??= reason;
    this.notBefore = Math.max(this.notBefore, now + Math.min(wait, longestWait));
  }

  #drain(): void {
    const queue = this.#queue;
    while (this.#head < queue.length) {
      if (this.closed !== null || this.#clock.signal.aborted) {
        queue[this.#head++]?.(false);
        continue;
      }
      const wait = this.notBefore - this.#clock.now();
      if (wait > 0) {
        this.#sleep(wait);
        return;
      }
      if (this.#active >= (this.#scouting ? 1 : Math.floor(this.#window))) return;
      this.#active++;
      queue[this.#head++]?.(true);
    }
    queue.length = 0;
    this.#head = 0;
  }

  #sleep(wait: number): void {
    if (this.#sleeping) return;
    this.#sleeping = true;
    void this.#clock.sleep(wait, this.#clock.signal).then(() => {
      this.#sleeping = false;
      this.#drain();
    });
  }
}

/** No bot protection was seen last. */
const unprotected = { name: '', count: 0 };

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
