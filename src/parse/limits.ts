import type { UnreadReason } from '../model/markdown.js';
import { paragraphLimits as limits, maxDepth, mostPieces } from '../model/reading-limits.js';

/** A stretch that is over a limit and is read as if it were empty. */
export interface UnreadRange {
  readonly what: UnreadReason;
  readonly start: number;
  readonly end: number;
}

/** HTML that is raw text to the next blank line or beyond (CommonMark 0.31, section 4.6, kinds 1 to 6). */
const htmlBlock =
  /^ {0,3}<(?:!|\?|\/?(?:address|article|aside|base|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|ol|optgroup|option|p|param|pre|script|search|section|style|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|track|ul)(?:[\s>/]|$))/i;
const container = /[\t ]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[\t \r\n]|$))/y;
const thematicBreak = /[\t ]*([-*_])(?:[\t ]*\1){2,}[\t ]*(?=[\r\n]|$)/y;

const underline = / {0,3}-+[\t ]*(?=[\r\n]|$)/y;

/** A row of hyphens is judged by so many UTF-16 units. */
const mostDelimiters = 20_000;

interface Fence {
  readonly marker: string;
  readonly quotes: number;
  /** The column that its item's content begins at. */
  readonly column: number;
}

/** One line taken apart. Columns count from 0, a tab as one. */
interface Line {
  readonly quotes: number;
  readonly bullets: number;
  /** The column of the first bullet, or of the words where there is none. */
  readonly indent: number;
  /** The column of the words. */
  readonly column: number;
  /** Offset of the first character after quotes, bullets and spaces. */
  readonly words: number;
  readonly end: number;
  /** Offset of the quote or bullet that is one too deep; null when there is none. */
  readonly tooDeep: number | null;
}

/**
 * What of a text is over a limit, in document order: real lists are far below all of them, an attack may not be. One pass over the
 * lines, which knows as much of Markdown as it takes to see where paragraphs begin.
 */
