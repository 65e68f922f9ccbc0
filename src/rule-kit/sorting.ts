import type { Edit } from '../model/finding.js';
import type { List } from '../model/list.js';
import { addTo } from '../text/group-by.js';
import { longestRun } from '../text/longest-increasing.js';
import type { Run, RunMember } from './runs.js';

/** A member that is at the wrong place, and the neighbour to move it to. */
interface Move {
  readonly member: RunMember;
  readonly side: 'before' | 'after';
  readonly neighbour: RunMember;
  /** Its place in the sorted run. */
  readonly rank: number;
}

/** The key of a name: what is before the first letter or digit, and words that do not count, are left out. */
export function sortingKey(name: string, strip: readonly string[]): string {
  const bare = (text: string): string => text.replace(/^[^\p{L}\p{N}]+/u, '') || text;
  let key = bare(name);
  for (;;) {
    const first = /^\S+/.exec(key)?.[0] ?? '';
    const rest = bare(key.slice(first.length));
    if (!strip.includes(first.toLowerCase()) || rest.trim() === '') return key;
    key = rest;
  }
}

/** The key of an address: what is before the name of its host is left out. */
export function urlSortKey(url: string): string {
  return url.replace(/^(?:[a-z][a-z\d+.-]*:)?\/\//i, '').replace(/^www\./i, '');
}

/** The indices of a run in the order that they should have. */
interface Sorted {
  readonly order: readonly number[];
  readonly kept: ReadonlySet<number>;
}

/** Sorts keys as a language does. Where Latin and other letters mix, either may come first: what moves less is taken. */
export function sorted(keys: readonly string[], lang: string | null): Sorted {
  const own = sortedBy(keys, collatorOf(lang ?? 'en'));
  if (own.kept.size === keys.length || !/\p{Script=Latin}/u.test(keys.join(''))) return own;
  if (!keys.some((key) => /^(?!\p{Script=Latin})\p{L}/u.test(key))) return own;
  const other = sortedBy(keys, collatorOf('en'));
  return other.kept.size > own.kept.size ? other : own;
}

function sortedBy(keys: readonly string[], collator: Intl.Collator): Sorted {
  const order = keys.map((_, index) => index);
  order.sort((a, b) => collator.compare(keys[a] ?? '', keys[b] ?? '') || a - b);
  const ranks: number[] = [];
  for (const [rank, index] of order.entries()) ranks[index] = rank;
  return { order, kept: longestRun(ranks) };
}

const collators = new Map<string, Intl.Collator>();

function collatorOf(lang: string): Intl.Collator {
  const known = collators.get(lang);
  if (known !== undefined) return known;
  const collator = new Intl.Collator(supported(lang), { sensitivity: 'base', numeric: true });
  collators.set(lang, collator);
  return collator;
}

function supported(lang: string): string {
  try {
    return Intl.Collator.supportedLocalesOf(lang)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** What to move, in the order of the file, so that the rest may stay. */
export function movesOf(members: readonly RunMember[], { order, kept }: Sorted): readonly Move[] {
  const ranks: number[] = [];
  for (const [rank, index] of order.entries()) ranks[index] = rank;
  const stays = order.map((index) => kept.has(index));
  const nextKept: number[] = [];
  for (let rank = order.length - 1, next = -1; rank >= 0; rank--) {
    if (stays[rank] === true) next = rank;
    nextKept[rank] = next;
  }
  const lastKept = members[order[stays.lastIndexOf(true)] ?? -1];
  return members.flatMap((member, index): Move[] => {
    const rank = ranks[index] ?? 0;
    if (kept.has(index)) return [];
    const next = members[order[nextKept[rank] ?? -1] ?? -1];
    if (next !== undefined) return [{ member, side: 'before', neighbour: next, rank }];
    return lastKept === undefined ? [] : [{ member, side: 'after', neighbour: lastKept, rank }];
  });
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** The edits that make the moves of one run, whole lines at a time; null where lines are shared or a comment may mean a place. */
export function sortEdits(run: Run, moves: readonly Move[], list: List): readonly Edit[] | null {
  const pieces = piecesOf(run, list);
  const gap = pieces === null ? null : gapOf(pieces, list.text);
  if (pieces === null || gap === null) return null;
  const indices = new Map(run.members.map((member, index) => [member, index]));
  const leaving = new Set(moves.map(({ member }) => indices.get(member) ?? -1));
  const arrivals = new Map<number, Move[]>();
  for (const move of moves.toSorted((a, b) => a.rank - b.rank)) {
    let at = indices.get(move.neighbour) ?? -1;
    if (move.side === 'after')
      do at++;
      while (leaving.has(at));
    addTo(arrivals, at, move);
  }
  return [...pieces.keys(), pieces.length].flatMap((at) => {
    if (leaving.has(at)) return [];
    let first = at;
    while (leaving.has(first - 1)) first--;
    const texts = (arrivals.get(at) ?? []).map(({ member }) => textOf(pieces[indices.get(member) ?? -1], list));
    if (texts.length === 0 && first === at) return [];
    if (at === pieces.length) {
      const [start, end] = [pieces[first - 1]?.end ?? 0, pieces[at - 1]?.end ?? 0];
      return [{ start, end, text: texts.map((text) => gap + text).join('') }];
    }
    const [start, end] = [pieces[first]?.start ?? 0, pieces[at]?.start ?? 0];
    return [{ start, end, text: texts.map((text) => text + gap).join('') }];
  });
}

function textOf(piece: Piece | undefined, { text }: List): string {
  return piece === undefined ? '' : text.slice(piece.start, piece.end);
}

/** The lines of each member with the comments right above it. */
function piecesOf({ members }: Run, list: List): readonly Piece[] | null {
  const { text } = list;
  const [first] = members;
  const last = members.at(-1);
  if (first === undefined || last === undefined || isScoped(first, last, list)) return null;
  const pieces: Piece[] = [];
  let before = -1;
  for (const { position } of members) {
    const { start, end } = position;
    const line = start.offset - (start.column - 1);
    const rest = /^[ \t]*(?=[\r\n]|$)/.exec(text.slice(end.offset, end.offset + 99));
    if (start.column !== first.position.start.column || rest === null) return null;
    if (text.slice(line, start.offset).trim() !== '') return null;
    const above = before < 0 ? text.slice(Math.max(0, line - 5), line) : text.slice(before, line);
    if (above.length > 2_000) return null;
    const attached = /(?:[ \t]*<!--(?:(?!-->).)*-->[ \t]*\r?\n)+$/s.exec(above)?.[0] ?? '';
    // A comment above the first may be about all of them, one with a blank line below it about those that follow.
    if (above.includes('-->') && (before < 0 || above.slice(0, above.length - attached.length).trim() !== ''))
      return null;
    pieces.push({ start: line - attached.length, end: end.offset + rest[0].length });
    before = end.offset + rest[0].length;
  }
  return pieces;
}

/** Directives, and comments that open or close something, mean what is between or below them. */
function isScoped(first: RunMember, last: RunMember, { text }: List): boolean {
  const scoped =
    /^\s*(?:\/|listwright|lint|markdownlint|rumdl|prettier|textlint|vale|cspell)|\b(?:start|end|begin|stop|on|off|open|close|(?:en|dis)able)\b/i;
  const stretch = text.slice(first.position.start.offset, last.position.end.offset + 5);
  return stretch.split('<!--').some((part, index) => index > 0 && scoped.test(part.split('-->', 1)[0] ?? ''));
}

/** What is between most pieces; null where it is more than the end of a line and blank lines. */
function gapOf(pieces: readonly Piece[], text: string): string | null {
  const gaps = pieces.slice(1).map(({ start }, index) => text.slice(pieces[index]?.end ?? 0, start));
  if (!gaps.every((gap) => /^[ \t\r\n]*\n[ \t]*$/.test(gap))) return null;
  const counts = new Map<string, number>();
  for (const gap of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as const)[0] || null;
}
