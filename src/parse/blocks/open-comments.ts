/** A stretch of the file. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** A comment with what is in it. */
interface Comment extends Range {
  readonly text: string;
}

/** Comments as a browser reads them, in document order. */
export interface PageComments {
  readonly comments: readonly Comment[];
  /** The last of them when nothing closes it. */
  readonly open: Comment | null;
}

/**
 * Lengthens comments that the HTML around them does not close. An empty line ends that HTML, and what follows is Markdown; in the
 * page it is part of the comment all the same, up to the next `-->` that is HTML and not text. `html` are the blocks of HTML, in
 * document order.
 */
export function pageComments(text: string, found: readonly Comment[], html: readonly Range[]): PageComments {
  const sorted = found.toSorted((a, b) => a.start - b.start);
  const comments: Comment[] = [];
  let reached = 0;
  let block = 0;
  for (const [index, comment] of sorted.entries()) {
    const { start, end } = comment;
    if (start < reached) continue;
    if (isClosed(text.slice(start, end))) {
      comments.push(comment);
      reached = end;
      continue;
    }
    const inline = sorted.slice(index + 1).find((other) => other.start >= end)?.end ?? Number.POSITIVE_INFINITY;
    let closer = -1;
    for (; closer < 0 && block < html.length; block++) {
      const range = html[block];
      if (range === undefined || range.start < end) continue;
      if (range.start >= inline) break;
      closer = closerIn(text, range);
    }
    if (closer >= 0) block -= 1;
    const last = closer >= 0 ? closer : inline;
    const isOpen = last === Number.POSITIVE_INFINITY;
    reached = isOpen ? text.length : last;
    const whole = { start, end: reached, text: text.slice(start + 4, isOpen ? reached : reached - 3) };
    comments.push(whole);
    if (isOpen) return { comments, open: whole };
  }
  return { comments, open: null };
}

/** `<!-->` and `<!--->` are closed too (HTML Living Standard, 13.2.5.43). */
function isClosed(source: string): boolean {
  return /^<!--(?:-?>|[\s\S]*--!?>$)/.test(source);
}

/** The offset after the first `-->` of a block; -1 for none. */
function closerIn(text: string, { start, end }: Range): number {
  const at = text.indexOf('-->', start);
  return at < 0 || at + 3 > end ? -1 : at + 3;
}
