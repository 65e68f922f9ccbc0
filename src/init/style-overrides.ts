import type { Finding } from '../model/finding.js';
import type { Document } from '../pipeline/read-list.js';

/** Rules on style that a list as a whole may have decided otherwise; what is wrong for a reader is not among them. */
const matters: Readonly<Record<string, string>> = {
  'description-required': 'have no description',
  'description-start': 'have a description that begins in another way',
  'description-end': 'have a description that ends in another way',
  'description-length': 'have a longer or shorter description',
  'description-no-name': 'have a description that names them',
  'entry-leading-link': 'begin with something else than their link',
  'entry-link-required': 'have no link',
  'entry-external-link': 'link within the repository',
  'entry-one-line': 'stand in more than one line',
  'entry-name': 'have a name of another form',
  'entry-separator': 'have another separator',
};

/**
 * Rules that say of most of a list that it is otherwise, by id, with the reason to switch them off: of at least 80 % of at
 * least ten entries. `folder` is the name of the folder of the repository.
 */
export function styleOverrides(
  { list, files }: Document,
  folder: string,
  findings: readonly Finding[],
): ReadonlyMap<string, string> {
  const counts = countsByRule(findings);
  const all = list.entries.length;
  const found = new Map<string, string>();
  for (const [rule, count] of counts) {
    const does = Object.hasOwn(matters, rule) ? matters[rule] : undefined;
    if (does !== undefined && all >= 10 && count >= all * 0.8)
      found.set(rule, `${Math.min(count, all)} of ${all} entries ${does}, so that is the style of this list`);
  }
  const names = [list.title ?? '', files.repository ?? '', folder].join(' ');
  if (counts.has('awesome-badge') && !/awesome/i.test(names))
    found.set('awesome-badge', 'The list does not call itself awesome, so it owes no badge');
  return found;
}

/** How many places each rule has found, by id. */
export function countsByRule(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, places } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1 + (places?.length ?? 0));
  return counts;
}
