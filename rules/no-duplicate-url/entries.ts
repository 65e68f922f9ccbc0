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

/** Two entries with one URL. */
export type Pair = readonly [earlier: Named, later: Named];

/**
 * The entries with the URL of an earlier one, each with that one: the first in its own section, else the first of all.
 * `moved` has the URLs that links redirect to.
 */
export function pairsIn({ entries }: List, scope: Scope, moved: ReadonlyMap<Link, string>): readonly Pair[] {
  const seen = new Map<string, Named>();
  return entries.flatMap((entry): readonly Pair[] => {
    const { link } = entry;
    // A sentence with a link in it, or a back-to-top line, does not list what it links to.
    if (link === null || entry.naming === 'plain' || (link.sort !== 'web' && link.sort !== 'local')) return [];
    const page = samePage(moved.get(link) ?? link.url);
    const keys = [`${scopeOfEntry(entry, 'tier')} ${page}`, `in ${scopeOfEntry(entry, scope)} ${page}`];
    const earlier = keys.map((key) => seen.get(key)).find((one) => one !== undefined);
    for (const key of keys) if (!seen.has(key)) seen.set(key, { entry, link });
    return earlier === undefined ? [] : [[earlier, { entry, link }]];
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

/** Identical copies can be removed, unless something is nested in them. */
export function removals(pairs: readonly Pair[], text: string): Fix | null {
  const edits = pairs.flatMap(([, { entry }]) => {
    const edit = entry.form === 'item' && entry.children.length === 0 ? removeLine(entry.position, text) : null;
    return edit === null ? [] : [edit];
  });
  return edits.length < pairs.length ? null : { safe: false, edits };
}
