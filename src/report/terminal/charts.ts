import { widthOf } from './text-width.js';

/** How charts are drawn. There are no colors: bars and numbers say it all. */
export interface ChartView {
  /** Columns. */
  readonly width: number;
  /** False where only ASCII is shown. */
  readonly unicode: boolean;
}

/** Rows of a chart over time. */
const chartHeight = 6;
const eighths = ' ▁▂▃▄▅▆▇█';
const barEighths = ' ▏▎▍▌▋▊▉█';

/** Columns of values over time, with the largest value and zero at the side, and the ends of the time below. */
export function chart(values: readonly number[], ends: readonly [string, string], view: ChartView): readonly string[] {
  const most = Math.max(1, ...values);
  const side = Math.max(String(most).length, 1);
  const wide = Math.max(10, Math.min(view.width - side - 3, 72));
  const columns = Array.from({ length: wide }, (_, index) => {
    const at = wide === 1 ? 0 : Math.round((index / (wide - 1)) * (values.length - 1));
    return (values[at] ?? 0) / most;
  });
  const lines = Array.from({ length: chartHeight }, (_, row) => {
    const below = chartHeight - 1 - row;
    const label = row === 0 ? String(most) : below === 0 ? '0' : '';
    const marks = columns.map((share) => columnMark(share * chartHeight - below, below === 0 && share > 0, view));
    return `${label.padStart(side + 1)} ${view.unicode ? '│' : '|'}${marks.join('')}`;
  });
  const [from, to] = ends;
  const gap = ' '.repeat(Math.max(1, wide - from.length - to.length));
  return [...lines, `${' '.repeat(side + 3)}${from === to ? to : `${from}${gap}${to}`}`];
}

/** One cell of a column that reaches so far into it, in cells; what is more than nothing is seen. */
function columnMark(reach: number, seen: boolean, { unicode }: ChartView): string {
  if (!unicode) return reach >= 0.5 || seen ? '#' : ' ';
  const level = Math.max(seen ? 1 : 0, Math.min(8, Math.round(reach * 8)));
  return eighths[level] ?? ' ';
}

/** A bar of at most `wide` columns for a share from 0 to 1. */
export function bar(share: number, wide: number, { unicode }: ChartView): string {
  if (!unicode) return '#'.repeat(share > 0 ? Math.max(1, Math.round(share * wide)) : 0);
  const parts = share > 0 ? Math.max(1, Math.round(share * wide * 8)) : 0;
  return '█'.repeat(Math.floor(parts / 8)) + (parts % 8 === 0 ? '' : (barEighths[parts % 8] ?? ''));
}

/** Labels, numbers and bars in columns. */
export function bars(rows: readonly (readonly [label: string, count: number])[], view: ChartView): readonly string[] {
  const labels = Math.max(...rows.map(([label]) => widthOf(label)));
  const most = Math.max(1, ...rows.map(([, count]) => count));
  const digits = String(most).length;
  const wide = Math.max(5, view.width - labels - digits - 6);
  return rows.map(([label, count]) =>
    `  ${padded(label, labels)}  ${String(count).padStart(digits)}  ${bar(count / most, wide, view)}`.trimEnd(),
  );
}

/** A text filled up with spaces to so many columns. */
export function padded(text: string, wide: number): string {
  return text + ' '.repeat(Math.max(0, wide - widthOf(text)));
}
