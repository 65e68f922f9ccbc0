import type { InlineNode } from './inline.js';
import { isBadge } from './inline.js';

/** Stand-ins from the private use area, one character for each thing that is not plain text. */
export const maskCharacter = { link: '\uE000', code: '\uE001', badge: '\uE002' } as const;

/** A line of pieces as one string on which patterns can be tried, and the way back to the file. */
export interface MaskedText {
  /** Text as displayed; links, code and badges as one stand-in each; notes as nothing. */
  readonly text: string;
  /** The offset in the file of the character at `index`, before the emphasis that it opens. */
  offset(index: number): number;
  /** The offset in the file right after the character at `index - 1`, inside the emphasis that it closes. */
  innerEnd(index: number): number;
  /** The same, after the emphasis that it closes. */
  outerEnd(index: number): number;
  /** What a reader sees from `from` to `to`. */
  visible(from: number, to: number): string;
}

interface Segment {
  readonly at: number;
  readonly text: string;
  readonly shown: string;
  readonly start: number;
  readonly end: number;
  /** The same range with the emphasis around it. */
  outerStart: number;
  outerEnd: number;
}

/** Builds the mask of some pieces; `at` is where they start in the file, for when there are none. */
export function maskText(pieces: readonly InlineNode[], at: number): MaskedText {
  const segments: Segment[] = [];
  let length = 0;
  const add = (text: string, shown: string, start: number, end: number): void => {
    segments.push({ at: length, text, shown, start, end, outerStart: start, outerEnd: end });
    length += text.length;
  };
  const walk = (piece: InlineNode): void => {
    if (piece.kind === 'text') add(piece.text, piece.text, piece.start, piece.end);
    else if (piece.kind === 'space') add(' ', ' ', piece.start, piece.end);
    else if (piece.kind === 'break') add('\n', ' ', piece.start, piece.end);
    else if (piece.kind === 'code') add(maskCharacter.code, piece.text, piece.start, piece.end);
    else if (isBadge(piece)) add(maskCharacter.badge, '', piece.start, piece.end);
    else if (piece.kind === 'link') add(maskCharacter.link, piece.link.text, piece.start, piece.end);
    else if (piece.kind === 'mark') {
      const from = segments.length;
      for (const inner of piece.inner) walk(inner);
      const first = segments[from];
      const last = segments.at(-1);
      if (first !== undefined && last !== undefined) {
        first.outerStart = piece.start;
        last.outerEnd = piece.end;
      }
    }
  };
  for (const piece of pieces) walk(piece);
  const endingAt = (index: number): Segment | undefined => segments.findLast((candidate) => candidate.at < index);
  const inside = (segment: Segment, index: number): number => {
    const into = index - segment.at;
    // A character reference is longer in the file than in the text; inside such a piece only its ends are exact.
    if (segment.end - segment.start === segment.text.length) return segment.start + into;
    return into <= 0
      ? segment.start
      : into >= segment.text.length
        ? segment.end
        : Math.min(segment.start + into, segment.end);
  };
  return {
    text: segments.map((segment) => segment.text).join(''),
    offset: (index) => {
      const segment = segments.findLast((candidate) => candidate.at <= index);
      if (segment === undefined) return at;
      return index === segment.at ? segment.outerStart : inside(segment, index);
    },
    innerEnd: (index) => {
      const segment = endingAt(index);
      return segment === undefined ? at : inside(segment, index);
    },
    outerEnd: (index) => {
      const segment = endingAt(index);
      if (segment === undefined) return at;
      return index === segment.at + segment.text.length ? segment.outerEnd : inside(segment, index);
    },
    visible: (from, to) =>
      segments
        .filter((segment) => segment.at < to && segment.at + segment.text.length > from)
        .map(({ at: start, text, shown }) =>
          text === shown ? shown.slice(Math.max(0, from - start), Math.max(0, to - start)) : shown,
        )
        .join('')
        .replace(/\s+/g, ' ')
        .trim(),
  };
}
