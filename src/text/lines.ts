import type { Point, Position } from '../model/position.js';

/** The map from offsets of a text to its lines. */
export interface Lines {
  point(offset: number): Point;
  place(start: number, end: number): Position;
  /** The offset of a 1-based line and column. */
  offset(line: number, column: number): number;
}

/** How many points and positions are held, so that what is at one place, as an item and its entry, shares them. */
const slots = 1024;

/**
 * Reads line endings as Markdown does (CommonMark 0.31, section 2.1): LF, CR LF, or CR alone. Offsets beyond the text are its ends.
 * @param held how many points and positions are held
 */
export function linesOf(text: string, held = slots): Lines {
  let known: readonly number[] | null = null;
  const startsOf = (): readonly number[] => {
    known ??= lineStarts(text);
    return known;
  };
  // Offsets come mostly in document order, so the last line is a good first guess.
  let last = 0;
  const points = createShelf<Point>(held);
  const positions = createShelf<Position>(held);
  const point = (offset: number): Point => {
    const at = Math.max(0, Math.min(offset, text.length));
    const slot = at % held;
    const known = points.find(slot);
    if (known?.offset === at) return known;
    const starts = startsOf();
    let low = (starts[last] ?? 0) <= at ? last : 0;
    let high = starts.length - 1;
    if (low + 1 <= high && (starts[low + 1] ?? 0) > at) high = low;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    last = low;
    return points.keep(slot, { line: low + 1, column: at - (starts[low] ?? 0) + 1, offset: at });
  };
  const place = (start: number, end: number): Position => {
    const from = point(start);
    const to = point(Math.max(start, end));
    const slot = (from.offset * 7 + to.offset) % held;
    const known = positions.find(slot);
    if (known?.start === from && known.end === to) return known;
    return positions.keep(slot, { start: from, end: to });
  };
  const offset = (line: number, column: number): number => (startsOf()[line - 1] ?? text.length) + column - 1;
  return { point, place, offset };
}

/** The offsets at which lines begin, found when they are first needed: many lists need no place. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (text.includes('\r'))
    for (const { 0: ending, index } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + ending.length);
  else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Values by slots from 0 on: the last that was kept in each. */
interface Shelf<Value> {
  find(slot: number): Value | undefined;
  keep(slot: number, value: Value): Value;
}

/** Few of many slots are ever used: they hold numbers, which take half of the memory of references, and which no collection has to look through. */
function createShelf<Value>(size: number): Shelf<Value> {
  const places = new Int32Array(size);
  const values: (Value | undefined)[] = [undefined];
  return {
    find: (slot) => values[places[slot] ?? 0],
    keep(slot, value) {
      const place = places[slot] ?? 0;
      if (place > 0) values[place] = value;
      else places[slot] = values.push(value) - 1;
      return value;
    },
  };
}
