import type { Entry, List } from './list.js';

/** The box at the start of a task. */
export interface Box {
  readonly start: number;
  readonly end: number;
  /** How many blanks follow it. */
  readonly gap: number;
  readonly done: boolean;
}

/** An entry with its box, if it has one. */
export interface Boxed {
  readonly entry: Entry;
  readonly box: Box | null;
}

/** Entries that follow one another under one parent with nothing in between. */
export function boxedGroups(list: List): readonly (readonly Boxed[])[] {
  const byParent = new Map<Entry['parent'], Boxed[][]>();
  for (const entry of list.entries) {
    if (entry.form !== 'item') continue;
    const groups = byParent.get(entry.parent) ?? [];
    byParent.set(entry.parent, groups);
    const group = groups.at(-1);
    const before = group?.at(-1)?.entry.position.end.offset ?? 0;
    const one = { entry, box: boxOf(entry, list) };
    if (group !== undefined && list.text.slice(before, entry.position.start.offset).trim() === '') group.push(one);
    else groups.push([one]);
  }
  return [...byParent.values()].flat();
}

/** The check box of an entry, one that is glued to the text (and so is none to GitHub) included. */
function boxOf({ position, task, links }: Entry, { text }: List): Box | null {
  const start = position.start.offset;
  const source = text.slice(start, start + 500);
  const read = /^((?:[-*+]|\d{1,9}[.)])[ \t]+)\[([ xX])\]([ \t]*)(\[[^[\]\n]*\]\(|[^\s([:])?/.exec(source);
  if (read === null || (task === null && (read[3] !== '' || read[4] === undefined))) return null;
  const from = start + (read[1]?.length ?? 0);
  if (links.some((link) => link.position.start.offset === from)) return null;
  return { start: from, end: from + 3, gap: read[3]?.length ?? 0, done: read[2] !== ' ' };
}
