import type { Finding } from '../../model/finding.js';
import type { ReportedList } from '../../model/report.js';
import { partitionPoint } from '../../text/partition-point.js';
import { clean } from '../escape.js';
import type { View } from './view.js';

/** A section or tier, with the names around it and its own. */
interface Spot {
  readonly start: number;
  readonly end: number;
  readonly trail: string;
  readonly parent: Spot | null;
}

/** Finds `Languages › Python › Tier 1: Basics` around a finding; null in a file without sections, such as one of data. */
export function headingsOf(list: ReportedList | null, view: View): (finding: Finding) => string | null {
  const spots: Spot[] = [];
  let around: Spot | null = null;
  for (const { name, start, end } of list?.outline ?? []) {
    while (around !== null && around.end <= start) around = around.parent;
    const separator = view.unicode ? ' › ' : ' > ';
    const trail: string = around === null ? clean(name) : `${around.trail}${separator}${clean(name)}`;
    around = { start, end, trail, parent: around };
    spots.push(around);
  }
  return (finding) => {
    if (spots.length === 0) return null;
    if (isAboutFile(finding) && finding.fix === null) return 'Whole file';
    const { offset } = finding.start;
    let spot = spots[partitionPoint(spots.length, (index) => (spots[index]?.start ?? 0) <= offset) - 1] ?? null;
    while (spot !== null && spot.end <= offset) spot = spot.parent;
    return spot?.trail ?? 'Before the first section';
  };
}

/** True for a finding that no line is at fault for, such as the name of the file. */
export function isAboutFile({ end }: Finding): boolean {
  return end.offset === 0;
}
