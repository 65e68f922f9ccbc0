import type { RuleException } from '../model/exception.js';
import type { Entry, List } from '../model/list.js';
import type { upkeepNames } from '../model/upkeep.js';
import { coveredRanges } from './directive-ranges.js';
import { exceptionOf } from './exceptions.js';
import { titlesAt } from './match-place.js';

/** Tells the entries that `prune` or `refresh` should leave alone: by the configuration, or by a comment at the entry. `now` is in epoch milliseconds. */
export function keptEntries(
  list: List,
  name: (typeof upkeepNames)[number],
  exceptions: readonly RuleException[],
  now: number,
): (entry: Entry) => boolean {
  const areas = coveredRanges(list, now).areas.filter(({ rules, isExpired }) => !isExpired && rules?.has(name));
  return (entry) => {
    const { offset } = entry.position.start;
    if (areas.some(({ start, end }) => offset < end && entry.label.end.offset >= start)) return true;
    const named = { name: entry.name, url: entry.url, titles: titlesAt(list, entry.position, entry) };
    return exceptionOf(exceptions, name, named, now) !== null;
  };
}
