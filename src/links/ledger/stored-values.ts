import { longestValue, mostPrefetches, type PrefetchedValue } from '../../model/prefetch.js';
import { dateOf } from '../sites/fact-values.js';
import { recordOf } from '../sites/json-api.js';

/** As ids of prefetches are. */
const idShape = /^[a-z][a-z\d-]{0,60}$/;

/** Results of prefetches as a ledger holds them, by the id of the prefetch; what does not fit is left out, and of too many the oldest. */
export function storedValues(value: unknown): Readonly<Record<string, PrefetchedValue>> {
  const results = Object.entries(recordOf(value) ?? {}).flatMap(([id, given]) => {
    const found = recordOf(given);
    const readAt = dateOf(found?.readAt, Number.POSITIVE_INFINITY);
    const fits = idShape.test(id) && readAt !== null && found !== null && found.value !== undefined;
    if (!fits || JSON.stringify(found.value).length > longestValue) return [];
    return [[id, { readAt, value: found.value as PrefetchedValue['value'] }] as const];
  });
  const newest = results.sort(([, a], [, b]) => Date.parse(b.readAt) - Date.parse(a.readAt)).slice(0, mostPrefetches);
  return Object.fromEntries(newest.sort(([a], [b]) => (a < b ? -1 : 1)));
}
