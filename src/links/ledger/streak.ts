import type { Facts } from '../../model/facts.js';

/** How long a rule has reported a link without a check in between that did not. Times are ISO 8601, UTC. */
export interface Streak {
  /** The date of the facts with which it was reported first. */
  readonly since: string;
  /** The date of those with which it was reported last. */
  readonly last: string;
  /** With how many readings of the facts it was reported. */
  readonly checks: number;
}

/** Milliseconds after which a reading no longer continues a streak, since what was in between is unknown: 21 days. */
export const longestGap = 21 * 86_400_000;

/** A streak with one more reading of the facts. */
export function extendStreak(known: Streak | undefined, { readAt }: Pick<Facts, 'readAt'>): Streak {
  const gap = known === undefined ? Number.NaN : Date.parse(readAt) - Date.parse(known.last);
  if (known === undefined || !(gap >= 0 && gap <= longestGap)) return { since: readAt, last: readAt, checks: 1 };
  return gap === 0 ? known : { since: known.since, last: readAt, checks: known.checks + 1 };
}

const mostRules = 100;
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

/** Reads streaks from a ledger, those that fit; null for none. */
export function storedStreaks(value: unknown): Readonly<Record<string, Streak>> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const streaks = Object.entries(value)
    .slice(0, mostRules)
    .flatMap(([rule, streak]) => {
      const { since, last, checks } = (streak ?? {}) as Partial<Record<keyof Streak, unknown>>;
      const fits =
        /^[a-z][a-z0-9/-]{0,99}$/.test(rule) &&
        isTime(since) &&
        isTime(last) &&
        Date.parse(since) <= Date.parse(last) &&
        Number.isSafeInteger(checks) &&
        Number(checks) > 0;
      return fits ? [[rule, { since, last, checks: Number(checks) }] as const] : [];
    });
  return streaks.length === 0 ? null : Object.fromEntries(streaks);
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && isoTime.test(value) && !Number.isNaN(Date.parse(value));
}
