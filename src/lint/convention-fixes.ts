import type { Finding } from '../model/finding.js';
import type { List } from '../model/list.js';
import type { RuleSetting } from '../model/settings.js';
import { linesOf } from '../text/lines.js';
import { majorityOf } from '../text/majority.js';
import type { RawFinding } from './run-rule.js';

/** A fix that changes more of a list's lines than this changes its style, not the exceptions from it. */
const mostLines = 0.03;

/** So few lines are exceptions in a list of any length. */
const fewLines = 3;

/**
 * Findings of a rule that learnt a convention from the list: their fixes are suggestions where less than 95% of the
 * cases follow it, or fewer than ten, or where they would change more than 3% of the lines. As they are where an option is set.
 */
export function withConventionFixes(
  raw: readonly RawFinding[],
  { rule, options }: RuleSetting,
  list: List,
): readonly RawFinding[] {
  const learnt = Object.entries(rule.learn ?? {});
  const given = options as Record<string, unknown>;
  // Options that someone set are a wish, and no lines are too many for it.
  if (learnt.length === 0 || learnt.some(([option]) => given[option] !== 'consistent')) return raw;
  const edits = raw.flatMap(({ finding: { fix } }) => (fix?.safe ? fix.edits : []));
  if (edits.length === 0) return raw;
  const { point } = linesOf(list.text);
  const lines = point(list.text.length).line;
  const changed = new Set(edits.map(({ start }) => point(start).line)).size;
  const isClear = learnt.every(([, casesOf]) => {
    const most = majorityOf((casesOf as (list: List) => readonly (string | number)[])(list));
    return most === null || most.isClear;
  });
  if (isClear && changed <= Math.max(fewLines, lines * mostLines)) return raw;
  return raw.map((one) => ({ ...one, finding: suggested(one.finding) }));
}

function suggested(finding: Finding): Finding {
  return finding.fix === null ? finding : { ...finding, fix: { ...finding.fix, safe: false } };
}
