import type { Fix } from '../../src/model/finding.js';
import { type Entry, type Link, sectionOf, tierOf } from '../../src/model/list.js';
import { removeLine } from '../../src/rule-kit/edits.js';

/** An entry and the link that it is about. */
export interface Named {
  readonly entry: Entry;
  readonly link: Link;
}

/** Numbers for sections and tiers, so that a key can name them. */
const numbers = new WeakMap<object, number>();
let next = 1;

/** A number for the part of the list in which an entry must be the only one with its URL. */
export function scopeOfEntry(entry: Entry, where: 'section' | 'tier' | 'document'): number {
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
