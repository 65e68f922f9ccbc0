import type { Position } from '../../model/position.js';
import { cleanInPlace } from '../escape.js';
import { charactersOf, widthOf } from './width.js';
import { cut } from './wrap.js';

/** A line of source and the marks that point at a place in it. */
export interface Excerpt {
  readonly line: string;
  /** The line in three: before the place, the place, behind it. */
  readonly parts: readonly [string, string, string];
  /** Spaces and carets, as wide as what they point at. */
  readonly carets: string;
}

/** So much of a line on either side is more than any terminal shows; UTF-16 units. */
const longest = 2000;

/** Shows the first line of a place within `width` columns; a long line is cut around the place. */
export function excerptOf(text: string, { start, end }: Position, width: number, ellipsis: string): Excerpt {
  const lineStart = start.offset - (start.column - 1);
  const lineEnd = Math.min(lineStart + text.slice(lineStart).search(/[\r\n]|$/), start.offset + longest);
  const before = cleanInPlace(text.slice(Math.max(lineStart, start.offset - longest), start.offset));
  const marked = cleanInPlace(text.slice(start.offset, Math.max(start.offset, Math.min(end.offset, lineEnd))));
  const after = cleanInPlace(text.slice(start.offset + marked.length, lineEnd));
  const shown = cut(marked, Math.max(8, Math.floor(width * 0.6)), ellipsis);
  // The caret of an empty place takes a column too.
  const space = width - Math.max(1, widthOf(shown));
  const lead = fromEnd(
    before.trimStart(),
    Math.max(0, space - Math.min(widthOf(after), Math.floor(space / 2))),
    ellipsis,
  );
  const rest = cut(after.trimEnd(), Math.max(1, width - widthOf(lead) - widthOf(shown)), ellipsis);
  return {
    line: lead + shown + rest,
    parts: [lead, shown, rest],
    carets: ' '.repeat(widthOf(lead)) + '^'.repeat(Math.max(1, widthOf(shown))),
  };
}

/**
 * A corrected line in three (before what was changed, that, behind it), beginning as the excerpt above it does where all that is
 * changed then has space: `column` is where the place of that excerpt begins, 0-based, and `lead` what was shown before it.
 */
export function contextOf(
  line: string,
  changed: { readonly from: number; readonly to: number },
  column: number,
  lead: string,
  width: number,
  ellipsis: string,
): Excerpt['parts'] {
  const before = lead + cleanInPlace(line.slice(column, changed.from));
  const piece = cleanInPlace(line.slice(changed.from, changed.to));
  const space = width - widthOf(before) - widthOf(piece);
  const behind = cleanInPlace(line.slice(changed.to)).trimEnd();
  if (changed.from >= column && space >= Math.min(widthOf(behind), widthOf(ellipsis) + 1))
    return [before, piece, cut(behind, space, ellipsis)];
  const place = (offset: number) => ({ line: 1, column: offset + 1, offset });
  return excerptOf(line, { start: place(changed.from), end: place(changed.to) }, width, ellipsis).parts;
}

/** The last `width` columns of a text. */
function fromEnd(text: string, width: number, ellipsis: string): string {
  if (widthOf(text) <= width) return text;
  const characters = charactersOf(text);
  let columns = widthOf(ellipsis);
  let from = characters.length;
  while (from > 0 && columns + widthOf(characters[from - 1] ?? '') <= width)
    columns += widthOf(characters[--from] ?? '');
  return ellipsis + characters.slice(from).join('');
}
