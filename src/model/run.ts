import type { Fix } from './finding.js';
import type { Entry, List, Section, Tier } from './list.js';
import { longestRun } from './order.js';

/** Entries that stand one below the other in one list or table, with nothing else between them. */
export interface Run {
  readonly parent: List | Section | Tier | Entry;
  readonly entries: readonly Entry[];
}

/** An entry that is out of order, and where it belongs. */
export interface Misplaced {
  readonly entry: Entry;
  /** The entry that it should stand before; null for the end of its run. */
  readonly before: Entry | null;
}

/** The runs of a list in document order; what is written as a heading or a paragraph is in none. */
export function runsOf(list: List): readonly Run[] {
  const runs: Run[] = [];
  const parents: (List | Section | Tier | Entry)[] = [list, ...list.sections, ...list.tiers, ...list.entries];
  for (const parent of parents) {
    let entries: Entry[] = [];
    const close = (): void => {
      if (entries.length > 1) runs.push({ parent, entries });
      entries = [];
    };
    for (const child of parent.children) {
      if (child.type !== 'entry' || (child.form !== 'item' && child.form !== 'row')) {
        close();
        continue;
      }
      const last = entries.at(-1);
      if (last !== undefined && !touches(last, child, list)) close();
      entries.push(child);
    }
    close();
  }
  return runs.sort((a, b) => startOf(a) - startOf(b));
}

function startOf({ entries }: Run): number {
  return entries[0]?.position.start.offset ?? 0;
}

/** True when only blanks, quote marks and comments stand between two entries of one form. */
function touches(a: Entry, b: Entry, { text }: List): boolean {
  if (a.form !== b.form || a.position.start.column !== b.position.start.column) return false;
  const between = text.slice(a.position.end.offset, b.position.start.offset);
  return /^(?:[\s>]|<!--(?:(?!-->)[\s\S])*-->)*$/.test(between);
}

/** The smallest set of entries that have to move for a run to be in the order of `compare`. */
export function misplacedIn({ entries }: Run, compare: (a: Entry, b: Entry) => number): readonly Misplaced[] {
  const sorted = [...entries].sort(compare);
  const rank = new Map(sorted.map((entry, index) => [entry, index]));
  const kept = longestRun(entries.map((entry) => rank.get(entry) ?? 0));
  const stays = new Set(entries.filter((_, index) => kept.has(index)));
  return entries
    .filter((entry) => !stays.has(entry))
    .map((entry) => ({
      entry,
      before: sorted.slice((rank.get(entry) ?? 0) + 1).find((other) => stays.has(other)) ?? null,
    }));
}

/**
 * The edit that writes a run in the order of `compare`: each entry moves with what is nested below it and the comments
 * above it, and the lines between stay where they are. Null where entries share a line, are numbered, or a directive in
 * the run would cover another entry.
 */
export function sortRun({ entries }: Run, compare: (a: Entry, b: Entry) => number, list: List): Fix | null {
  const first = entries[0];
  const last = entries.at(-1);
  if (first === undefined || last === undefined) return null;
  const from = lineStart(first);
  const to = last.position.end.offset;
  const directs = list.directives.some(
    ({ position: { start }, verb, entry }) =>
      from <= start.offset && start.offset < to && (entry === null || verb === 'disable' || verb === 'enable'),
  );
  if (directs || entries.some(({ marker }) => marker !== null && /\d/.test(marker))) return null;
  const blocks = new Map<Entry, string>();
  const gaps: string[] = [];
  let at = from;
  for (const entry of entries) {
    const own = lineStart(entry);
    const between = list.text.slice(at, own);
    const end = entry.position.end.offset;
    // What stands between the line's start and the bullet goes along, as do comments above it.
    const comments = /(?:[ \t>]*<!--(?:(?!-->)[\s\S])*-->[ \t]*\r?\n)+$/.exec(between)?.[0] ?? '';
    const gap = between.slice(0, between.length - comments.length);
    if (entry !== first && !/\n/.test(between)) return null;
    if (/[^\s>]/.test(gap) || /\S/.test(restOfLine(list.text, end))) return null;
    gaps.push(gap);
    blocks.set(entry, comments + list.text.slice(own, end));
    at = end;
  }
  const sorted = [...entries].sort(compare);
  const text = sorted.map((entry, index) => (gaps[index] ?? '') + (blocks.get(entry) ?? '')).join('');
  const before = list.text.slice(from, to);
  if (text === before) return null;
  let same = 0;
  while (text[same] === before[same]) same++;
  let tail = 0;
  while (tail < Math.min(text.length, before.length) - same && text.at(-1 - tail) === before.at(-1 - tail)) tail++;
  return { safe: true, edits: [{ start: from + same, end: to - tail, text: text.slice(same, text.length - tail) }] };
}

function lineStart({ position: { start } }: Entry): number {
  return start.offset - (start.column - 1);
}

function restOfLine(text: string, offset: number): string {
  const end = text.slice(offset, offset + 10_000).search(/[\r\n]|$/);
  return text.slice(offset, offset + end);
}
