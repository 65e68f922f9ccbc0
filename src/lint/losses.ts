import type { Edit } from '../model/finding.js';
import type { Link, List } from '../model/list.js';
import type { Position } from '../model/position.js';
import { partitionPoint } from '../text/partition-point.js';

/**
 * Where a list has something that is not in what its edits make of it: a link, an entry, a heading, an item, a row, code,
 * a comment, a word or the anchor of a heading, where words are displayed that were none, and where an item or a block is
 * nested in another way. Offsets of the text before, or
 * `[0]` where only the number tells; empty when nothing is lost.
 * What the edits themselves rewrite is counted, not compared.
 */
export function lossesOf(before: List, after: List, edits: readonly Edit[]): readonly number[] {
  if (after.unread.length > before.unread.length) return [0];
  const isEdited = editedIn(edits);
  return [
    ...missing(linksOf(before), linksOf(after), isEdited),
    ...missing(namesOf(before), namesOf(after), isEdited),
    ...missing(headingsOf(before), headingsOf(after), isEdited),
    ...missing(wordsOf(before), wordsOf(after), isEdited),
    ...missing(wordsOf(after), wordsOf(before), editedIn(written(edits))).map(() => 0),
    // Links from elsewhere may lead to a heading.
    ...missing(slugsOf(before), slugsOf(after), () => false),
    ...missing(hiddenIn(before), hiddenIn(after), () => false),
    // Code or a comment that was text before hides what readers saw.
    ...(hiddenIn(after).length > hiddenIn(before).length ? [0] : []),
    ...fewer(before.links.length, after.links.length),
    ...fewer(namesOf(before).length, namesOf(after).length),
    ...fewer(before.headings.length, after.headings.length),
    ...fewer(before.items.length, after.items.length),
    ...fewer(rowsIn(before), rowsIn(after)),
    ...moved(before, after, edits),
  ];
}

/**
 * Where an item or a block is now in more or fewer items than before, as when a sibling became a child; and where text came
 * to be an item, or a block one of another kind, although no edit writes anything there.
 */
function moved(before: List, after: List, edits: readonly Edit[]): readonly number[] {
  const shift = shiftOf(edits);
  const isWritten = editedIn(written(edits).filter(({ text }) => text !== ''));
  const found: number[] = [];
  const compare = <Node extends { readonly position: Position }>(
    was: readonly Node[],
    is: readonly Node[],
    startsOf: (node: Node) => Position,
    isSame: (one: Node, other: Node) => boolean,
  ): void => {
    const byStart = new Map(was.map((node) => [shift(node.position.start.offset), node]));
    for (const node of is) {
      const old = byStart.get(node.position.start.offset);
      if (old === undefined ? !isWritten(startsOf(node)) : !isSame(old, node))
        found.push(old?.position.start.offset ?? 0);
    }
  };
  compare(
    before.items,
    after.items,
    ({ marker, position: { start } }) => ({ start, end: { ...start, offset: start.offset + marker.length + 1 } }),
    (one, other) => one.depth === other.depth,
  );
  compare(
    before.blocks,
    after.blocks,
    ({ position }) => position,
    (one, other) =>
      one.items === other.items &&
      one.quoted === other.quoted &&
      (one.kind === other.kind || isWritten(other.position)),
  );
  return found;
}

/** Where an offset, asked for in any order, is in the text that edits make; null inside of what they replace. */
function shiftOf(edits: readonly Edit[]): (offset: number) => number | null {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const sums: number[] = [0];
  for (const { start, end, text } of sorted) sums.push((sums.at(-1) ?? 0) + text.length - (end - start));
  return (offset) => {
    const count = partitionPoint(sorted.length, (at) => {
      const edit = sorted[at];
      return edit !== undefined && edit.start < offset;
    });
    if ((sorted[count - 1]?.end ?? 0) > offset) return null;
    return offset + (sums[count] ?? 0);
  };
}

interface Thing {
  readonly key: string;
  /** Where it is written; an edit there may change it. */
  readonly position: Position;
}

function missing(
  before: readonly Thing[],
  after: readonly Thing[],
  isEdited: (position: Position) => boolean,
): readonly number[] {
  const counts = new Map<string, number>();
  for (const { key } of after) counts.set(key, (counts.get(key) ?? 0) + 1);
  return before.flatMap(({ key, position }) => {
    if (isEdited(position)) return [];
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left > 0 ? [] : [position.start.offset];
  });
}

function fewer(before: number, after: number): readonly number[] {
  return after < before ? [0] : [];
}

/** Whether an edit changes a place, removes what is next to it, or inserts something inside. */
function editedIn(edits: readonly Edit[]): (position: Position) => boolean {
  const sorted = edits.toSorted((a, b) => a.start - b.start);
  return ({ start, end }) => {
    let index = partitionPoint(sorted.length, (at) => (sorted[at]?.end ?? 0) < start.offset);
    for (let edit = sorted[index]; edit !== undefined && edit.start <= end.offset; edit = sorted[++index]) {
      if (edit.end > edit.start || (edit.start > start.offset && edit.start < end.offset)) return true;
    }
    return false;
  };
}

/** Where edits are in the text that they make. */
function written(edits: readonly Edit[]): readonly Edit[] {
  let by = 0;
  return edits
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, text }) => {
      const from = start + by;
      by += text.length - (end - start);
      return { start: from, end: from + text.length, text };
    });
}

function linksOf({ links }: List): readonly Thing[] {
  return links.map(({ url, image, urlPosition }: Link) => ({ key: `${image} ${url}`, position: urlPosition }));
}

/** Names of entries, sections, tiers and contents lines alike: a fix may turn one into another. */
function namesOf({ entries, sections, tiers, contents }: List): readonly Thing[] {
  return [
    ...entries.map(({ name, label }) => ({ key: name, position: label })),
    ...sections.map(({ title, heading }) => ({ key: title, position: heading })),
    ...tiers.map(({ label, heading }) => ({ key: label, position: heading })),
    ...contents.flatMap(({ items }) => items.map(({ text, position }) => ({ key: text, position }))),
  ];
}

function slugsOf({ headings }: List): readonly Thing[] {
  return headings.map(({ slug, position }) => ({ key: slug, position }));
}

function headingsOf({ headings }: List): readonly Thing[] {
  return headings.map(({ text, position }) => ({ key: text, position }));
}

function wordsOf({ text: source, texts, place }: List): readonly Thing[] {
  return texts.flatMap(({ text, position }) => {
    const { offset } = position.start;
    const isVerbatim = source.startsWith(text, offset);
    // Text that begins like a numbered item may become one.
    const from = /^\d{1,9}(?=[.)])/.exec(text)?.[0].length ?? 0;
    return [...text.slice(from).matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
      key: word,
      position: isVerbatim ? place(offset + from + index, offset + from + index + word.length) : position,
    }));
  });
}

function hiddenIn({ text, codes, comments }: List): readonly Thing[] {
  return [...codes, ...comments.map((comment) => comment.position)].map((position) => ({
    key: text.slice(position.start.offset, position.end.offset).replace(/\r\n?/g, '\n'),
    position,
  }));
}

function rowsIn({ tables }: List): number {
  return tables.reduce((sum, { rows }) => sum + rows.length + 1, 0);
}
