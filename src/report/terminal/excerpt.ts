import type { Position } from '../../model/position.js';
import { cleanInPlace } from '../escape.js';
import { charactersOf, widthOf } from './text-width.js';
import { cut } from './wrap.js';

/** A line of source and the marks that point at a place in it. */
export interface Excerpt {
  readonly line: string;
  /** The line in three: before the place, the place, behind it. */
  readonly parts: readonly [string, string, string];
  /** Spaces and carets, as wide as what they point at. */
  readonly carets: string;
  /** The columns of the line up to where the place was cut; null where it is whole. */
  readonly cutAt: number | null;
}

/** So much of a line on either side is more than any terminal shows; UTF-16 units. */
const longest = 2000;

/** Shows the first line of a place within `width` columns; a long line is cut around the place. */
export function excerptOf(text: string, { start, end }: Position, width: number, ellipsis: string): Excerpt {
  const lineStart = start.offset - (start.column - 1);
  const lineEnd = start.offset + text.slice(start.offset, start.offset + longest).search(/[\r\n]|$/);
  const before = cleanInPlace(text.slice(Math.max(lineStart, start.offset - longest), start.offset));
  const marked = cleanInPlace(text.slice(start.offset, Math.max(start.offset, Math.min(end.offset, lineEnd))));
  const after = cleanInPlace(text.slice(start.offset + marked.length, lineEnd));
  const [shown, kept] = cutPlace(marked, Math.max(8, Math.floor(width * 0.6)), ellipsis);
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
    cutAt: kept === null ? null : widthOf(lead) + kept,
  };
}

/** Both parts of a link are shown where they have this many columns. */
const least = 16;

/** Cuts a place to `width` columns, but keeps the bracket that ends it; with the columns before the ellipsis, null where nothing was cut. */
function cutPlace(text: string, width: number, ellipsis: string): readonly [shown: string, kept: number | null] {
  if (widthOf(text) <= width) return [text, null];
  const [, open = '', label = '', between = '', url = '', close = ''] = /^(!?\[)(.*)(\]\()(.*)(\))$/s.exec(text) ?? [];
  const space = width - widthOf(open + between + close);
  if (close !== '' && space >= least) {
    // Both parts of a link stay; the one that is shorter leaves its columns to the other.
    const half = Math.floor(space / 2);
    const name = cut(label, Math.max(half, space - widthOf(url)), ellipsis);
    const target = between + cut(url, space - widthOf(name), ellipsis);
    return [open + name + target + close, widthOf(open + name + (name === label ? target : '')) - widthOf(ellipsis)];
  }
  const end = /[)\]}>]$/.exec(text)?.[0] ?? '';
  const start = cut(text, width - end.length, ellipsis);
  return [start + end, widthOf(start) - widthOf(ellipsis)];
}

/** A line as written and as a fix leaves it, and the place in `text` that the finding names. */
interface Correction {
  readonly text: string;
  readonly place: Position;
  readonly written: string;
  readonly corrected: string;
}

/**
 * The line of a finding, and the same part of the corrected line in three (before what was changed, that, behind it). The part
 * is that around the place; where the change is outside of what is then shown, it is that around the change. `place` is what
 * the carets point at.
 */
export function correctionOf(
  { text, place, written, corrected }: Correction,
  width: number,
  ellipsis: string,
): { readonly place: Position; readonly source: Excerpt; readonly corrected: Excerpt['parts'] } {
  const { from, to, fixedTo } = changedRange(written, corrected);
  const piece = cleanInPlace(corrected.slice(from, fixedTo));
  const column = place.start.column - 1;
  const lineStart = place.start.offset - column;
  // What is added at the place needs columns in the corrected line.
  const isAtPlace = from >= column && lineStart + from <= place.end.offset;
  const added = isAtPlace ? Math.min(8, Math.max(0, widthOf(piece) - (to - from))) : 0;
  const around = excerptOf(text, place, width - added, ellipsis);
  const lead = around.parts[0] + cleanInPlace(corrected.slice(column, from));
  const shown = around.cutAt ?? widthOf(around.parts[0] + around.parts[1]);
  const isWhole = around.cutAt === null && !around.parts[2].endsWith(ellipsis);
  const end = isWhole ? width : shown;
  const isShown = from >= column && widthOf(lead) <= end && widthOf(lead) + Math.min(widthOf(piece), 8) <= width;
  const { start, end: last } = place;
  const own = { place: { start, end: last }, source: around };
  if (isShown) return { ...own, corrected: rowOf(lead, piece, corrected.slice(fixedTo), width, ellipsis) };
  // Edits before the place change nothing in what is shown of a line that fits.
  const whole = cleanInPlace(corrected);
  if (around.line === cleanInPlace(written).trimEnd() && widthOf(whole) <= width)
    return {
      ...own,
      corrected: rowOf(cleanInPlace(corrected.slice(0, from)), piece, corrected.slice(fixedTo), width, ellipsis),
    };
  const at = (offset: number) => ({ line: place.start.line, column: offset + 1, offset: lineStart + offset });
  const space = width - Math.min(widthOf(piece), Math.floor(width / 2));
  const changed = { start: at(from), end: at(to) };
  const source = excerptOf(text, changed, space, ellipsis);
  return {
    place: changed,
    source,
    corrected: rowOf(source.parts[0], piece, corrected.slice(fixedTo), width, ellipsis),
  };
}

function rowOf(lead: string, piece: string, behind: string, width: number, ellipsis: string): Excerpt['parts'] {
  const changed = cut(piece, width - widthOf(lead), ellipsis);
  const space = width - widthOf(lead) - widthOf(changed);
  const isCut = changed !== piece || space < widthOf(ellipsis);
  return [lead, changed, isCut ? '' : cut(cleanInPlace(behind).trimEnd(), space, ellipsis)];
}

/** The part of a line that a fix changes, all edits of the line included: where it ends as written, and as fixed. */
function changedRange(written: string, fixed: string): { from: number; to: number; fixedTo: number } {
  const most = Math.min(written.length, fixed.length);
  let from = 0;
  while (from < most && written[from] === fixed[from]) from++;
  let same = 0;
  while (same < most - from && written.at(-1 - same) === fixed.at(-1 - same)) same++;
  return { from, to: written.length - same, fixedTo: fixed.length - same };
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
