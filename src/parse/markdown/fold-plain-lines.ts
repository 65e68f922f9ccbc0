import type { ListItem, Nodes, PhrasingContent, RootContent, TableRow } from 'mdast';
import type { Point } from 'unist';
import { append } from '../../text/append.js';

/** A character that is nothing but itself: not where it may begin an image, an entity, emphasis or an address (GitHub Flavored Markdown, section 6). */
const char = [
  '[^\\0-\\x1f\\x7f\\\\`*_~<&\\[\\]!@:wW]',
  '!(?!\\[)',
  '&(?![#\\w])',
  '(?<=[A-Za-z\\d])_(?=[A-Za-z\\d])',
  '(?<![-.+\\w])@',
  ':(?!//)',
  '[wW](?![wW]{2}\\.)',
].join('|');
const label = `(?![ ^])(?:${char})+(?<! )`;
const target = '\\([^\\0-\\x20\\x7f()\\\\<>;`\\[\\]]+\\)';
const image = `!\\[(?:${label})?\\]${target}`;
/** Around words, or around one image as badges are. */
const link = `\\[(?:${label}|${image})\\]${target}`;
const code = '`(?! )[^\\0-\\x1f`]+(?<! )`(?!`)';
/** An item of one line that begins with a link or a letter and goes on with links, images, code and words. */
const plain = new RegExp(`^( *[-*+] {1,4})(?=[\\[\\p{L}])(?:${link}|${image}|${code}|${char})+(?<! )$`, 'gmu');
/** A line that may be a row of a table. The line above a row of hyphens is the head of a table, and is left to micromark. */
const piped = /^\|[^\n\\]*\|$(?!\n[ \t|:-]+$)/gm;
/** What a plain cell shows: anything that is plain, since no block begins in a cell. */
const cell = new RegExp(`^(?:${link}|${image}|${code}|${char})+$`, 'u');
/** What such a line is made of. */
const parts = /(!?)\[(?:!\[([^\]]*)\]\(([^)]*)\)|([^[\]]*))\]\(([^)]*)\)|`([^`]*)`|(?:[^[`!]|!(?!\[))+/g;
/** Replaces what was folded: neither a letter nor a mark of Markdown. */
const stand = '\u00A7';
/** Fewer plain lines are not worth it. */
const fewest = 3;

/** Plain items one below the other that begin alike, or plain rows of a table. */
interface Run {
  /** Indentation, bullet and blanks; null for rows. */
  readonly prefix: string | null;
  readonly lines: string[];
  /** Where it is in the text, and where its one line is in the folded text. */
  readonly start: number;
  end: number;
  foldedStart: number;
  foldedEnd: number;
  /** How many lines were taken out up to its end. */
  fewer: number;
}

/** A text in which one short item or row represents each run of plain ones. */
export interface CollapsedLines {
  readonly text: string;
  readonly runs: readonly Run[];
}

/**
 * Folds the plain items and rows of a text, which most lines of a list are, so that micromark reads one of many; null where there
 * are too few. Whether they are items or rows at all depends on what is around them: `expandPlainLines` tells.
 */
export function collapsePlainLines(text: string): CollapsedLines | null {
  // Other line endings are left to micromark.
  if (text.includes('\r')) return null;
  const runs = [...runsOf(itemLines(text)), ...runsOf(rowLines(text))].sort((a, b) => a.start - b.start);
  if (runs.reduce((sum, { lines }) => sum + lines.length, 0) < fewest) return null;
  let folded = '';
  let from = 0;
  let fewer = 0;
  for (const run of runs) {
    folded += text.slice(from, run.start);
    run.foldedStart = folded.length;
    folded += run.prefix === null ? `|${stand}|` : run.prefix + stand;
    run.foldedEnd = folded.length;
    fewer += run.lines.length - 1;
    run.fewer = fewer;
    from = run.end;
  }
  return { text: folded + text.slice(from), runs };
}

/** A plain line, and where it begins. */
interface PlainLine {
  readonly prefix: string | null;
  readonly line: string;
  readonly start: number;
}

function* itemLines(text: string): Generator<PlainLine> {
  for (const { 0: line, 1: prefix = '', index: start } of text.matchAll(plain)) yield { prefix, line, start };
}

function* rowLines(text: string): Generator<PlainLine> {
  for (const { 0: line, index: start } of text.matchAll(piped))
    if (isPlainRow(line)) yield { prefix: null, line, start };
}

function isPlainRow(line: string): boolean {
  if (!/[^ |:-]/.test(line)) return false;
  return line
    .slice(1, -1)
    .split('|')
    .every((each) => {
      const [from, to] = withoutBlanks(each, 0, each.length);
      return from === to || cell.test(each.slice(from, to));
    });
}

/** Where a stretch begins and ends without the blanks at its ends; an empty one where it is blank. */
function withoutBlanks(text: string, from: number, to: number): readonly [number, number] {
  let [start, end] = [from, to];
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  return [start, end];
}

/** Joins lines that follow one another and begin alike. */
function runsOf(lines: Iterable<PlainLine>): readonly Run[] {
  const runs: Run[] = [];
  for (const { prefix, line, start } of lines) {
    const end = start + line.length;
    const last = runs.at(-1);
    if (last !== undefined && last.end + 1 === start && last.prefix === prefix) {
      last.lines.push(line);
      last.end = end;
    } else runs.push({ prefix, lines: [line], start, end, foldedStart: 0, foldedEnd: 0, fewer: 0 });
  }
  return runs;
}

