import type { Finding } from '../model/finding.js';

/** How many places findings name: each its own, and those that it was folded from. */
export function placeCount(findings: readonly Pick<Finding, 'places'>[]): number {
  return findings.reduce((sum, { places }) => sum + 1 + (places?.length ?? 0), 0);
}
