import { type RowKind, rowKinds } from './row-kinds.js';

/** How many of each kind. */
export type Counts = Partial<Readonly<Record<RowKind, number>>>;

/** Units of the drawing. A part that is there is never narrower than the least, which is more where bars are small. */
const wide = 1000;
const least = 12;
const leastSmall = 45;

/** A bar of stacked parts, one for each kind, in the order of `kinds`. The label says in words what it shows; without one the words are next to a small bar. */
export function bar(counts: Counts, label: string): string {
  const parts = chartParts(counts);
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return '';
  const widths = parts.map(({ count }) => Math.max(label === '' ? leastSmall : least, (count / total) * wide));
  // What the least widths take is taken off the others in proportion, so that the width of the bar does not change.
  const scale = wide / widths.reduce((sum, width) => sum + width, 0);
  let at = 0;
  const drawn = parts.map(({ kind }, index) => {
    const width = (widths[index] ?? 0) * scale;
    const rect = `<rect class="k-${kind}" x="${round(at)}" width="${round(width)}" height="10"/>`;
    at += width;
    return rect;
  });
  const named = label === '' ? 'aria-hidden="true"' : `role="img" aria-label="${label}"`;
  return `<svg class="bar" ${named} viewBox="0 0 ${wide} 10" preserveAspectRatio="none">${drawn.join('')}</svg>`;
}

/** The counts above nought, in the order of `kinds`. */
export function chartParts(counts: Counts): readonly { readonly kind: RowKind; readonly count: number }[] {
  return (Object.keys(rowKinds) as RowKind[])
    .map((kind) => ({ kind, count: counts[kind] ?? 0 }))
    .filter(({ count }) => count > 0);
}

function round(units: number): number {
  return Math.round(units * 10) / 10;
}
