import type { Finding, Severity } from '../model/finding.js';

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The heaviest first: by severity, broken links before others of theirs; what weighs the same keeps its order. For formats that show only so many. */
export function byWeight<Weighed extends Pick<Finding, 'severity' | 'rule'>>(
  findings: readonly Weighed[],
): readonly Weighed[] {
  const weigh = ({ severity, rule }: Weighed): number => 2 * ranks[severity] + (rule === 'link-broken' ? 0 : 1);
  return findings.toSorted((a, b) => weigh(a) - weigh(b));
}
