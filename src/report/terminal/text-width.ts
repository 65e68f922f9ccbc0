import stringWidth from 'fast-string-width';

/** Letters, marks and lines that take one column each, alone and side by side; all else is left to the library. */
const narrow =
  /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2190-\u2193\u2500-\u257f\u25b2✖]*$/;

/** Columns that a text takes on a terminal; wide characters take two, colors none. */
export function widthOf(text: string): number {
  return narrow.test(text) ? text.length : stringWidth(text);
}

/** What a reader takes for single characters. */
export function charactersOf(text: string): readonly string[] {
  if (narrow.test(text)) return [...text];
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
