import { type Lines, linesOf } from '../../text/lines.js';

/** The decoded file and the map from offsets to lines. Offsets count the BOM, as the model's do. */
export interface ParsedSource extends Lines {
  readonly text: string;
  /** The text Markdown is read from: without the BOM. */
  readonly body: string;
  /** 1 when a BOM was taken off: what to add to the offsets of `body`. */
  readonly shift: 0 | 1;
}

/** Reads the lines of a file and takes its BOM off. */
export function parseSource(text: string): ParsedSource {
  const shift = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return { text, body: shift === 1 ? text.slice(1) : text, shift, ...linesOf(text) };
}
