import type { ListStats, MonthStats, SectionStats, VerdictCounts } from '../model/list-stats.js';
import { type VerdictName, verdictNames } from '../model/verdict-names.js';
import { groupBy } from '../text/group-by.js';
import type { ExportedEntry, ExportedList } from './exported.js';
import type { ListHistory } from './list-history.js';

const day = 86_400_000;
/** Git's first commit; an older date is an error of some clock. */
const earliest = Date.UTC(2005, 3, 7);

const ages: readonly (readonly [label: string, days: number])[] = [
  ['under 3 months', 91],
  ['3 to 12 months', 365],
  ['1 to 2 years', 730],
  ['2 to 4 years', 1461],
  ['4 years or more', Number.POSITIVE_INFINITY],
];

/** What statistics are made from. */
export interface StatsInput {
  readonly list: ExportedList;
  readonly history: ListHistory | null;
  /** How trouble went in the ledger, oldest first; null where no ledger was read. */
  readonly trouble: readonly { readonly at: string; readonly broken: number; readonly moved: number | null }[] | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Counts what is known about a list over time. */
export function statsOf({ list, history, trouble, now }: StatsInput): ListStats {
  const { path, title, entries } = list;
  return {
    ...{ path, title, entries: entries.length },
    history: history === null ? null : historyStats(entries, history, now),
    health:
      trouble === null
        ? null
        : {
            verdicts: verdictsOf(entries),
            unchecked: entries.filter(({ url, health }) => url !== null && health === null).length,
            trouble,
            sections: sectionStats(entries),
          },
  };
}

function historyStats(
  entries: readonly ExportedEntry[],
  { range, steps, present }: ListHistory,
  now: number,
): ListStats['history'] {
  const days = entries
    .flatMap(({ added }) => (added === null ? [] : (now - clamped(Date.parse(added.at), now)) / day))
    .sort((a, b) => a - b);
  return {
    ...{ from: range.from === null ? null : new Date(range.from).toISOString() },
    ...{ shallow: range.shallow, truncated: range.truncated },
    months: monthsOf(steps, present, range.from ?? now, now),
    ages: ages.map(([label, limit], index) => {
      const least = ages[index - 1]?.[1] ?? Number.NEGATIVE_INFINITY;
      return { label, entries: days.filter((each) => each >= least && each < limit).length };
    }),
    medianDays: days.length === 0 ? null : Math.round(days[Math.floor((days.length - 1) / 2)] ?? 0),
    undated: entries.length - days.length,
  };
}

/** Every month from the first to the present, also those without a change. */
function monthsOf(steps: ListHistory['steps'], present: number, from: number, now: number): readonly MonthStats[] {
  const byMonth = groupBy(steps, ({ date }) => monthOf(clamped(date, now)));
  const oldest = steps.reduce((least, { date }) => Math.min(least, clamped(date, now)), clamped(from, now));
  const months: MonthStats[] = [];
  let entries = present;
  for (let at = monthOf(now); at >= monthOf(oldest); at--) {
    const own = byMonth.get(at) ?? [];
    const added = own.reduce((sum, step) => sum + step.added, 0);
    const removed = own.reduce((sum, step) => sum + step.removed, 0);
    const month = new Date(Date.UTC(0, at)).toISOString().slice(0, 7);
    months.push({ month, entries, added, removed });
    entries = Math.max(0, entries - added + removed);
  }
  return months.reverse();
}

/** Months since January 1900: as texts, those of years with five digits are in another order. */
function monthOf(date: number): number {
  const at = new Date(date);
  return (at.getUTCFullYear() - 1900) * 12 + at.getUTCMonth();
}

function clamped(date: number, now: number): number {
  return Math.min(Math.max(date, earliest), now);
}

function sectionStats(entries: readonly ExportedEntry[]): readonly SectionStats[] {
  return [...groupBy(entries, ({ sectionIndex }) => sectionIndex).values()].map((own) => ({
    titles: own[0]?.section ?? [],
    entries: own.length,
    verdicts: verdictsOf(own),
  }));
}

function verdictsOf(entries: readonly ExportedEntry[]): VerdictCounts {
  const count = (name: VerdictName): number => entries.filter(({ health }) => health?.verdict === name).length;
  return Object.fromEntries(verdictNames.map((name) => [name, count(name)])) as Record<VerdictName, number>;
}
