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
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
  }
  // Offsets come mostly in document order, so the last line is a good first guess.
  let last = 0;
  // Made as long as they get, since a long array that grows from its end is kept as a table of several times the size.
  const points = new Array<Point | undefined>(held);
  const positions = new Array<Position | undefined>(held);
  const point = (offset: number): Point => {
    const at = Math.max(0, Math.min(offset, text.length));
    const slot = at % held;
    const known = points[slot];
    if (known?.offset === at) return known;
    let low = (starts[last] ?? 0) <= at ? last : 0;
    let high = starts.length - 1;
    if (low + 1 <= high && (starts[low + 1] ?? 0) > at) high = low;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    last = low;
    const found = { line: low + 1, column: at - (starts[low] ?? 0) + 1, offset: at };
    points[slot] = found;
    return found;
  };
  const place = (start: number, end: number): Position => {
    const from = point(start);
    const to = point(Math.max(start, end));
    const slot = (from.offset * 7 + to.offset) % held;
    const known = positions[slot];
    if (known?.start === from && known.end === to) return known;
    const found = { start: from, end: to };
    positions[slot] = found;
    return found;
  };
  const offset = (line: number, column: number): number => (starts[line - 1] ?? text.length) + column - 1;
  return { point, place, offset };
}
