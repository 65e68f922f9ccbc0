import type { List } from '../model/list.js';
import type { Position } from '../model/position.js';
import { partitionPoint } from '../text/partition-point.js';

/** A place as unist has it: 1-based line and column, 0-based offset where it is known. */
interface UnistPoint {
  readonly line: number;
  readonly column: number;
  readonly offset?: number | undefined;
}

/** Where a message is, or from where to where. */
type UnistPlace = UnistPoint | { readonly start: UnistPoint; readonly end: UnistPoint };

/**
 * Where a message of a plugin is in the file: always inside of it, and at its beginning when the plugin names no place. Plugins
 * read the text without its BOM; the model counts it.
 */
export function positionOf(list: List, place: UnistPlace | undefined): Position {
  if (place === undefined) return list.place(0, 0);
  const [start, end] = 'start' in place ? [place.start, place.end] : [place, place];
  if (!isKnown(start)) return list.place(0, 0);
  return list.place(offsetOf(list, start), offsetOf(list, isKnown(end) ? end : start));
}

/** Nodes that a plugin made itself may have points without a line. */
function isKnown({ line, column }: UnistPoint): boolean {
  return line >= 1 && column >= 1;
}

/** Plugins that count for themselves may be wrong by what a text node does not show: the line is trusted, then the offset, then the column. */
function offsetOf(list: List, { line, column, offset }: UnistPoint): number {
  const shift = list.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (offset !== undefined) {
    const { start } = list.place(offset + shift, offset + shift);
    if (start.line === line) return start.offset;
  }
  const from = startOfLine(list, line);
  const length = list.text.slice(from, startOfLine(list, line + 1)).replace(/[\r\n]+$/, '').length;
  return from + Math.max(0, Math.min(column - 1 + (line === 1 ? shift : 0), length));
}

/** The end of the text for a line that it does not have. */
function startOfLine(list: List, line: number): number {
  return partitionPoint(list.text.length, (offset) => list.place(offset, offset).start.line < line);
}
