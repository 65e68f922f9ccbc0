import type { ListItem, Nodes, PhrasingContent, RootContent } from 'mdast';
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
/** What such a line is made of. */
const parts = /(!?)\[(?:!\[([^\]]*)\]\(([^)]*)\)|([^[\]]*))\]\(([^)]*)\)|`([^`]*)`|(?:[^[`!]|!(?!\[))+/g;
/** Replaces what was folded: neither a letter nor a mark of Markdown. */
const stand = '\u00A7';
/** Fewer plain items are not worth it. */
const fewest = 3;

/** Plain items one below the other that begin alike. */
interface Run {
  /** Indentation, bullet and blanks. */
  readonly prefix: string;
  readonly lines: string[];
  /** Where it is in the text, and where its one line is in the folded text. */
  readonly start: number;
  end: number;
  foldedStart: number;
  foldedEnd: number;
  /** How many lines were taken out up to its end. */
  fewer: number;
}

/** A text in which one short item represents each run of plain ones. */
export interface CollapsedItems {
  readonly text: string;
  readonly runs: readonly Run[];
}

/**
 * Folds the plain items of a text, which most items of a list are, so that micromark reads one of many; null where there are too
 * few. Whether they are items at all depends on what is around them: `unfold` tells.
 */
export function collapsePlainItems(text: string): CollapsedItems | null {
  // Other line endings are left to micromark.
  if (text.includes('\r')) return null;
  const runs: Run[] = [];
  let count = 0;
  for (const { 0: line, 1: prefix = '', index: start } of text.matchAll(plain)) {
    const end = start + line.length;
    const last = runs.at(-1);
    if (last !== undefined && last.end + 1 === start && last.prefix === prefix) {
      last.lines.push(line);
      last.end = end;
    } else runs.push({ prefix, lines: [line], start, end, foldedStart: 0, foldedEnd: 0, fewer: 0 });
    count++;
  }
  if (count < fewest) return null;
  let folded = '';
  let from = 0;
  let fewer = 0;
  for (const run of runs) {
    folded += text.slice(from, run.start);
    run.foldedStart = folded.length;
    folded += run.prefix + stand;
    run.foldedEnd = folded.length;
    fewer += run.lines.length - 1;
    run.fewer = fewer;
    from = run.end;
  }
  return { text: folded + text.slice(from), runs };
}

/** Puts the items back among the nodes of a folded text; null where a line that represents items was not read as an item of one line. */
export function expandPlainItems(
  nodes: readonly RootContent[],
  { runs }: CollapsedItems,
): readonly RootContent[] | null {
  const byMarker = new Map(runs.map((run) => [run.foldedStart + run.prefix.search(/\S/), run]));
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
    else if ('children' in node) for (const child of node.children) visit(child);
    if (node.type === 'footnoteDefinition') notes--;
    move(node);
  };
  const itemsFor = (item: ListItem): ListItem[] => {
    const run = byMarker.get(item.position?.start.offset ?? -1);
    // In a footnote micromark lets an item end where the words of the next begin.
    if (run === undefined || notes > 0 || !standsAlone(item, run)) {
      visit(item);
      return [item];
    }
    met++;
    const [, ...rest] = item.children;
    for (const child of rest) visit(child);
    move(item);
    const items = itemsOf(run, item.position?.start.line ?? 1);
    const last = items.at(-1);
    // What is below the last line belongs to its item.
    if (last?.position !== undefined && item.position !== undefined) {
      append(last.children, rest);
      last.spread = item.spread ?? null;
      last.position.end = item.position.end;
    }
    return items;
  };
  for (const node of nodes) visit(node);
  return met === runs.length ? nodes : null;
}

/** True when an item begins with a paragraph of nothing but the line that represents a run. */
function standsAlone({ children: [first] }: ListItem, run: Run): boolean {
  return (
    first?.type === 'paragraph' &&
    first.position?.start.offset === run.foldedStart + run.prefix.length &&
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
function itemsOf({ prefix, lines, start }: Run, firstLine: number): ListItem[] {
  const indent = prefix.search(/\S/);
  let offset = start;
  return lines.map((text, index) => {
    const line = firstLine + index;
    const at = (column: number): Point => ({ line, column: column + 1, offset: offset + column });
    const between = (from: number, to: number) => ({ start: at(from), end: at(to) });
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

type Between = (from: number, to: number) => { start: Point; end: Point };

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
