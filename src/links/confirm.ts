import type { LinkSettings } from '../model/settings.js';
import type { LimiterClock } from './http/host-limiter.js';

/** What confirming needs. */
export interface ConfirmContext {
  readonly clock: LimiterClock;
  readonly settings: Pick<LinkSettings, 'confirmAfter'>;
  /** How many links that seem broken wait for their second check. */
  readonly doubts: { waiting: number };
}

/** A name that did not resolve, and what it does after a while. */
interface NameDoubt {
  /** Null where the run was interrupted meanwhile. */
  readonly again: Promise<{ readonly isMissing: boolean; readonly afterMs: number } | null>;
  waiting: number;
  settled: boolean;
}

/** So many links to one name that does not resolve wait together; the others wait to be asked. */
const mostWaiting = 50;

/** Names that did not resolve, each looked up once more for all links to it. */
export interface NameDoubts {
  /** What the name of a host does after `confirmAfter`; null where the run was interrupted. */
  confirm(host: string): NameDoubt['again'];
  /** Resolves when another link to the host may begin. */
  mayGoOn(host: string): Promise<unknown>;
}

/** Starts with no name in doubt. */
export function createNameDoubts(
  { clock, settings, doubts }: ConfirmContext,
  lookUpAgain: (host: string) => Promise<boolean>,
): NameDoubts {
  const byHost = new Map<string, NameDoubt>();
  const begin = (host: string): NameDoubt => {
    const again = confirm({ clock, settings, doubts }, 1, () => lookUpAgain(host)).then((second) => {
      doubt.settled = true;
      return second === null ? null : { isMissing: !second.result, afterMs: second.afterMs };
    });
    const doubt: NameDoubt = { again, waiting: 0, settled: false };
    return doubt;
  };
  return {
    confirm(host) {
      const doubt = byHost.get(host) ?? begin(host);
      byHost.set(host, doubt);
      doubt.waiting++;
      return doubt.again;
    },
    async mayGoOn(host) {
      const doubt = byHost.get(host);
      if (doubt !== undefined && !doubt.settled && doubt.waiting >= mostWaiting) await doubt.again;
    },
  };
}

/** Waits for `confirmAfter`, then checks `count` links again; null where the run was interrupted while it waited. */
export async function confirm<T>(
  { clock, settings, doubts }: ConfirmContext,
  count: number,
  check: () => Promise<T>,
): Promise<{ readonly result: T; readonly afterMs: number } | null> {
  if (clock.signal.aborted) return null;
  const failedAt = clock.now();
  doubts.waiting += count;
  await clock.sleep(settings.confirmAfter, clock.signal);
  doubts.waiting -= count;
  if (clock.signal.aborted) return null;
  const result = await check();
  return { result, afterMs: clock.now() - failedAt };
}
