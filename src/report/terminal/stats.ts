import type { ListStats, MonthStats, SectionStats, TroubleStats, VerdictCounts } from '../../model/list-stats.js';
import { verdictNames } from '../../model/verdict-names.js';
import { ageText } from '../../text/age-text.js';
import { plural } from '../../text/plural.js';
import { oneLine } from '../escape.js';
import { sectionName } from '../section-name.js';
import { bar, bars, type ChartView, chart, padded } from './charts.js';
import { widthOf } from './text-width.js';
import { cut, wrap } from './wrap.js';

/** Sections that are listed, those with the most trouble. */
const mostSections = 10;

/** Statistics as text: charts over time, bars, and numbers for each. */
export function statsText(stats: ListStats, view: ChartView): string {
  const { title, path, entries, history, health } = stats;
  const name = title === null ? oneLine(path) : `${oneLine(title)} (${oneLine(path)})`;
  const head = [cut(name, view.width, '...'), plural(entries, 'entry', 'entries')];
  const parts = [
    head,
    history === null ? ['This list is not in git, so its history is unknown.'] : growth(history.months, view),
    history === null ? [] : changes(history.months, view),
    history === null ? [] : ageLines(history, view),
    health === null
      ? wrap(
          'Link health is unknown. Run `listwright check --ledger ledger.jsonl`, then `listwright stats --ledger ledger.jsonl`.',
          view.width,
        )
      : healthLines(health.verdicts, health.unchecked, view),
    health === null ? [] : troubleLines(health.trouble, view),
    health === null ? [] : sectionLines(health.sections, view),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => line.trimEnd()).join('\n'))
    .join('\n\n')}\n`;
}

function growth(months: readonly MonthStats[], view: ChartView): readonly string[] {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const values = months.map(({ entries }) => entries);
  if (first.month === last.month)
    return wrap(
      `The git history begins in ${monthName(first.month)}, so there is no chart by month, and entries may be older than shown.`,
      view.width,
    );
  return ['Entries over time, each URL once', ...chart(values, [first.month, last.month], view)];
}

/** `November 2026` of `2026-11`. */
function monthName(month: string): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleString('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** What was added and removed each year, the last ten. */
function changes(months: readonly MonthStats[], view: ChartView): readonly string[] {
  const years = new Map<string, { added: number; removed: number }>();
  for (const { month, added, removed } of months) {
    const year = years.get(month.slice(0, 4)) ?? { added: 0, removed: 0 };
    years.set(month.slice(0, 4), { added: year.added + added, removed: year.removed + removed });
  }
  const rows = [...years].slice(-10);
  if (rows.length === 0 || months.length === 1) return [];
  const most = Math.max(1, ...rows.flatMap(([, { added, removed }]) => [added, removed]));
  const digits = String(most).length + 1;
  const wide = Math.max(5, Math.floor((view.width - 2 * digits - 14) / 2));
  const lines = rows.map(([year, { added, removed }]) => {
    const plus = `${(added === 0 ? '' : `+${added}`).padStart(digits)}  ${padded(bar(added / most, wide, view), wide)}`;
    return `  ${year}  ${plus}  ${(removed === 0 ? '' : `-${removed}`).padStart(digits)}  ${bar(removed / most, wide, view)}`;
  });
  return ['Entries added (+) and removed (-)', ...lines];
}

function ageLines(
  { ages, medianDays, undated }: NonNullable<ListStats['history']>,
  view: ChartView,
): readonly string[] {
  if (medianDays === null) return [];
  const rows = [
    ...ages.map(({ label, entries }) => [label, entries] as const),
    ...(undated > 0 ? [['unknown', undated] as const] : []),
  ];
  return [`Age of entries (median: ${ageText(medianDays)})`, ...bars(rows, view)];
}

function healthLines(verdicts: VerdictCounts, unchecked: number, view: ChartView): readonly string[] {
  const rows = [
    ...verdictNames.map((name) => [name, verdicts[name]] as const),
    ['not checked', unchecked] as const,
  ].filter(([, count]) => count > 0);
  return rows.length === 0 ? [] : ['Links of entries', ...bars(rows, view)];
}

function troubleLines(trouble: readonly TroubleStats[], view: ChartView): readonly string[] {
  const [first, last] = [trouble[0], trouble.at(-1)];
  if (first === undefined || last === undefined) return [];
  const ends = [first.at.slice(0, 10), last.at.slice(0, 10)] as const;
  if (ends[0] === ends[1]) return [`${plural(last.broken, 'entry', 'entries')} with a broken link on ${ends[1]}`];
  const over = (values: readonly { readonly at: string; readonly count: number }[]): readonly number[] =>
    evenly(values, Date.parse(first.at), Date.parse(last.at));
  if (last.moved === null)
    return [
      'Entries with a broken link, by date of first failure',
      ...chart(over(trouble.map(({ at, broken }) => ({ at, count: broken }))), ends, view),
    ];
  return [
    'Broken links over time',
    ...chart(over(trouble.map(({ at, broken }) => ({ at, count: broken }))), ends, view),
    '',
    'Moved links over time',
    ...chart(over(trouble.map(({ at, moved }) => ({ at, count: moved ?? 0 }))), ends, view),
  ];
}

/** Values at a hundred times with the same distance, each the last one known by then. */
function evenly(
  values: readonly { readonly at: string; readonly count: number }[],
  from: number,
  to: number,
): readonly number[] {
  let next = 0;
  let count = 0;
  return Array.from({ length: 100 }, (_, index) => {
    const time = from + ((to - from) * index) / 99;
    for (let value = values[next]; value !== undefined && Date.parse(value.at) <= time; value = values[next]) {
      count = value.count;
      next += 1;
    }
    return count;
  });
}

function sectionLines(sections: readonly SectionStats[], view: ChartView): readonly string[] {
  const trouble = ({ verdicts }: SectionStats): number => verdicts.broken + verdicts.suspect + verdicts.moved;
  const worst = sections
    .filter((section) => trouble(section) > 0)
    .toSorted((a, b) => b.verdicts.broken - a.verdicts.broken || trouble(b) - trouble(a))
    .slice(0, mostSections);
  if (worst.length === 0) return [];
  const all = sections.map(({ titles }) => titles);
  const names = worst.map(({ titles }) =>
    cut(oneLine(sectionName(titles, all) || 'outside of sections'), Math.max(16, Math.floor(view.width * 0.45)), '...'),
  );
  const wide = Math.max(...names.map(widthOf));
  const lines = worst.map(({ entries, verdicts }, index) => {
    const facts = (['broken', 'suspect', 'moved'] as const)
      .filter((name) => verdicts[name] > 0)
      .map((name) => `${verdicts[name]} ${name}`);
    return `  ${padded(names[index] ?? '', wide)}  ${facts.join(', ')} of ${entries}`;
  });
  return [`Sections with the most problems`, ...lines];
}
