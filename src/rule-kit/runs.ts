import type { ContentsItem, Entry, List, Section, Tier } from '../model/list.js';
import type { Position } from '../model/position.js';
import { lastUpTo, nodeAround, outermost, type Placed } from '../text/document-order.js';
import { groupBy } from '../text/group-by.js';

/** One thing that has its place among others. */
export interface RunMember {
  readonly name: string;
  readonly url: string | null;
  /** False where other words stand before the name, so that it may not be what it is sorted by. */
  readonly leads: boolean;
  /** All of it, with what is nested in it. */
  readonly position: Position;
  /** Its name alone. */
  readonly label: Position;
}

/** Things of one kind that follow one another, with nothing between them but blank lines and comments. */
export interface Run {
  readonly kind: 'entries' | 'rows' | 'sections' | 'contents';
  readonly members: readonly RunMember[];
}

/** The runs of entries that are list items. Numbered items stand in the order that their numbers give them. */
export function itemRuns(list: List): readonly Run[] {
  const last = new Map<unknown, Entry[]>();
  const runs: Entry[][] = [];
  for (const entry of list.entries) {
    if (entry.form !== 'item' || entry.naming === 'plain' || /\d/.test(entry.marker ?? '')) continue;
    const open = last.get(entry.parent);
    const before = open?.at(-1);
    if (open !== undefined && before !== undefined && follows(before, entry, list)) open.push(entry);
    else {
      const run = [entry];
      last.set(entry.parent, run);
      runs.push(run);
    }
  }
  return runs.flatMap((run) => grouped(run, list)).map((members) => ({ kind: 'entries', members }));
}

function follows(before: Entry, entry: Entry, { text }: List): boolean {
  if (before.marker !== entry.marker) return false;
  const between = text.slice(before.position.end.offset, entry.position.start.offset);
  if (between.trim() === '') return true;
  return between.length < 2_000 && between.replace(/<!--.*?-->/gs, '').trim() === '';
}

/** Where most items stand close together, the blank lines between others part groups; one that is alone is none. */
function grouped(run: readonly Entry[], { text }: List): readonly (readonly Entry[])[] {
  const groups: Entry[][] = [];
  for (const [index, entry] of run.entries()) {
    const end = run[index - 1]?.position.end.offset;
    const isClose = end !== undefined && !/\n[ \t]*\r?\n/.test(text.slice(end, entry.position.start.offset));
    if (isClose) groups.at(-1)?.push(entry);
    else groups.push([entry]);
  }
  return groups.length * 2 > run.length || groups.some((group) => group.length === 1) ? [run] : groups;
}

/** The runs of table rows whose first cell names an entry; other rows part them. */
export function rowRuns(list: List): readonly Run[] {
  const entries = new Map(list.entries.map((entry) => [entry.position.start.offset, entry]));
  return list.tables.flatMap(({ rows }) => {
    const runs: Entry[][] = [[]];
    for (const { cells, position } of rows) {
      const entry = entries.get(position.start.offset);
      const isFirst = (entry?.label.end.offset ?? 0) <= (cells[0]?.position.end.offset ?? -1);
      if (entry?.form === 'row' && isFirst) runs.at(-1)?.push(entry);
      else runs.push([]);
    }
    return runs.map((members) => ({ kind: 'rows' as const, members }));
  });
}

/** The runs of content sections under one parent that have headings of one depth. */
function sectionRuns(list: List): readonly Run[] {
  const sections = list.sections.filter(
    ({ role, form }) => role === 'content' && (form === 'heading' || form === 'html'),
  );
  const groups = groupBy(sections, ({ parent }) => parent);
  return [...groups.values()].flatMap((siblings) =>
    [...groupBy(siblings, ({ depth }) => depth).values()].map((alike) => ({
      kind: 'sections' as const,
      members: alike.map(({ title, position, heading }) => ({
        name: title,
        url: null,
        leads: true,
        position,
        label: heading,
      })),
    })),
  );
}

/** The runs of lines of a table of contents that are nested alike; those that lead to no content are left out. */
function contentsRuns(list: List): readonly Run[] {
  const runs: ContentsItem[][] = [];
  for (const { items } of list.contents) {
    const open: ContentsItem[][] = [];
    for (const item of items) {
      const node = item.heading?.node ?? null;
      if (item.depth < open.length) open.length = item.depth;
      if (node === null || (node.type === 'section' && node.role !== 'content')) continue;
      const run = open[item.depth - 1] ?? [];
      if (run.length === 0) runs.push(run);
      open[item.depth - 1] = run;
      run.push(item);
    }
  }
  return runs.map((items) => ({
    kind: 'contents',
    members: items.map(({ text, position }) => ({ name: text, url: null, leads: true, position, label: position })),
  }));
}

/** What a comment `<!-- unsorted -->` leaves unsorted: the section that it is in, or the whole list; none inside of another. */
function unsortedAreas(list: List): readonly Placed[] {
  const areas = list.comments.flatMap(({ text, position }) => {
    if (text.trim().toLowerCase() !== 'unsorted') return [];
    const { offset } = position.start;
    let around: List | Section | Tier = lastUpTo(list.sections, offset) ?? list;
    while (around.type === 'tier' || (around.type === 'section' && around.position.end.offset <= offset))
      around = around.parent;
    return [around];
  });
  return outermost<Placed>(areas);
}

/** The runs of some kinds that a comment does not leave unsorted. */
export function runsOf(list: List, kinds: readonly Run['kind'][]): readonly Run[] {
  const makers = { entries: itemRuns, rows: rowRuns, sections: sectionRuns, contents: contentsRuns };
  const unsorted = unsortedAreas(list);
  return [...new Set(kinds)].flatMap((kind) =>
    makers[kind](list).filter(({ members }) => {
      const offset = members[0]?.position.start.offset ?? -1;
      return members.length > 1 && nodeAround(unsorted, offset) === undefined;
    }),
  );
}
