import type { List } from '../model/list.js';
import type { Point, Position } from '../model/position.js';

/** Whole lines of the text that was read in full: from one heading to the next, or some entries of a long section. */
export interface TextRange {
  readonly start: Point;
  readonly end: Point;
}

/** A section longer than this, in UTF-16 units, is no quicker to read than the list. */
const longest = 40_000;

/** The lines from the heading above a change to the one below it, in a long section some of its entries; null where neither is quick to read. */
export function editedRange(list: List, from: number, to: number): TextRange | null {
  const above = list.headings.findLast(({ position }) => position.start.offset <= from);
  if (above === undefined || above.position.start.column !== 1 || from <= above.position.end.offset) return null;
  const below = list.headings.find(({ position }) => position.start.offset > above.position.start.offset);
  const { start } = above.position;
  const end = below === undefined ? list.position.end : below.position.start;
  if (to >= end.offset || end.column !== 1) return null;
  const isShort = (one: TextRange): boolean =>
    one.end.offset - one.start.offset + definitionsBeside(list, one).length <= longest;
  const whole = { start, end };
  const one = isShort(whole) ? whole : entriesAround(list, whole, from, to);
  return one !== null && isShort(one) ? one : null;
}

/** So many entries on each side are read with the one that is edited. */
const around = 10;

/** The entries around a change, where they are items of one list. */
function entriesAround({ entries }: List, { start, end }: TextRange, from: number, to: number): TextRange | null {
  const items = entries.filter(
    ({ form, position: { start: at } }) =>
      form === 'item' && at.column === 1 && start.offset <= at.offset && at.offset < end.offset,
  );
  const first = items.findLastIndex(({ position }) => position.start.offset < from) - around;
  const next = items.findIndex(({ position }) => position.start.offset > to);
  const head = items[Math.max(0, first)];
  if (head === undefined || head.position.start.offset >= from) return null;
  return { start: head.position.start, end: next < 0 ? end : (items[next + around]?.position.start ?? end) };
}

/** True for what begins in a stretch. */
export function liesWithin({ start }: Position, stretch: TextRange): boolean {
  return stretch.start.offset <= start.offset && start.offset < stretch.end.offset;
}

/** The definitions that stand elsewhere, as they are written, so that what refers to them is a link. */
export function definitionsBeside({ definitions, text }: List, stretch: TextRange): string {
  const outside = definitions.filter(({ position }) => !liesWithin(position, stretch));
  return outside.map(({ position: { start, end } }) => `\n${text.slice(start.offset, end.offset)}\n`).join('');
}

/** How many headings stand in a stretch. */
export function headingsIn(list: List, stretch: TextRange): number {
  return list.headings.filter(({ position }) => liesWithin(position, stretch)).length;
}

/** What differs: from where to where in the old text, and by how much the new one is longer. */
export function changeBetween(before: string, after: string): { from: number; to: number; grown: number } {
  const least = Math.min(before.length, after.length);
  let from = 0;
  while (from < least && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let tail = 0;
  while (
    tail < least - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return { from, to: before.length - tail, grown: after.length - before.length };
}

/** How many lines end in a text. */
export function newlines(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
