import type { Fix } from '../model/finding.js';
import type { Entry, Link, List } from '../model/list.js';
import type { Position } from '../model/position.js';
import type { AnyRule } from '../model/rule.js';
import { firstFrom } from '../text/document-order.js';
import { type CoveredRange, type CoveredRanges, coveredRanges } from './directive-ranges.js';
import type { ListExceptions } from './exceptions.js';
import { innermostAreas } from './innermost-areas.js';
import type { RawFinding } from './run-rule.js';

/** The remaining findings after directives suppressed the rest. */
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
  /** How many places each directive has silenced so far. */
  readonly applied: ReadonlyMap<CoveredRange, number>;
  /** The directives that would have silenced what they may not. */
  readonly refused: ReadonlySet<CoveredRange>;
  apply(spoken: readonly RawFinding[]): SuppressionResult;
}

/** True where comments may silence a rule at a place. */
export type CommentTrust = (rule: AnyRule, place: Position) => boolean;

/** What silences findings besides the directives. */
export interface SuppressionContext {
  readonly exceptions: ListExceptions;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly trusts: CommentTrust;
}

/**
 * Prepares the exceptions and the directives of a list. A finding belongs to the innermost directive that covers the place
 * where it starts.
 */
export function suppressionsOf(list: List, { exceptions, now, trusts }: SuppressionContext): Suppressions {
  const areas = coveredRanges(list, now);
  const used = new Map<CoveredRange, Set<string>>();
  const applied = new Map<CoveredRange, number>();
  const refused = new Set<CoveredRange>();
  const innermost = innermostAreas(areas.areas.filter(({ isExpired }) => !isExpired));
  const silences = ({ finding, setting }: RawFinding, place: Position, link: Link | null): boolean => {
    if (exceptions.excepts(finding, place, link)) return true;
    const area = innermost(finding.rule, place, link);
    if (area === null) return false;
    if (!trusts(setting.rule, place)) {
      refused.add(area);
      return false;
    }
    used.set(area, (used.get(area) ?? new Set()).add(finding.rule));
    applied.set(area, (applied.get(area) ?? 0) + 1);
    return true;
  };
  const apply = (spoken: readonly RawFinding[]): SuppressionResult => {
    if (areas.areas.length === 0 && !exceptions.any) return { kept: spoken, suppressed: 0 };
    let suppressed = 0;
    const kept: RawFinding[] = [];
    for (const one of spoken) {
      const { finding, link, either } = one;
      const copies = either.filter((place) => silences(one, place, null));
      const places = [finding, ...(finding.places ?? [])];
      const loud = places.filter((place, index) => !silences(one, place, index === 0 ? link : null));
      if (copies.length > 0 || loud.length === 0) suppressed += copies.length > 0 ? 1 : places.length;
      else if (loud.length === places.length) kept.push(one);
      else {
        suppressed += places.length - loud.length;
        kept.push(narrowed(one, loud, places));
      }
    }
    return { kept, suppressed };
  };
  return { areas, used, applied, refused, apply: (spoken) => exceptions.run(() => apply(spoken)) };
}

/** Tells whether comments of a list silence a rule for an entry, wherever in it the rule reports, or for a link outside of entries. */
export function commentsCover(list: List, now: number): (rule: string, node: Entry | Link) => boolean {
  const areas = coveredRanges(list, now).areas.filter(({ isExpired }) => !isExpired);
  const linksOf = new Set(areas.map((area) => area.linksOf));
  const innermost = innermostAreas(areas.filter((area) => area.linksOf === null));
  return (rule, node) =>
    (node.type === 'entry' && linksOf.has(node)) ||
    innermost(rule, node.type === 'link' ? node.position : node.label, null) !== null;
}

/** A finding of many places without those that are silenced, and without their edits. */
function narrowed(one: RawFinding, loud: readonly Position[], places: readonly Position[]): RawFinding {
  const [first, ...rest] = loud;
  const heard = new Set(loud);
  const silent = places.filter((place) => !heard.has(place));
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
  const sorted = silent
    .map((position) => ({ position }))
    .sort((a, b) => a.position.start.offset - b.position.start.offset);
  // Places of one finding may overlap, so that one before the last may reach further.
  const ends = sorted.map(({ position }) => position.end.offset);
  for (let index = 1; index < ends.length; index++) ends[index] = Math.max(ends[index - 1] ?? 0, ends[index] ?? 0);
  const edits = fix.edits.filter((edit) => (ends[firstFrom(sorted, edit.end + 1) - 1] ?? -1) < edit.start);
  return edits.length > 0 ? { ...fix, edits } : null;
}
