import type { Link } from '../model/list.js';
import type { Position } from '../model/position.js';
import { append } from '../text/append.js';
import { partitionPoint } from '../text/partition-point.js';
import type { RawFinding } from './run-rule.js';

/** Where one rule spoke. */
interface CoveredRanges {
  readonly links: ReadonlySet<Link>;
  /** Disjoint and ascending. */
  readonly stretches: readonly (readonly [start: number, end: number])[];
}

/** Drops findings of a rule that yields to another one which speaks of the same link or of an overlapping place. */
export function dropSuperseded(spoken: readonly RawFinding[]): readonly RawFinding[] {
  const byRule = group(spoken);
  const covered = new Map<string, CoveredRanges>();
  const coveredOf = (rule: string): CoveredRanges | null => {
    const known = covered.get(rule);
    if (known !== undefined) return known;
    const findings = byRule.get(rule);
    if (findings === undefined) return null;
    const ground = coveredBy(findings);
    covered.set(rule, ground);
    return ground;
  };
  return spoken.filter((one) => {
    const superiors: readonly string[] = one.setting.rule.supersededBy;
    return !superiors.some((rule) => {
      const ground = coveredOf(rule);
      return ground !== null && ((one.link !== null && ground.links.has(one.link)) || overlaps(ground, one.finding));
    });
  });
}

function group(spoken: readonly RawFinding[]): Map<string, RawFinding[]> {
  const groups = new Map<string, RawFinding[]>();
  for (const one of spoken) {
    const same = groups.get(one.finding.rule);
    if (same === undefined) groups.set(one.finding.rule, [one]);
    else same.push(one);
  }
  return groups;
}

function coveredBy(findings: readonly RawFinding[]): CoveredRanges {
  const links = new Set<Link>();
  const places: Position[] = [];
  for (const { finding, link } of findings) {
    if (link !== null) links.add(link);
    append(append(places, [finding]), finding.places ?? []);
  }
  const stretches: [number, number][] = [];
  for (const place of places.sort((a, b) => a.start.offset - b.start.offset)) {
    const last = stretches.at(-1);
    if (last !== undefined && place.start.offset < last[1]) last[1] = Math.max(last[1], place.end.offset);
    else stretches.push([place.start.offset, place.end.offset]);
  }
  return { links, stretches };
}

function overlaps({ stretches }: CoveredRanges, place: Position): boolean {
  const start = place.start.offset;
  const end = Math.max(place.end.offset, start + 1);
  const before = partitionPoint(stretches.length, (index) => {
    const [from, to] = stretches[index] ?? [0, 0];
    return Math.max(to, from + 1) <= start;
  });
  const first = stretches[before];
  return first !== undefined && first[0] < end;
}
