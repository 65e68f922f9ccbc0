import type { Finding } from '../model/finding.js';
import { policyChecks, policyRule } from '../model/pull-request.js';
import type { ReportedList } from '../model/report.js';
import type { AnyRule } from '../model/rule.js';
import { ruleUrl } from '../model/version.js';
import type { ReportFacts } from '../report/report-facts.js';
import { builtinRules } from './builtin-rules.js';

const builtin: ReadonlyMap<string, AnyRule> = new Map(builtinRules.map((rule) => [String(rule.id), rule]));

/** What reporters know besides the report: the words of each rule, with the URL of its page where it comes with the tool. */
export function reportFacts(rules: readonly AnyRule[], lists: readonly ReportedList[]): ReportFacts {
  return {
    lists,
    rules: rules.map(({ id, summary, why }) => ({
      ...{ id: String(id), summary, why },
      url: ruleUrl(String(id), builtin.has(String(id))),
    })),
  };
}

/** What the findings of a rule are about, by its id; `style` for a rule that does not come with the tool. */
export function topicOf(rule: string): Pick<Finding, 'topic' | 'verdict'> {
  if (policyChecks.some((check) => policyRule(check) === rule)) return { topic: 'pull-request', verdict: null };
  const { topic, verdict } = builtin.get(rule) ?? { topic: 'style' };
  return { topic, verdict: verdict ?? null };
}
