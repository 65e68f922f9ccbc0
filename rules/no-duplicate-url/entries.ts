import type { Fix } from '../../src/model/finding.js';
import { type Entry, type Link, type List, sectionOf, tierOf } from '../../src/model/list.js';
import { removeLine } from '../../src/rule-kit/edits.js';
import { samePage } from '../../src/url/same-page.js';

/** An entry and the link that it is about. */
export interface Named {
  readonly entry: Entry;
  readonly link: Link;
}

/** Numbers for sections and tiers, so that a key can name them. */
const numbers = new WeakMap<object, number>();
let next = 1;

/** The part of the list in which an entry must be the only one with its URL. */
type Scope = 'section' | 'tier' | 'document';

/** The entries with the URL of an earlier one, each with that one. `moved` has the URLs that links redirect to. */
export function pairsIn(
  { entries }: List,
  scope: Scope,
  moved: ReadonlyMap<Link, string>,
): readonly (readonly [earlier: Named, later: Named])[] {
  const seen = new Map<string, Named>();
  return entries.flatMap((entry): readonly (readonly [Named, Named])[] => {
    const { link } = entry;
    // A sentence with a link in it, or a back-to-top line, does not list what it links to.
    if (link === null || entry.naming === 'plain' || (link.sort !== 'web' && link.sort !== 'local')) return [];
    const key = `${scopeOfEntry(entry, scope)} ${samePage(moved.get(link) ?? link.url)}`;
    const earlier = seen.get(key);
    if (earlier !== undefined) return [[earlier, { entry, link }]];
    seen.set(key, { entry, link });
    return [];
  });
}

/** A number for the part of the list in which an entry must be the only one with its URL. */
function scopeOfEntry(entry: Entry, where: Scope): number {
  const place = where === 'document' ? null : where === 'tier' ? (tierOf(entry) ?? sectionOf(entry)) : sectionOf(entry);
  if (place === null) return 0;
  const known = numbers.get(place) ?? next++;
  numbers.set(place, known);
  return known;
}

/** An identical copy can be removed, unless something is nested in it. */
export function removal(entry: Entry, text: string): Fix | null {
  const edit = entry.form === 'item' && entry.children.length === 0 ? removeLine(entry.position, text) : null;
  return edit === null ? null : { safe: false, edits: [edit] };
}
