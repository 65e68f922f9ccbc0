import type { Entry, List } from '../../src/model/list.js';
import type { Position } from '../../src/model/position.js';

/** How a field of an entry is marked off, and in which case. */
export interface TagStyle {
  readonly open: string;
  readonly close: string;
  /** `none` where case does not matter, as in durations. */
  readonly letters: 'lower' | 'upper' | 'capital' | 'none';
}

/** A word or two next to an entry's name or at its end that say one thing about it: `(video)`, `<sup>FREE</sup>`. */
export interface FieldTag {
  /** The field's name. */
  readonly field: string;
  readonly text: string;
  readonly style: TagStyle;
  readonly position: Position;
}

const marks =
  /(?<![\]\p{L}\p{N}])\(([^()[\]\r\n]{1,30})\)|(?<![\]!])\[([^[\]\r\n]{1,30})\](?![([:])|`([^`\r\n]{1,30})`|<(su[pb])>([^<>\r\n]{1,30})<\/\4>|(?<![\p{L}\p{N}@])@([^@\r\n]{1,30})@/gu;

/** The field that each word is a value of, folded; numbers in it are `#`. */
export function fieldsByWord(fields: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const [field, words] of Object.entries(fields)) {
    for (const word of words) for (const one of [word, `${word}s`]) if (!known.has(one)) known.set(fold(one), field);
  }
  return known;
}

/** The fields that an entry carries, in document order. */
export function fieldTags(entry: Entry, known: ReadonlyMap<string, string>, list: List): readonly FieldTag[] {
  const from = entry.position.start.offset;
  const own = list.text.slice(from, entry.children[0]?.position.start.offset ?? entry.position.end.offset);
  const body = entry.body?.position.start.offset ?? Number.POSITIVE_INFINITY;
  const tags: FieldTag[] = [];
  for (const match of own.matchAll(marks)) {
    const [whole, round, square, code, small, inSmall, at] = match;
    const text = round ?? square ?? code ?? inSmall ?? at ?? '';
    const field = known.get(fold(text));
    const start = from + match.index;
    // In the middle of a sentence it is part of the sentence.
    const apart =
      start < body || start >= (entry.proseEnd ?? 0) || /^[\s.]*$/.test(own.slice(match.index + whole.length));
    if (field === undefined || !apart) continue;
    const inner = whole.indexOf(text, small === undefined ? 1 : small.length + 2);
    const style = { open: whole.slice(0, inner), close: whole.slice(inner + text.length), letters: lettersOf(text) };
    tags.push({ field, text, style, position: list.place(start, start + whole.length) });
  }
  return tags;
}

/** The style that most marks of each field have; the first where several are as frequent. */
export function usualStyles(tags: readonly FieldTag[]): ReadonlyMap<string, TagStyle> {
  const counts = new Map<string, Map<string, { readonly style: TagStyle; count: number }>>();
  for (const { field, style } of tags) {
    const known = counts.get(field) ?? new Map();
    counts.set(field, known);
    const key = JSON.stringify(style);
    const one = known.get(key) ?? { style, count: 0 };
    known.set(key, one);
    one.count++;
  }
  const result = new Map<string, TagStyle>();
  for (const [field, known] of counts) {
    const [most] = [...known.values()].sort((a, b) => b.count - a.count);
    if (most !== undefined) result.set(field, most.style);
  }
  return result;
}

/** A value as a style writes it. */
export function inStyle(text: string, { open, close, letters }: TagStyle): string {
  if (letters === 'none') return open + text + close;
  const lower = text.toLowerCase();
  if (letters === 'upper') return open + text.toUpperCase() + close;
  return open + (letters === 'lower' ? lower : lower.slice(0, 1).toUpperCase() + lower.slice(1)) + close;
}

function lettersOf(text: string): TagStyle['letters'] {
  if (/\d/.test(text) || text.toLowerCase() === text.toUpperCase()) return 'none';
  if (text === text.toLowerCase()) return 'lower';
  return text === text.toUpperCase() ? 'upper' : 'capital';
}

function fold(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\d+(?:[.,]\d+)?(?:\s*[-–]\s*\d+(?:[.,]\d+)?)?/g, '#')
    .replace(/\s+/g, '');
}
