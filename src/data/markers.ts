import { UserError } from '../model/errors.js';

/** The comments that the rendered part of a README is between. */
export const markers = { start: '<!-- listwright:start -->', end: '<!-- listwright:end -->' } as const;

const pattern = /^[ \t]*<!--[ \t]*listwright:(start|end)[ \t]*-->[ \t]*(?=\r?$)/gm;

/** A README in three: up to the end of the first marker, the part that is rendered, and from the last marker on. */
export interface MarkedText {
  readonly before: string;
  readonly part: string;
  readonly after: string;
  readonly eol: '\n' | '\r\n';
}

/** True where a text has a marker. */
export function hasMarkers(text: string): boolean {
  return [...text.matchAll(pattern)].length > 0;
}

/** Divides a README at its markers. Throws a UserError where there are not exactly two. */
export function readMarked(path: string, text: string): MarkedText {
  const found = [...text.matchAll(pattern)];
  const [first, last, ...more] = found;
  if (first === undefined)
    throw new UserError(
      `${path}: no line \`${markers.start}\`; put it and \`${markers.end}\` around the place for the entries`,
    );
  if (last === undefined || more.length > 0 || first[1] !== 'start' || last[1] !== 'end')
    throw new UserError(
      `${path}: needs one \`${markers.start}\` and one \`${markers.end}\` after it, each on its own line`,
    );
  const start = first.index + first[0].length;
  return {
    before: text.slice(0, start),
    part: text.slice(start, last.index),
    after: text.slice(last.index),
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** Where the rendered part of a text begins and ends, without its markers; nothing where there are not two. */
export function markedRange(text: string): readonly [start: number, end: number] {
  const [first, last] = [...text.matchAll(pattern)];
  return first === undefined || last === undefined ? [0, 0] : [first.index + first[0].length, last.index];
}
