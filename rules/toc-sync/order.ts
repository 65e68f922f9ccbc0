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

/** The smallest set of lines that are out of the order of their sections; `all` has the lines without one as well. */
export function misplaced(
  items: readonly ContentsItem[],
  all: readonly ContentsItem[],
  list: List,
): readonly { readonly item: ContentsItem; readonly where: string }[] {
  const indices = new Map(list.headings.map((heading, index) => [heading, index]));
  const places = items.map(({ heading }) => (heading === null ? -1 : (indices.get(heading) ?? -1)));
  const kept = longestRun(places);
  const stays = [...kept].sort((a, b) => a - b);
  return items.flatMap((item, index) => {
    // Below the line of another section it is a cross-reference, and no move.
    if (kept.has(index) || !isBelowItsParent(item, items, index)) return [];
    const before = lastBelow(stays, (other) => (places[other] ?? 0) < (places[index] ?? 0)) ?? -1;
    // Below a nested line it would be nested as well.
    const after = items[before];
    const above = after === undefined ? [] : all.slice(0, all.indexOf(after) + 1);
    const outer = above.findLast((other) => other !== item && other.depth <= item.depth);
    return [{ item, where: whereAfter((outer ?? after)?.text) }];
  });
}

/** Where to move the section of a line, when the lines around it are in alphabetical order and it is in its place; null where they are not. */
export function placeOfSection(item: ContentsItem, items: readonly ContentsItem[], lang: string | null): string | null {
  const siblings = siblingsOf(item, items);
  if (siblings.length < fewest) return null;
  const { kept } = sorted(
    siblings.map(({ text }) => sortingKey(text, [])),
    lang,
  );
  const index = siblings.indexOf(item);
  if (kept.size < siblings.length * (9 / 10) || !kept.has(index)) return null;
  return whereAfter(siblings[index - 1]?.heading?.text);
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
