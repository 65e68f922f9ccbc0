import type { ContentsItem, List } from '../../src/model/list.js';
import { sorted, sortingKey } from '../../src/rule-kit/sorting.js';
import { longestRun } from '../../src/text/longest-increasing.js';

/** Lines in the order of the file. */
export function inOrder(items: readonly ContentsItem[]): readonly ContentsItem[] {
  return [...items].sort((a, b) => a.position.start.offset - b.position.start.offset);
}

/** True for contents in another order throughout, which are one defect. */
export function isShuffled(moved: readonly unknown[], listed: { readonly size: number }, foldOver: number): boolean {
  return moved.length > foldOver || (moved.length > 5 && moved.length * 4 > listed.size);
}

/** Lines that are out of the order of their sections, and that follow each other here as well as there. */
export interface Misplaced {
  readonly item: ContentsItem;
  /** The last one of the same level; null for a single line, with those below it. */
  readonly last: ContentsItem | null;
  readonly where: string;
}

/** The smallest set of lines that are out of the order of their sections; `all` has the lines without one as well. */
export function misplaced(
  items: readonly ContentsItem[],
  all: readonly ContentsItem[],
  list: List,
): readonly Misplaced[] {
  const indices = new Map(list.headings.map((heading, index) => [heading, index]));
  const places = items.map(({ heading }) => (heading === null ? -1 : (indices.get(heading) ?? -1)));
  const kept = longestRun(places);
  const stays = [...kept].sort((a, b) => a - b);
  // A section that several lines lead to has one of them at its place.
  const placed = new Set(stays.map((index) => items[index]?.heading));
  const isListedHigher = higherLines(all);
  const outerUpTo = outerLines(all);
  // Below the line of another section it is a cross-reference, and no move; so it is above the lines below its own parent.
  const moves = items.map(
    (item, index) =>
      !kept.has(index) && !placed.has(item.heading) && isBelowItsParent(item, items, index) && !isListedHigher(item),
  );
  const ranks = new Map([...places].sort((a, b) => a - b).map((place, rank) => [place, rank]));
  const rankOf = (index: number): number => ranks.get(places[index] ?? -1) ?? -1;
  const found: Misplaced[] = [];
  for (let index = 0, end = 0; index < items.length; index = end) {
    end = index + 1;
    const item = items[index];
    if (item === undefined || moves[index] !== true) continue;
    while (moves[end] === true && rankOf(end) === rankOf(end - 1) + 1 && (items[end]?.depth ?? 0) >= item.depth) end++;
    const last = items.slice(index + 1, end).findLast(({ depth }) => depth === item.depth) ?? null;
    const before = lastBelow(stays, (other) => (places[other] ?? 0) < (places[index] ?? 0)) ?? -1;
    // Below a nested line it would be nested as well.
    const after = items[before];
    const outer = after === undefined ? undefined : outerUpTo(after, item);
    found.push({ item, last, where: whereAfter((outer ?? after)?.text) });
  }
  return found;
}

/** What to move where, so that a line and its section are in the alphabetical order of the lines around it. */
export interface AlphabeticalPlace {
  readonly moves: 'section' | 'both';
  readonly where: string;
}

/** The alphabetical place of a line and its section; null where the lines around it are not in that order, or where moving the line is enough. */
export function alphabeticalPlace(
  { item, where }: Misplaced,
  items: readonly ContentsItem[],
  lang: string | null,
): AlphabeticalPlace | null {
  const siblings = siblingsOf(item, items);
  if (siblings.length < fewest) return null;
  const { kept, order } = sorted(
    siblings.map(({ text }) => sortingKey(text, [])),
    lang,
  );
  const index = siblings.indexOf(item);
  if (kept.size < siblings.length * (9 / 10)) return null;
  if (kept.has(index)) return { moves: 'section', where: whereAfter(siblings[index - 1]?.heading?.text) };
  const place = whereAfter(siblings[order[order.indexOf(index) - 1] ?? -1]?.text);
  return place === where ? null : { moves: 'both', where: place };
}

/** So many lines are in alphabetical order by more than chance. */
const fewest = 5;

/** The lines of one level around a line, itself included, in the order of the file. */
function siblingsOf(item: ContentsItem, items: readonly ContentsItem[]): readonly ContentsItem[] {
  const index = items.indexOf(item);
  const ends = ({ depth }: ContentsItem): boolean => depth < item.depth;
  const from = items.slice(0, index).findLastIndex(ends) + 1;
  const length = items.slice(index).findIndex(ends);
  const within = items.slice(from, length < 0 ? undefined : index + length);
  return within.filter(({ depth }) => depth === item.depth);
}

/** True when a new line between two would be the first of its level that is out of alphabetical order. */
export function breaksAlphabet(
  title: string,
  model: ContentsItem,
  items: readonly ContentsItem[],
  lang: string | null,
): boolean {
  const siblings = siblingsOf(model, items);
  if (siblings.length < fewest) return false;
  const keys = siblings.map(({ text }) => sortingKey(text, []));
  if (sorted(keys, lang).kept.size < keys.length) return false;
  const longer = keys.toSpliced(siblings.indexOf(model) + 1, 0, sortingKey(title, []));
  return sorted(longer, lang).kept.size < longer.length;
}

function whereAfter(text: string | undefined): string {
  return text === undefined ? 'to the top' : `after \`${text}\``;
}

/** The last of some values for which a test holds that holds for those before it, too. */
function lastBelow(values: readonly number[], holds: (value: number) => boolean): number | undefined {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(values[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return values[low - 1];
}

function isBelowItsParent(item: ContentsItem, items: readonly ContentsItem[], index: number): boolean {
  const above = items.slice(Math.max(0, index - 200), index).findLast((other) => other.depth < item.depth)
    ?.heading?.node;
  return above === undefined || above === null || item.heading?.node?.parent === above;
}

/** Finds the last line up to one that another line is not deeper than, and that is not this other line. */
function outerLines(
  all: readonly ContentsItem[],
): (upTo: ContentsItem, item: ContentsItem) => ContentsItem | undefined {
  const indices = new Map(all.map((item, index) => [item, index]));
  /** The last line before each that is no deeper; -1 for none. */
  const previous: number[] = [];
  for (const [index, { depth }] of all.entries()) {
    let at = index - 1;
    while (at >= 0 && (all[at]?.depth ?? 0) > depth) at = previous[at] ?? -1;
    previous.push(at);
  }
  return (upTo, item) => {
    let at = indices.get(upTo) ?? -1;
    while (at >= 0 && (all[at] === item || (all[at]?.depth ?? 0) > item.depth)) at = previous[at] ?? -1;
    return all[at];
  };
}

/** Finds lines that are no deeper than the line of the section around theirs, which has lines below it. */
function higherLines(all: readonly ContentsItem[]): (item: ContentsItem) => boolean {
  const depths = new Map<unknown, number>();
  for (const [index, { heading, depth }] of all.entries())
    if (heading?.node && (all[index + 1]?.depth ?? 0) > depth) depths.set(heading.node, depth);
  return ({ heading, depth }) => depth <= (depths.get(heading?.node?.parent) ?? 0);
}
