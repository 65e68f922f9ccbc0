import { applyEdits } from '../lint/fix.js';
import type { Entry, List, Section, Tier } from '../model/list.js';
import { correctCounters, entriesIn } from './counters.js';
import { removeUnused } from './definitions.js';
import { EditedLines } from './lines.js';
import { isIn, moveEntries, targetSection, unmovable } from './move.js';
import { type EntryLines, removableLines } from './removable.js';
import { renumber } from './renumber.js';

/** What removing entries did. */
export interface RemovalResult {
  readonly text: string;
  /** In document order. */
  readonly removed: readonly Entry[];
  /** Entries that a person should remove, each with the reason in a clause. */
  readonly left: readonly { readonly entry: Entry; readonly why: string }[];
  /** Sections and tiers that had entries and have none. */
  readonly emptied: readonly (Section | Tier)[];
}

interface Candidate {
  readonly entry: Entry;
  readonly lines: EntryLines;
}

/** Trials with some of the entries, before the rest is left to a person. */
const mostTrials = 200;

/**
 * Removes entries from a list, or moves them to a section: whole lines, with the definitions that only they use; numbers of
 * items and counters follow. Whatever would change another entry or heading is left alone.
 * @param moveTo title of a section; null to remove. Throws a UserError where there is none.
 */
export function removeEntries(
  list: List,
  ended: readonly Entry[],
  moveTo: string | null,
  reread: (text: string) => List,
): RemovalResult {
  const target = moveTo === null ? null : targetSection(list, moveTo);
  const wanted = new Set(ended.filter((entry) => target === null || !isIn(entry, target)));
  const left: { entry: Entry; why: string }[] = [];
  let candidates: readonly Candidate[] = [];
  for (const entry of list.entries) {
    if (!wanted.has(entry) || isBelow(entry, wanted)) continue;
    const lines = removableLines(entry, list, wanted);
    const why = typeof lines === 'string' ? lines : target === null ? null : unmovable(entry, list, target);
    if (typeof lines === 'string' || why !== null) left.push({ entry, why: why ?? '' });
    else candidates = [...candidates, { entry, lines }];
  }
  // An item that is the name of a section is read as an entry when nothing is below it.
  for (const place of [...list.sections, ...list.tiers]) {
    if (place.form !== 'item') continue;
    const own = new Set(entriesIn(place));
    const going = candidates.filter(({ entry }) => own.has(entry));
    if (going.length === 0 || going.flatMap(({ entry }) => [entry, ...entriesIn(entry)]).length < own.size) continue;
    for (const { entry } of going)
      left.push({ entry, why: 'it is the only entry of its section; remove both manually' });
    candidates = candidates.filter((one) => !going.includes(one));
  }
  let accepted: readonly Candidate[] = [];
  let text = list.text;
  let trials = 0;
  const pending: (readonly Candidate[])[] = candidates.length === 0 ? [] : [candidates];
  for (let group = pending.pop(); group !== undefined; group = pending.pop()) {
    const [first] = group;
    const trial = trials++ < mostTrials ? attempt(list, [...accepted, ...group], target, reread) : null;
    if (trial !== null) {
      accepted = [...accepted, ...group];
      text = trial;
    } else if (group.length > 1 && trials < mostTrials)
      pending.push(group.slice(group.length >> 1), group.slice(0, group.length >> 1));
    else if (first !== undefined)
      for (const { entry } of group)
        left.push({ entry, why: 'removing its lines would change what is around it; remove it manually' });
  }
  const gone = new Set(accepted.flatMap(({ entry }) => [entry, ...entriesIn(entry)]));
  return {
    text,
    removed: list.entries.filter((entry) => gone.has(entry)),
    left: left.toSorted((a, b) => a.entry.position.start.offset - b.entry.position.start.offset),
    emptied: [...list.sections, ...list.tiers].filter((place) => {
      const own = entriesIn(place);
      return own.length > 0 && own.every((entry) => gone.has(entry));
    }),
  };
}

/** True for an entry that goes with one around it. */
function isBelow(entry: Entry, wanted: ReadonlySet<Entry>): boolean {
  for (let at: Entry['parent'] = entry.parent; at.type === 'entry'; at = at.parent) if (wanted.has(at)) return true;
  return false;
}

/** The text without some entries; null where anything else would change. */
function attempt(
  list: List,
  candidates: readonly Candidate[],
  target: Section | null,
  reread: (text: string) => List,
): string | null {
  const removed = new Set(candidates.flatMap(({ entry }) => [entry, ...entriesIn(entry)]));
  const edited = new EditedLines(list.text);
  for (const { lines } of candidates) edited.remove(lines.first, lines.last);
  if (target === null) removeUnused(list, edited);
  renumber(list, edited);
  correctCounters(list, edited, {
    removed,
    target: target === null ? null : { section: target, count: removed.size },
  });
  if (target !== null) moveEntries(inOrder(candidates), list, target, edited);
  const text = edited.text();
  const read = reread(text);
  if (!isSameBut(list, read, removed, target !== null)) return null;
  return withSlugs(list, read);
}

function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.toSorted((a, b) => a.lines.first - b.lines.first);
}

/** True where all that a reader finds in a list is as before, but for the entries that were removed. */
function isSameBut(before: List, after: List, removed: ReadonlySet<Entry>, moves: boolean): boolean {
  const kept = before.entries.filter((entry) => !removed.has(entry)).map(keyOf);
  const own = after.entries.map(keyOf);
  const isMoved = moves ? isSameSet([...kept, ...[...removed].map(keyOf)], own) : isSame(kept, own);
  const titles = (list: List): readonly string[] =>
    list.headings.map(({ depth, text }) => `${depth} ${text.replace(/\d[\d,]*/g, '0')}`);
  return (
    isMoved &&
    isSame(titles(before), titles(after)) &&
    before.sections.length === after.sections.length &&
    before.tiers.length === after.tiers.length &&
    before.tables.length === after.tables.length &&
    before.unclosed.length === after.unclosed.length &&
    before.contents.length === after.contents.length
  );
}

/** What an entry says; where it is, by the depth of what is around it. */
function keyOf(entry: Entry): string {
  const { name, url, description, form, task, kind } = entry;
  return JSON.stringify([name, url, description, form, task, kind]);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return isSame(one.toSorted(), other.toSorted());
}

/** Links to headings whose anchor has a counter in it follow it. */
function withSlugs(before: List, after: List): string {
  const renamed = new Map<string, string>(
    before.headings.flatMap(({ slug }, index) => {
      const now = after.headings[index]?.slug;
      return now === undefined || now === slug ? [] : [[`#${slug}`, `#${now}`] as const];
    }),
  );
  if (renamed.size === 0) return after.text;
  const edits = after.links.flatMap(({ url, urlPosition: { start, end } }) => {
    const now = renamed.get(url);
    return now !== undefined && after.text.slice(start.offset, end.offset) === url
      ? [{ start: start.offset, end: end.offset, text: now }]
      : [];
  });
  const unique = new Map(edits.map((edit) => [edit.start, edit]));
  return applyEdits(after.text, [...unique.values()]);
}
