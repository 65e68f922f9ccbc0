import type { Finding } from '../model/finding.js';
import type { Position } from '../model/position.js';
import { groupBy } from '../text/group-by.js';
import { plural } from '../text/plural.js';

/** How many places findings name: each its own, and those that it was folded from. */
export function placeCount(findings: readonly Pick<Finding, 'places'>[]): number {
  return findings.reduce((sum, { places }) => sum + 1 + (places?.length ?? 0), 0);
}

/** `4 findings`, or `4 findings in 6 places` where some name several. */
export function inPlaces(findings: readonly Pick<Finding, 'places'>[]): string {
  const places = placeCount(findings);
  return `${plural(findings.length, 'finding')}${places === findings.length ? '' : ` in ${plural(places, 'place')}`}`;
}

/** The lines of places, ascending and each once, with how many places it has where that is more than one: `24`, `29 (2×)`. */
export function lineNames(places: readonly Pick<Position, 'start'>[], times = '×'): readonly string[] {
  return [...groupBy(places, ({ start }) => start.line)]
    .sort(([a], [b]) => a - b)
    .map(([line, same]) => (same.length === 1 ? `${line}` : `${line} (${same.length}${times})`));
}
