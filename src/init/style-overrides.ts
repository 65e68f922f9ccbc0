import type { Finding } from '../model/finding.js';
import type { AnyRule, Rule } from '../model/rule.js';
import type { Document } from '../pipeline/read-list.js';

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
  const counts = countsByRule(findings);
  const all = list.entries.length;
  const found = new Map<string, string>();
  const names = [list.title ?? '', files.repository ?? '', folder].join(' ');
  for (const { id, init } of rules as readonly Rule[]) {
    const count = counts.get(id) ?? 0;
    if (init?.deviation !== undefined && all >= 10 && count >= all * 0.8)
      found.set(
        id,
        `${Math.min(count, all)} of ${all} entries ${init.deviation}, so that is the convention of this list`,
      );
    const reason = count > 0 ? (init?.unneeded?.(names) ?? null) : null;
    if (reason !== null) found.set(id, reason);
  }
  return found;
}

/** How many places each rule has found, by id. */
export function countsByRule(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, places } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1 + (places?.length ?? 0));
  return counts;
}
