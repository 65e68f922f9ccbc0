import type { Entry, List } from '../model/list.js';
import type { EndedEntry } from './ended.js';
import { type RemovalResult, removeEntries } from './remove-entries.js';

/** A list, and what may go from it. */
export interface PrunableList {
  readonly list: List;
  readonly reread: (text: string) => List;
  /** In document order. */
  readonly wanted: readonly EndedEntry[];
}

/** What goes from lists in one run. */
export interface Chosen {
  /** One for each list. */
  readonly results: readonly RemovalResult[];
  /** How many entries could go and wait for the next run. */
  readonly waiting: number;
}

/** Rounds in which entries that turn out to be left are replaced by others. */
const mostRounds = 5;

/** Removes at most `limit` entries, the oldest first. Those that a person has to remove do not count: they would fill the limit in each run. */
export function chooseRemovals(lists: readonly PrunableList[], limit: number, moveTo: string | null): Chosen {
  const attempt = (chosen: ReadonlySet<Entry>): readonly RemovalResult[] =>
    lists.map(({ list, reread, wanted }) => {
      const going = wanted.flatMap(({ entry }) => (chosen.has(entry) ? [entry] : []));
      return removeEntries(list, going, moveTo, reread);
    });
  const all = lists.flatMap(({ wanted }) => wanted);
  const whole = attempt(new Set(all.map(({ entry }) => entry)));
  const removable = new Set(whole.flatMap(({ removed }) => removed));
  const left = whole.map((result) => [...result.left]);
  let open = oldestFirst(all.filter(({ entry }) => removable.has(entry)));
  if (open.length <= limit) return { results: whole, waiting: 0 };
  let results = whole;
  let chosen: readonly EndedEntry[] = [];
  for (let round = 0; round < mostRounds; round++) {
    chosen = open.slice(0, limit);
    results = attempt(new Set(chosen.map(({ entry }) => entry)));
    const fresh = new Set(results.flatMap((result) => result.left.map(({ entry }) => entry)));
    for (const [index, result] of results.entries()) left[index]?.push(...result.left);
    open = open.filter(({ entry }) => !fresh.has(entry));
    if (fresh.size === 0) break;
  }
  return {
    results: results.map((result, index) => ({ ...result, left: inOrder(left[index] ?? []) })),
    waiting: open.length - chosen.filter((one) => open.includes(one)).length,
  };
}

function inOrder(left: RemovalResult['left']): RemovalResult['left'] {
  return left.toSorted((a, b) => a.entry.position.start.offset - b.entry.position.start.offset);
}

function oldestFirst(ended: readonly EndedEntry[]): readonly EndedEntry[] {
  const since = ({ endings }: EndedEntry): string => endings[0]?.since ?? '';
  return ended.toSorted((a, b) => (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : 0));
}
