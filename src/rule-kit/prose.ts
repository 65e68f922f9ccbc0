import type { List } from '../model/list.js';
import type { Block } from '../model/markdown.js';
import type { Position, Span } from '../model/position.js';
import { placeIn, textsIn } from './visible-text.js';

/** Represents code, an image or a formula in the text of a stretch. */
export const opaque = '\uFFFC';

/** Represents a line break that a reader sees; other ends of lines are `\n`. */
const lineBreak = '\u2028';

/** What a reader sees of one paragraph, heading or table cell, joined over links and emphasis; code is one opaque sign. */
export interface ProseRange {
  readonly text: string;
  readonly block: Block;
  /** Where a part of the text is in the file; a part that begins in one text ends with it at the latest. */
  readonly place: (start: number, end: number) => Position | null;
  /** True when a part is in the file letter by letter, so that it may be edited. */
  readonly exact: (start: number, end: number) => boolean;
}

interface Piece {
  readonly span: Span;
  readonly from: number;
}

/** The paragraphs, headings and table cells of a list, in document order. Given one by one, since together they are as large as the list. */
export function* proseRanges(list: List): Generator<ProseRange> {
  const cells = new Map<number, readonly Position[]>();
  for (const { header, rows, position } of list.tables) {
    const all = [header, ...rows].flatMap((row) => row.cells.map((cell) => cell.position));
    cells.set(position.start.offset, all);
  }
  for (const block of list.blocks) {
    const isText = block.kind === 'paragraph' || block.kind === 'heading';
    const parts = block.kind === 'table' ? cells.get(block.position.start.offset) : isText ? [block.position] : [];
    for (const part of parts ?? []) yield joined(list, block, part);
  }
}

function joined(list: List, block: Block, position: Position): ProseRange {
  const pieces: Piece[] = [];
  let text = '';
  let at = position.start.offset;
  for (const span of textsIn(list, position)) {
    text += between(list.text.slice(at, span.position.start.offset));
    pieces.push({ span, from: text.length });
    text += span.text;
    at = span.position.end.offset;
  }
  text += between(list.text.slice(at, position.end.offset));
  const pieceAt = (offset: number): Piece | undefined => {
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pieces[middle]?.from ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return pieces[low - 1];
  };
  return {
    text,
    block,
    place: (start, end) => {
      const piece = pieceAt(start);
      if (piece === undefined) return null;
      const { span, from } = piece;
      return placeIn(span, start - from, Math.min(end - from, span.text.length));
    },
    exact: (start, end) => {
      const piece = pieceAt(start);
      if (piece === undefined) return false;
      const { span, from } = piece;
      const length = span.position.end.offset - span.position.start.offset;
      return end - from <= span.text.length && length === span.text.length;
    },
  };
}

/** What a reader sees between two texts: markup is nothing, code and images are something. */
function between(source: string): string {
  if (/`|!\[|<(?:img|code|kbd|svg)\b/i.test(source)) return opaque;
  if (/<br|(?: {2}|\\)\r?\n/i.test(source)) return lineBreak;
  return /[\r\n]/.test(source) ? '\n' : '';
}
