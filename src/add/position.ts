import type { Entry, List } from '../model/list.js';
import type { Table } from '../model/markdown.js';
import { itemRuns, type Run, type RunMember, rowRuns, runsOf } from '../rule-kit/runs.js';
import { movesOf, sorted, sortingKey, urlSortKey } from '../rule-kit/sorting.js';
import { mostCommon } from './majority-vote.js';
import { type Destination, ownEntries } from './sections.js';

/** How a list is sorted where its configuration says so; null where it does not. */
export interface Order {
  readonly key: 'name' | 'url';
  readonly strip: readonly string[];
  readonly pinned: readonly string[];
}

/** Where among its neighbours an entry goes. */
export interface InsertionPoint {
  /** The entries that it is with. */
  readonly near: readonly Entry[];
  /** What it comes after, or before; null where it is the first. */
  readonly neighbour: Entry | null;
  readonly side: 'after' | 'before';
  /** True where it goes by the alphabet. */
  readonly sorted: boolean;
  /** The table that it is a row of. */
  readonly table: Table | null;
}

/** Finds the place inside a home: by the alphabet where its entries stand so, else at the end. */
export function insertionPoint(
  home: Destination | List,
  facts: { readonly name: string; readonly url: string },
  list: List,
  order: Order | null,
): InsertionPoint {
  const own = new Set<RunMember>(ownEntries(home));
  const runs = [...itemRuns(list), ...rowRuns(list)].filter(({ members }) => members.some((one) => own.has(one)));
  const run = runs.reduce<Run | null>(
    (best, one) => (one.members.length >= (best?.members.length ?? 1) ? one : best),
    null,
  );
  const fallback = [...own] as Entry[];
  const near =
    run === null ? fallback.filter(({ form }) => form === fallback.at(-1)?.form) : (run.members as readonly Entry[]);
  const last = near.at(-1);
  const table =
    last?.form === 'row'
      ? (list.tables.find(({ position }) => holds(position, last.position.start.offset)) ?? null)
      : null;
  const end: InsertionPoint = { near, neighbour: last ?? null, side: 'after', sorted: false, table };
  if (run === null || last === undefined) return end;
  return sortedSlot(run, facts, list, order, end) ?? end;
}

function sortedSlot(
  run: Run,
  { name, url }: { readonly name: string; readonly url: string },
  list: List,
  order: Order | null,
  end: InsertionPoint,
): InsertionPoint | null {
  const key = order?.key ?? 'name';
  const strip = (order?.strip ?? []).map((word) => word.toLowerCase());
  const pinned = new Set((order?.pinned ?? []).map((one) => one.toLowerCase()));
  const compared = run.members.filter(
    (one) => one.leads && !pinned.has(one.name.toLowerCase()) && (key === 'name' || one.url !== null),
  );
  const keyOf = (one: { readonly name: string; readonly url: string | null }): string =>
    key === 'name' ? sortingKey(one.name, strip) : urlSortKey(one.url ?? '');
  if (compared.length === 0 || !isOrdered(run, compared.map(keyOf), list, order)) return null;
  const [first] = compared;
  if (first === undefined) return null;
  const added: RunMember = { ...first, name, url };
  const members = [...compared, added];
  const move = movesOf(members, sorted(members.map(keyOf), list.lang)).find(({ member }) => member === added);
  if (move === undefined) return { ...end, neighbour: compared.at(-1) as Entry, sorted: true };
  // People say after what it comes; only the first has nothing above it.
  const at = compared.indexOf(move.neighbour);
  const above = move.side === 'after' ? move.neighbour : compared[at - 1];
  return above === undefined
    ? { ...end, neighbour: move.neighbour as Entry, side: 'before', sorted: true }
    : { ...end, neighbour: above as Entry, sorted: true };
}

/** True where a run is meant to be sorted: by configuration, since it is long and in order, or since its list is. */
function isOrdered(run: Run, keys: readonly string[], list: List, order: Order | null): boolean {
  const kinds = [run.kind];
  const isExempt = run.members.length > 1 && !runsOf(list, kinds).some(({ members }) => members[0] === run.members[0]);
  if (isExempt) return false;
  if (order !== null) return true;
  const inOrder = (names: readonly string[]): number => sorted(names, list.lang).kept.size / names.length;
  const others = [...itemRuns(list), ...rowRuns(list)].filter(
    ({ members }) => members.length > 2 && members[0] !== run.members[0],
  );
  const ordered = others.filter(({ members }) => inOrder(members.map(({ name }) => sortingKey(name, []))) === 1).length;
  const isHabit = ordered * 2 >= others.length;
  const share = inOrder(keys);
  if (keys.length < 3) return others.length > 0 && isHabit && share === 1;
  if (keys.length < 6) return share === 1 && isHabit;
  return share === 1 || (share >= 0.9 && isHabit) || (share >= 0.8 && keys.length >= 15);
}

function holds({ start, end }: Table['position'], offset: number): boolean {
  return start.offset <= offset && offset < end.offset;
}

/** What is between most of some neighbours: a line break, or more where blank lines part them. */
export function gapBetween(near: readonly Entry[], { text }: List, eol: string): string {
  const gaps = near.slice(1).flatMap(({ position }, index) => {
    const between = text.slice(near[index]?.position.end.offset ?? 0, position.start.offset);
    return /^[ \t]*(?:\r?\n[ \t]*){1,3}$/.test(between) ? [eol.repeat(between.split('\n').length - 1)] : [];
  });
  return mostCommon(gaps) ?? eol;
}
