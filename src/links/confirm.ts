import type { LinkSettings } from '../model/settings.js';
import type { LimiterClock } from './http/host-limiter.js';

/** What confirming needs. */
export interface ConfirmContext {
  readonly clock: LimiterClock;
  readonly settings: Pick<LinkSettings, 'confirmAfter'>;
  /** How many links that seem broken wait for their second check. */
  readonly doubts: { waiting: number };
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
