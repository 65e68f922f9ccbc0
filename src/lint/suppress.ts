import type { Fix } from '../model/finding.js';
import type { Link, List } from '../model/list.js';
import type { Position } from '../model/position.js';
import type { CoveredRanges } from './directive-ranges.js';
import { type CoveredRange, coveredRanges } from './directive-ranges.js';
import type { RawFinding } from './run-rule.js';

/** What is left when directives have silenced the rest. */
export interface SuppressionResult {
  readonly kept: readonly RawFinding[];
  /** Places that were silenced. */
  readonly suppressed: number;
}

/** The directives of a list at work. */
export interface Suppressions {
  readonly areas: CoveredRanges;
  /** The rules that each directive has silenced so far. */
  readonly used: ReadonlyMap<CoveredRange, ReadonlySet<string>>;
  apply(spoken: readonly RawFinding[]): SuppressionResult;
}

/** Prepares the directives of a list. A finding belongs to the innermost directive that covers the place where it starts. */
export function suppressionsOf(list: List): Suppressions {
  const areas = coveredRanges(list);
  const used = new Map<CoveredRange, Set<string>>();
  const inner = areas.areas.toReversed();
  const silences = (rule: string, place: Position, link: Link | null): boolean => {
    const area = inner.find((one) => covers(one, rule, place, link));
    if (area === undefined) return false;
    used.set(area, (used.get(area) ?? new Set()).add(rule));
    return true;
  };
  const apply = (spoken: readonly RawFinding[]): SuppressionResult => {
    if (inner.length === 0) return { kept: spoken, suppressed: 0 };
    let suppressed = 0;
    const kept: RawFinding[] = [];
    for (const one of spoken) {
      const { finding, link, either } = one;
      const copies = either.filter((place) => silences(finding.rule, place, null));
      const places = [finding, ...(finding.places ?? [])];
      const loud = places.filter((place, index) => !silences(finding.rule, place, index === 0 ? link : null));
      if (copies.length > 0 || loud.length === 0) suppressed += copies.length > 0 ? 1 : places.length;
      else if (loud.length === places.length) kept.push(one);
      else {
        suppressed += places.length - loud.length;
        kept.push(narrowed(one, loud, places));
      }
    }
    return { kept, suppressed };
  };
  return { areas, used, apply };
}

function covers(area: CoveredRange, rule: string, place: Position, link: Link | null): boolean {
  if (area.rules !== null && !area.rules.has(rule)) return false;
  const offset = place.start.offset;
  if (area.linksOf !== null) {
    if (link !== null) return area.linksOf.links.includes(link);
    return area.linksOf.links.some((one) => within(one.position, offset) || within(one.urlPosition, offset));
  }
  return area.start <= offset && offset < Math.min(area.end, area.ends.get(rule) ?? area.end);
}

function within(position: Position, offset: number): boolean {
  return position.start.offset <= offset && offset < position.end.offset;
}

/** A finding of many places without those that are silenced, and without their edits. */
function narrowed(one: RawFinding, loud: readonly Position[], places: readonly Position[]): RawFinding {
  const [first, ...rest] = loud;
  const silent = places.filter((place) => !loud.includes(place));
  const { finding } = one;
  return {
    ...one,
    finding: {
      ...finding,
      start: first?.start ?? finding.start,
      end: first?.end ?? finding.end,
      places: rest.length > 0 ? rest.map(({ start, end }) => ({ start, end })) : null,
      fix: finding.fix === null ? null : without(finding.fix, silent),
    },
  };
}

function without(fix: Fix, silent: readonly Position[]): Fix | null {
  const edits = fix.edits.filter(
    (edit) => !silent.some(({ start, end }) => edit.start <= end.offset && start.offset <= edit.end),
  );
  return edits.length > 0 ? { ...fix, edits } : null;
}
