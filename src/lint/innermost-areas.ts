import type { Entry, Link } from '../model/list.js';
import type { Position } from '../model/position.js';
import { partitionPoint } from '../text/partition-point.js';
import type { CoveredRange } from './directive-ranges.js';

/** A half-open stretch of the file and the index of the area that it belongs to. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly area: number;
}

/** What silences one rule. */
interface Covered {
  /** Where each area is the innermost: disjoint and ascending. */
  readonly stretches: readonly Stretch[];
  /** The same for the places of links whose entries have their links silenced. */
  readonly linkStretches: readonly Stretch[];
  /** The innermost area for each of these links. */
  readonly links: ReadonlyMap<Link, number>;
}

/**
 * Finds the innermost of some areas in document order: the last that covers the place where a rule reports; null for none. An area
 * about the links of an entry covers findings about these, and places in them. Places are looked up by binary search, as a file may
 * have as many directives as entries.
 */
export function innermostAreas(
  areas: readonly CoveredRange[],
): (rule: string, place: Position, link: Link | null) => CoveredRange | null {
  const byRule = new Map<string, Covered>();
  return (rule, place, link) => {
    if (areas.length === 0) return null;
    const covered = byRule.get(rule) ?? coveredFor(areas, rule);
    byRule.set(rule, covered);
    const offset = place.start.offset;
    const around = areaAt(covered.stretches, offset);
    const about = link === null ? areaAt(covered.linkStretches, offset) : (covered.links.get(link) ?? -1);
    return areas[Math.max(around, about)] ?? null;
  };
}

function coveredFor(areas: readonly CoveredRange[], rule: string): Covered {
  const stretches: Stretch[] = [];
  const entries = new Map<Entry, number>();
  for (const [area, { rules, start, endFor, linksOf }] of areas.entries()) {
    if (rules !== null && !rules.has(rule)) continue;
    if (linksOf === null) stretches.push({ start, end: endFor(rule), area });
    else entries.set(linksOf, area);
  }
  const links = new Map([...entries].flatMap(([entry, area]) => entry.links.map((link) => [link, area] as const)));
  const places = [...links].flatMap(([{ position, urlPosition }, area]) =>
    [position, urlPosition].map(({ start, end }) => ({ start: start.offset, end: end.offset, area })),
  );
  return { stretches: innermost(stretches), linkStretches: innermost(places), links };
}

/** Cuts stretches that overlap, so that the one with the highest area is left at each place. */
function innermost(stretches: readonly Stretch[]): readonly Stretch[] {
  const bounds = [...new Set(stretches.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const indices = new Map(bounds.map((bound, index) => [bound, index]));
  const owners = new Map<number, number>();
  /** For each cell between two bounds, one at or after it that may be without an owner. */
  const free = bounds.map((_, index) => index);
  const firstFree = (from: number): number => {
    let cell = from;
    while (free[cell] !== undefined && free[cell] !== cell) {
      // Halves the way for those that come after.
      free[cell] = free[free[cell] ?? cell] ?? bounds.length;
      cell = free[cell] ?? cell;
    }
    return cell;
  };
  for (const { start, end, area } of stretches.toSorted((a, b) => b.area - a.area)) {
    const last = indices.get(end) ?? 0;
    for (let cell = firstFree(indices.get(start) ?? 0); cell < last; cell = firstFree(cell)) {
      owners.set(cell, area);
      free[cell] = cell + 1;
    }
  }
  return bounds.flatMap((start, cell) => {
    const area = owners.get(cell);
    return area === undefined ? [] : [{ start, end: bounds[cell + 1] ?? start, area }];
  });
}

/** The area at an offset; -1 for none. */
function areaAt(stretches: readonly Stretch[], offset: number): number {
  const found = stretches[partitionPoint(stretches.length, (index) => (stretches[index]?.start ?? 0) <= offset) - 1];
  return found !== undefined && offset < found.end ? found.area : -1;
}