/** Puts the lines back among the nodes of a folded text; null where a line that represents others was not read as an item of one line, or as a row. */
export function expandPlainLines(
  nodes: readonly RootContent[],
  { runs }: CollapsedLines,
): readonly RootContent[] | null {
  const byStart = new Map(runs.map((run) => [run.foldedStart + (run.prefix?.search(/\S/) ?? 0), run]));
  let met = 0;
  let notes = 0;
  const move = ({ position }: Nodes): void => {
    if (position === undefined) return;
    movePoint(position.start, runs);
    movePoint(position.end, runs);
  };
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteDefinition') notes++;
    if (node.type === 'list') node.children = node.children.flatMap(itemsFor);
    else if (node.type === 'table') node.children = node.children.flatMap(rowsFor);
    else if ('children' in node) for (const child of node.children) visit(child);
    if (node.type === 'footnoteDefinition') notes--;
    move(node);
  };
  const itemsFor = (item: ListItem): ListItem[] => {
    const run = byStart.get(item.position?.start.offset ?? -1);
    // In a footnote micromark lets an item end where the words of the next begin.
    if (run === undefined || run.prefix === null || notes > 0 || !standsAlone(item, run, run.prefix)) {
      visit(item);
      return [item];
    }
    met++;
    const [, ...rest] = item.children;
    for (const child of rest) visit(child);
    move(item);
    const items = itemsOf(run, run.prefix, item.position?.start.line ?? 1);
    const last = items.at(-1);
    // What is below the last line belongs to its item.
    if (last?.position !== undefined && item.position !== undefined) {
      append(last.children, rest);
      last.spread = item.spread ?? null;
      last.position.end = item.position.end;
    }
    return items;
  };
  const rowsFor = (row: TableRow, index: number): TableRow[] => {
    const run = byStart.get(row.position?.start.offset ?? -1);
    if (run === undefined || run.prefix !== null || index === 0 || row.position?.end.offset !== run.foldedEnd) {
      visit(row);
      return [row];
    }
    met++;
    move(row);
    return rowsOf(run, row.position.start.line);
  };
  for (const node of nodes) visit(node);
  return met === runs.length ? nodes : null;
}

/** True when an item begins with a paragraph of nothing but the line that represents a run. */
function standsAlone({ children: [first] }: ListItem, run: Run, prefix: string): boolean {
  return (
    first?.type === 'paragraph' &&
    first.position?.start.offset === run.foldedStart + prefix.length &&
    first.position.end.offset === run.foldedEnd
  );
}

/** Moves a point of the folded text to where it is in the whole one. */
function movePoint(point: Point, runs: readonly Run[]): void {
  const { offset = 0 } = point;
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.foldedEnd ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  // All runs before `low` end at or before the point, and their lines stand between.
  const before = runs[low - 1];
  if (before === undefined) return;
  point.offset = offset - before.foldedEnd + before.end;
  point.line += before.fewer;
  if (offset === before.foldedEnd) point.column = (before.lines.at(-1)?.length ?? 0) + 1;
}

/** The items of a run, the first of which is in this line. */
function itemsOf({ lines, start }: Run, prefix: string, firstLine: number): ListItem[] {
  const indent = prefix.search(/\S/);
  let offset = start;
  return lines.map((text, index) => {
    const between = betweenOf(firstLine + index, offset);
    const children = phrasesOf(text, prefix.length, between);
    const item: ListItem = {
      type: 'listItem',
      spread: false,
      checked: null,
      children: [{ type: 'paragraph', children, position: between(prefix.length, text.length) }],
      position: between(indent, text.length),
    };
    offset += text.length + 1;
    return item;
  });
}

/** The rows of a run, the first of which is in this line. */
function rowsOf({ lines, start }: Run, firstLine: number): TableRow[] {
  let offset = start;
  return lines.map((text, index) => {
    const between = betweenOf(firstLine + index, offset);
    const row: TableRow = { type: 'tableRow', children: [], position: between(0, text.length) };
    for (let at = 0; at < text.length - 1; ) {
      const next = text.indexOf('|', at + 1);
      const [from, to] = withoutBlanks(text, at + 1, next);
      const children = from === to ? [] : phrasesOf(text.slice(0, to), from, between);
      // The last pipe belongs to the last cell.
      const end = next === text.length - 1 ? text.length : next;
      row.children.push({ type: 'tableCell', children, position: between(at, end) });
      at = next;
    }
    offset += text.length + 1;
    return row;
  });
}

type Between = (from: number, to: number) => { start: Point; end: Point };

/** Places in a line, by 0-based columns. */
function betweenOf(line: number, offset: number): Between {
  const at = (column: number): Point => ({ line, column: column + 1, offset: offset + column });
  return (from, to) => ({ start: at(from), end: at(to) });
}

/** The links, code and words of a line. */
function phrasesOf(line: string, from: number, between: Between): PhrasingContent[] {
  const phrases: PhrasingContent[] = [];
  parts.lastIndex = from;
  for (let found = parts.exec(line); found !== null; found = parts.exec(line)) {
    const [whole, bang, alt = '', source, label = '', url, value] = found;
    const { index } = found;
    const position = between(index, index + whole.length);
    if (url !== undefined && bang === '!') phrases.push({ type: 'image', title: null, url, alt: label, position });
    else if (url !== undefined) {
      const inside = between(index + 1, index + whole.length - url.length - 3);
      const child: PhrasingContent =
        source === undefined
          ? { type: 'text', value: label, position: inside }
          : { type: 'image', title: null, url: source, alt, position: inside };
      phrases.push({ type: 'link', title: null, url, children: [child], position });
    } else if (value !== undefined) phrases.push({ type: 'inlineCode', value, position });
    else phrases.push({ type: 'text', value: whole, position });
  }
  return phrases;
}
