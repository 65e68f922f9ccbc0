import { longestValue, type PrefetchedValue } from '../../model/prefetch.js';
import { dateOf } from '../sites/fact-values.js';
import { recordOf } from '../sites/json-api.js';

/** As ids of prefetches are. */
const idShape = /^[a-z][a-z\d-]{0,60}$/;
const most = 10;

/** Results of prefetches as a ledger holds them, by the id of the prefetch; what does not fit is left out. */
export function storedValues(value: unknown): Readonly<Record<string, PrefetchedValue>> {
  const entries = Object.entries(recordOf(value) ?? {}).slice(0, most);
  return Object.fromEntries(
    entries.flatMap(([id, given]) => {
      const found = recordOf(given);
      const readAt = dateOf(found?.readAt, Number.POSITIVE_INFINITY);
      const fits = idShape.test(id) && readAt !== null && found !== null && found.value !== undefined;
      if (!fits || JSON.stringify(found.value).length > longestValue) return [];
      return [[id, { readAt, value: found.value as PrefetchedValue['value'] }] as const];
    }),
  );
}
