import type { Link } from '../model/list.js';
import type { Position } from '../model/position.js';
import { append } from '../text/append.js';
import { groupBy } from '../text/group-by.js';
import { partitionPoint } from '../text/partition-point.js';
import type { RawFinding } from './run-rule.js';

/** Disjoint and ascending. */
type Stretches = readonly (readonly [start: number, end: number])[];

/** Where one rule spoke. */
interface CoveredRanges {
  readonly links: ReadonlySet<Link>;
  readonly stretches: Stretches;
}

/**
 * Drops findings of a rule that yields to another one which speaks of the same link or of an overlapping place, and those that
 * the defect of another finding explains.
 */
export function dropSuperseded(spoken: readonly RawFinding[]): readonly RawFinding[] {
  const byRule = groupBy(spoken, ({ finding }) => finding.rule);
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
  const explained = explainedBy(spoken);
  return spoken.filter((one) => {
    const { rule, places } = one.finding;
    for (const [other, stretches] of explained) {
      if (other !== rule && [one.finding, ...(places ?? [])].every((place) => overlaps(stretches, place))) return false;
    }
    const superiors: readonly string[] = one.setting.rule.supersededBy;
    return !superiors.some((rule) => {
      const ground = coveredOf(rule);
      if (ground === null) return false;
      return (one.link !== null && ground.links.has(one.link)) || overlaps(ground.stretches, one.finding);
    });
  });
}

/** What the findings of each rule explain, by rule. */
function explainedBy(spoken: readonly RawFinding[]): ReadonlyMap<string, Stretches> {
  const explaining = groupBy(
    spoken.filter(({ explains }) => explains.length > 0),
    ({ finding }) => finding.rule,
  );
  return new Map([...explaining].map(([rule, all]) => [rule, joined(all.flatMap(({ explains }) => explains))]));
}

function coveredBy(findings: readonly RawFinding[]): CoveredRanges {
  const links = new Set<Link>();
  const places: Position[] = [];
  for (const { finding, link } of findings) {
    if (link !== null) links.add(link);
    append(append(places, [finding]), finding.places ?? []);
  }
  return { links, stretches: joined(places) };
}

/** Overlapping places as one. Sorts `places`. */
function joined(places: Position[]): Stretches {
  const stretches: [number, number][] = [];
  for (const place of places.sort((a, b) => a.start.offset - b.start.offset)) {
    const last = stretches.at(-1);
    if (last !== undefined && place.start.offset < last[1]) last[1] = Math.max(last[1], place.end.offset);
    else stretches.push([place.start.offset, place.end.offset]);
  }
  return stretches;
}

function overlaps(stretches: Stretches, place: Position): boolean {
  const start = place.start.offset;
  const end = Math.max(place.end.offset, start + 1);
  const before = partitionPoint(stretches.length, (index) => {
    const [from, to] = stretches[index] ?? [0, 0];
    return Math.max(to, from + 1) <= start;
  });
  const first = stretches[before];
  return first !== undefined && first[0] < end;
}
