import type { Finding, Severity } from '../model/finding.js';
import { groupBy } from '../text/group-by.js';

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The heaviest first: by severity, broken links before others of theirs; what weighs the same keeps its order. For formats that show only so many. */
export function bySeverity<Weighed extends Pick<Finding, 'severity' | 'verdict'>>(
  findings: readonly Weighed[],
): readonly Weighed[] {
  const weigh = ({ severity, verdict }: Weighed): number => 2 * ranks[severity] + (verdict === 'broken' ? 0 : 1);
  return findings.toSorted((a, b) => weigh(a) - weigh(b));
}

/** More findings of one rule in a file than this are folded into one. */
const mostOfOneRule = 4;

/** Parts findings of one file and one severity into those that one rule says often, by rule, and the others. */
export function foldFindings(findings: readonly Finding[]): {
  readonly many: readonly (readonly Finding[])[];
  readonly single: readonly Finding[];
} {
  // Each link that a check of links speaks of is a cause of its own, and its address must be read; notes ask for nothing.
  const many = [...groupBy(findings, ({ rule }) => rule).values()].filter(
    ([first, ...more]) => more.length >= mostOfOneRule && !(first?.topic === 'links' && first.severity !== 'info'),
  );
  const hidden = new Set(many.flat());
  return { many, single: findings.filter((finding) => !hidden.has(finding)) };
}