export function unreadRanges(text: string, most = mostPieces): readonly UnreadRange[] {
  const ranges: UnreadRange[] = [];
  let pieces = 0;
  /** The columns of the content of the items around a line. */
  const columns: number[] = [];
  let fence: Fence | null = null;
  let paragraph = startParagraph();
  let isRaw = false;
  /** True from the delimiter row of a table on, each row of which is read by itself. */
  let isTable = false;
  let above: Line | null = null;
  /** The range that goes on in the next line, if that is not read either. */
  let open: UnreadReason | null = null;
  const leave = (what: UnreadReason, start: number, end: number): void => {
    const last = ranges.at(-1);
    if (last !== undefined && open === what) ranges[ranges.length - 1] = { what, start: last.start, end };
    else ranges.push({ what, start, end });
    open = what;
  };
  for (let at = 0; at < text.length; ) {
    const line = readLine(text, at, paragraph.lines > 0);
    pieces += 1 + openersIn(text, line);
    if (pieces > most) {
      ranges.push({ what: 'file', start: line.words, end: text.length });
      return ranges;
    }
    at = text[line.end] === '\r' && text[line.end + 1] === '\n' ? line.end + 2 : line.end + 1;
    const isEmpty = line.words === line.end && line.bullets === 0;
    if (fence !== null) {
      const isInside = isEmpty || (line.quotes >= fence.quotes && line.column >= fence.column);
      const isEnd = isInside && closes(fence, text.slice(line.words, Math.min(line.end, line.words + 200)));
      if (!isInside || isEnd) fence = null;
      if (isInside) continue;
    }
    if (isEmpty) {
      paragraph = startParagraph();
      isRaw = false;
      open = null;
      continue;
    }
    if (line.bullets > 0 || paragraph.lines === 0) {
      while (columns.length > 0 && (columns.at(-1) ?? 0) > line.indent) columns.pop();
      if (line.bullets > 0) columns.push(line.column);
    }
    if (line.tooDeep !== null || columns.length > maxDepth) {
      leave('nesting', line.tooDeep ?? line.words, line.end);
      continue;
    }
    if (open === 'nesting') open = null;
    const head = text.slice(line.words, Math.min(line.end, line.words + 40));
    const begins = line.bullets > 0 || /^#{1,6}(?:[\t \r\n]|$)/.test(head);
    if (begins || paragraph.lines === 0) isTable = false;
    else isTable ||= isDelimiterRow(text, above, line);
    above = line;
    if (begins || (isTable && text.slice(line.words, line.end).includes('|'))) {
      paragraph = startParagraph();
      isRaw = false;
      open = null;
    }
    const marker = /^(`{3,}|~{3,})/.exec(head)?.[1];
    if (
      marker !== undefined &&
      !(head.startsWith('`') && text.slice(line.words, line.end).includes('`', marker.length))
    ) {
      fence = { marker, quotes: line.quotes, column: columns.at(-1) ?? 0 };
      isTable = false;
      paragraph = startParagraph();
      continue;
    }
    isRaw ||= htmlBlock.test(head);
    if (isRaw) continue;
    if (open !== null) {
      leave(open, line.words, line.end);
      continue;
    }
    const over = countIn(paragraph, text, line);
    if (over !== null) leave(over.what, over.at, line.end);
  }
  return ranges;
}

/** How many links, images and tags may begin in a line. */
function openersIn(text: string, { words, end }: Line): number {
  let count = 0;
  for (let at = words; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 60) count++;
  }
  return count;
}

interface Paragraph {
  brackets: number;
  openers: number;
  marks: number;
  lines: number;
  length: number;
  /** How many `[` are open, and the length at the first of them. */
  open: number;
  opened: number;
}

function startParagraph(): Paragraph {
  return { brackets: 0, openers: 0, marks: 0, lines: 0, length: 0, open: 0, opened: 0 };
}

/** Marks that do not belong to a URL which ends with them (GitHub Flavored Markdown, 6.9). */
const trailing = new Set([...'!"\'),*.:;?_~]'].map((mark) => mark.charCodeAt(0)));

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

/** Counts a line in; where and by what it goes over a limit, or null. */
function countIn(paragraph: Paragraph, text: string, { words, end }: Line): { what: UnreadReason; at: number } | null {
  paragraph.lines++;
  if (paragraph.lines > limits.lines) return { what: 'lines', at: words };
  const before = paragraph.length - words;
  const space = limits.length - paragraph.length;
  paragraph.length += end - words;
  let token = words;
  let isReference = false;
  let trail = 0;
  for (let at = words; at < end; at++) {
    if (at - words === space) return { what: 'length', at };
    if (paragraph.open > 0 && before + at - paragraph.opened > limits['link-text']) return { what: 'link-text', at };
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9) token = at + 1;
    isReference = code === 38 || (isReference && isLetter(code));
    trail = isReference || trailing.has(code) ? trail + 1 : 0;
    if (trail === limits['url-marks'] + 1 && /https?:|www\./i.test(text.slice(token, at)))
      return { what: 'url-marks', at };
    switch (code) {
      case 93: // ]
        paragraph.open = Math.max(0, paragraph.open - 1);
        if (++paragraph.brackets > limits.brackets) return { what: 'brackets', at };
        break;
      case 60: // <
        if (/[!?]/.test(text.charAt(at + 1)) && ++paragraph.openers > limits.openers) return { what: 'openers', at };
        if (++paragraph.marks > limits.marks) return { what: 'marks', at };
        break;
      case 91: // [
        if (paragraph.open++ === 0) paragraph.opened = before + at;
        if (++paragraph.marks > limits.marks) return { what: 'marks', at };
        break;
      case 42: // *
      case 95: // _
      case 96: // `
      case 126: // ~
        if (++paragraph.marks > limits.marks) return { what: 'marks', at };
        break;
      default:
    }
  }
  return null;
}

/** True for a row of hyphens with as many cells as the line above it has (GitHub Flavored Markdown, 4.10). */
function isDelimiterRow(text: string, above: Line | null, { words, end }: Line): boolean {
  if (above === null || !/^[\t |:-]*-[\t |:-]*$/.test(text.slice(words, Math.min(end, words + mostDelimiters))))
    return false;
  return cellsIn(text, above) === cellsIn(text, { words, end });
}

function cellsIn(text: string, { words, end }: Pick<Line, 'words' | 'end'>): number {
  const line = text.slice(words, end).trimEnd();
  const pipes = line.match(/(?<!\\)\|/g)?.length ?? 0;
  return pipes + 1 - (line.startsWith('|') ? 1 : 0) - (/(?<!\\)\|$/.test(line) ? 1 : 0);
}

/** Takes a line apart; below a paragraph a line of hyphens is no bullet but makes it a heading. */
function readLine(text: string, start: number, isBelow: boolean): Line {
  let end = start;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  let words = start;
  let indent = -1;
  let quotes = 0;
  let bullets = 0;
  let tooDeep: number | null = null;
  thematicBreak.lastIndex = start;
  underline.lastIndex = start;
  const isUnderline = isBelow && underline.test(text);
  while (!isUnderline && !thematicBreak.test(text)) {
    container.lastIndex = words;
    const found = container.exec(text)?.[0];
    if (found === undefined) break;
    if (quotes + bullets === maxDepth) {
      tooDeep = words + found.search(/[^\t ]/);
      break;
    }
    if (found.endsWith('>')) quotes++;
    else if (bullets++ === 0) indent = words + found.search(/[^\t ]/) - start;
    words += found.length;
    thematicBreak.lastIndex = words;
  }
  while (words < end && (text[words] === ' ' || text[words] === '\t')) words++;
  const column = words - start;
  return { quotes, bullets, indent: indent < 0 ? column : indent, column, words, end, tooDeep };
}

function closes({ marker }: Fence, words: string): boolean {
  const mark = /^(`{3,}|~{3,})[ \t]*$/.exec(words)?.[1];
  return mark !== undefined && mark[0] === marker[0] && mark.length >= marker.length;
}
