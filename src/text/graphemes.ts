/** UTF-16 units. */
const pieceLength = 1000;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How many characters a reader sees. Counted piece by piece: a segmenter holds the whole text for each segment that it gives. */
export function graphemes(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let count = 0;
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + pieceLength);
    let last = from;
    let inPiece = 0;
    for (const { index } of segmenter.segment(text.slice(from, to))) {
      last = from + index;
      inPiece++;
    }
    // The last of a piece may go on in the next; one that fills a piece is cut.
    if (to < text.length && last > from) {
      to = last;
      inPiece--;
    }
    count += inPiece;
    from = to;
  }
  return count;
}
