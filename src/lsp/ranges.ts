import type { Range } from 'vscode-languageserver';
import type { Edit } from '../model/finding.js';
import type { Position } from '../model/position.js';

/** A place as editors count: lines and UTF-16 units from 0 (LSP 3.17, `Position`). */
export function rangeOf({ start, end }: Position): Range {
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}

/** True where a place and a stretch of offsets meet; touching counts, as a cursor is empty. */
export function overlaps({ start, end }: Position, from: number, to: number): boolean {
  return start.offset <= to && from <= end.offset;
}

/** True where all edits lie inside a stretch of offsets. */
export function contains(edits: readonly Edit[], from: number, to: number): boolean {
  return edits.every(({ start, end }) => from <= start && end <= to);
}
