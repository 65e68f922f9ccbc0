import type { Point, Position } from '../model/place.js';

/** The decoded file and the map from offsets to lines. Offsets count the BOM, as the model's do. */
export interface Source {
  readonly text: string;
  /** The text Markdown is read from: without the BOM. */
  readonly body: string;
  /** 1 when a BOM was taken off: what to add to the offsets of `body`. */
  readonly shift: 0 | 1;
  point(offset: number): Point;
  place(start: number, end: number): Position;
}

/** Reads line endings as Markdown does (CommonMark 0.31, section 2.1): LF, CR LF, or CR alone. */
export function readSource(text: string): Source {
  const shift = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
  }
  // Offsets come mostly in document order, so the last line is a good first guess.
  let last = 0;
  const point = (offset: number): Point => {
    const at = Math.max(0, Math.min(offset, text.length));
    let low = (starts[last] ?? 0) <= at ? last : 0;
    let high = starts.length - 1;
    if (low + 1 <= high && (starts[low + 1] ?? 0) > at) high = low;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    last = low;
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1, offset: at };
  };
  return {
    text,
    body: shift === 1 ? text.slice(1) : text,
    shift,
    point,
    place: (start, end) => ({ start: point(start), end: point(Math.max(start, end)) }),
  };
}
