import type { Edit } from '../../src/model/finding.js';
import type { Position } from '../../src/model/position.js';
import { placeIn } from '../../src/rule-kit/visible-text.js';
import { addTo } from '../../src/text/group-by.js';
import { brands } from './brands.js';
import { typos } from './typos.js';
import { isBound, type Word } from './words.js';

/** A word or phrase that is wrong. */
export interface Misspelling {
  readonly message: 'brand' | 'typo' | 'preferred' | 'forbidden';
  readonly found: string;
  /** What to write for it; null if unknown. */
  readonly expected: string | null;
  readonly at: Position;
  /** The edit that writes what is expected; null where it could do harm. */
  readonly edit: Edit | null;
}

/** A word or phrase that a list avoids, and what it says instead. */
interface Term {
  readonly from: string;
  readonly to: string | null;
  /** True for the name of a brand, which is right where an entry has it as its name. */
  readonly brand?: boolean;
}

/** Terms by their first word in lower case, the longest first. */
type Terms = ReadonlyMap<string, readonly Term[]>;

/** Sorts terms for `slipOf`. */
export function termsByWord(terms: readonly Term[]): Terms {
  const byWord = new Map<string, Term[]>();
  for (const term of terms.toSorted((a, b) => b.from.length - a.from.length)) {
    const first = /[\p{L}\p{N}\p{M}]+(?:[.+#'’][\p{L}\p{N}]+)*/u.exec(term.from)?.[0].toLowerCase() ?? '';
    addTo(byWord, first, term);
  }
  return byWord;
}

/** What is wrong with a word, the list's own terms first; null for nothing. */
export function misspellingOf(word: Word, terms: Terms, names: ReadonlySet<string>): Misspelling | null {
  const { text, span, start, entry } = word;
  // What is spelled as in the adjacent name is that name; so is what is a name of the list in lower case.
  const isName = entry?.name.includes(text) === true || (text === text.toLowerCase() && names.has(text));
  for (const { from, to, brand = false } of terms.get(text.toLowerCase()) ?? []) {
    const lead = from.toLowerCase().indexOf(text.toLowerCase());
    const begin = start - lead;
    const found = span.text.slice(Math.max(0, begin), begin + from.length);
    const isWhole = !/^[\p{L}\p{N}]/u.test(span.text.slice(begin + from.length));
    if (found.toLowerCase() !== from.toLowerCase() || found === to || !isWhole || (brand && isName)) continue;
    if (isBound(span.text, begin, begin + from.length)) continue;
    return slip(word, to === null ? 'forbidden' : brand ? 'brand' : 'preferred', begin, found, to);
  }
  if (isBound(span.text, start, start + text.length)) return null;
  const brand = isName ? undefined : brands.get(text);
  if (brand !== undefined && !(brand.endsWith('.js') && isNamedAfter(span.text, start + text.length)))
    return slip(word, 'brand', start, text, brand);
  const right = isName || !/^\p{L}\p{Ll}+$/u.test(text) ? undefined : typos.get(text.toLowerCase());
  if (right === undefined) return null;
  const isCapital = text.slice(0, 1) !== text.slice(0, 1).toLowerCase();
  return slip(word, 'typo', start, text, isCapital ? right.slice(0, 1).toUpperCase() + right.slice(1) : right);
}

/** True before a word with which a brand is the name of a school, an event or a publication, spelled as those spell it. */
function isNamedAfter(text: string, end: number): boolean {
  return /^ (?:Academy|Amsterdam|Camp|Club|Conf|Conference|Day|Days|Foundation|Live|London|Meetup|News|Newsletter|Podcast|Radio|School|Summit|Weekly|World)\b/.test(
    text.slice(end, end + 20),
  );
}

function slip(
  { span, link }: Word,
  message: Misspelling['message'],
  start: number,
  found: string,
  expected: string | null,
): Misspelling {
  const at = placeIn(span, start, start + found.length);
  const isExact = at.end.offset - at.start.offset === found.length;
  // The text of a reference may be its label, which is compared without case.
  const isLabel = link?.form === 'reference' && found.toLowerCase() !== expected?.toLowerCase();
  const edit =
    expected === null || !isExact || isLabel ? null : { start: at.start.offset, end: at.end.offset, text: expected };
  return { message, found, expected, at, edit };
}
