import { frontMatterEnd } from '../../text/front-matter.js';
import { type Lines, linesOf } from '../../text/lines.js';
import { type UnreadRange, unreadRanges } from '../limits.js';

/** The decoded file and the map from offsets to lines. Offsets count the BOM, as the model's do. */
export interface ParsedSource extends Lines {
  readonly text: string;
  /** The text Markdown is read from: without the BOM, and with spaces, or a line break and spaces, in place of front matter and of what is over a limit; it ends where the file is over one. */
  readonly body: string;
  /** 1 when the text begins with a BOM: what to add to the offsets of `body`. */
  readonly shift: 0 | 1;
  /** Offset after the front matter; null when there is none. */
  readonly frontMatter: number | null;
  /** What is over a limit, in document order; offsets are those of the file. */
  readonly unread: readonly UnreadRange[];
  /** True where a format is given, by which entries are read once more: then their pieces are kept. */
  readonly hasFormat: boolean;
}

/** As many points and positions of a file are held while it is read: blocks, links and entries are read one kind after the other. */
const mostHeld = 1_000_000;

/** Reads the lines of a file and finds what in it is not Markdown. */
export function parseSource(text: string, hasFormat = false): ParsedSource {
  const shift = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const whole = shift === 1 ? text.slice(1) : text;
  const end = frontMatterEnd(whole);
  const markdown = end === null ? whole : blank(whole.slice(0, end)) + whole.slice(end);
  const unread = unreadRanges(markdown);
  return {
    text,
    body: without(markdown, unread),
    shift,
    frontMatter: end === null ? null : end + shift,
    unread: unread.map((range) => ({ ...range, start: range.start + shift, end: range.end + shift })),
    hasFormat,
    ...linesOf(text, Math.max(1, Math.min(text.length, mostHeld))),
  };
}

function without(text: string, ranges: readonly UnreadRange[]): string {
  if (ranges.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const { what, start, end } of ranges) {
    // Empty lines take memory too, and nothing follows these.
    if (what === 'file') return parts.join('') + text.slice(from, start);
    parts.push(text.slice(from, start), blankUnread(text, start, end));
    from = end;
  }
  return parts.join('') + text.slice(from);
}

/** Longer rests of a line end their paragraph. */
const mostRest = 2000;

/** Spaces in place of a range; a long one begins with a line break, as each mark before it would look through the rest of its line. */
function blankUnread(text: string, start: number, end: number): string {
  const spaces = blank(text.slice(start, end));
  return end - start <= mostRest || /^[\r\n]/.test(spaces) ? spaces : `\n${spaces.slice(1)}`;
}

/** Spaces of the same length, so that what follows keeps its offsets and lines. */
function blank(text: string): string {
  return text.replace(/[^\r\n]+/g, (line) => ' '.repeat(line.length));
}
