import type { Finding } from '../model/finding.js';
import type { List } from '../model/list.js';
import type { AnyRule, Rule } from '../model/rule.js';
import type { Document } from '../pipeline/read-list.js';
import { partitionPoint } from '../text/partition-point.js';
import { countText, plural } from '../text/plural.js';

/**
 * Rules to turn off, by id, with the reason: those that report at least 80% of at least ten entries, which is then the style of
 * the list, and those that the list does not need. `folder` is the name of the folder of the repository.
 */
export function styleOverrides(
  rules: readonly AnyRule[],
  { list, files }: Document,
  folder: string,
  findings: readonly Finding[],
): ReadonlyMap<string, string> {
  const counts = entriesByRule(list, findings);
  const all = list.entries.length;
  const found = new Map<string, string>();
  const names = [list.title ?? '', files.repository ?? '', folder].join(' ');
  for (const { id, init } of rules as readonly Rule[]) {
    const count = counts.get(id) ?? 0;
    if (init?.deviation !== undefined && all >= 10 && count >= all * 0.8)
      found.set(
        id,
        `${countText(count)} of ${plural(all, 'entry', 'entries')} ${init.deviation}, so that is the convention of this list`,
      );
    const reason = findings.some(({ rule }) => rule === id) ? (init?.unneeded?.(names) ?? null) : null;
    if (reason !== null) found.set(id, reason);
  }
  return found;
}

/** In how many entries each rule has found something, by id; an entry counts without those nested in it. */
function entriesByRule({ entries }: List, findings: readonly Finding[]): ReadonlyMap<string, number> {
  const starts = entries.map(({ position }) => position.start.offset).sort((a, b) => a - b);
  const found = new Map<string, Set<number>>();
  for (const { rule, start, places } of findings) {
    const own = found.get(rule) ?? new Set();
    found.set(rule, own);
    for (const { offset } of [start, ...(places ?? []).map((place) => place.start)]) {
      const following = partitionPoint(starts.length, (index) => (starts[index] ?? 0) <= offset);
      if (following > 0) own.add(following);
    }
  }
  return new Map([...found].map(([rule, own]) => [rule, own.size]));
}
