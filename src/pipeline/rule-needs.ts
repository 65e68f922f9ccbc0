import type { CheckContext, LinkOutcome } from '../links/check.js';
import type { LintResult } from '../lint/lint.js';
import type { FactDetail } from '../model/facts.js';
import type { FileSettings } from '../model/settings.js';
import type { LintedList } from './lint-list.js';

/** What the rules of some lists need of a check of links: facts where one reads them, and what plugins read, each once. */
export function needsOf(settings: readonly FileSettings[]): Pick<CheckContext, 'facts' | 'prefetches'> {
  const rules = settings.flatMap((each) => each.rules);
  const reading = rules.filter(({ rule }) => rule.reads === 'facts');
  const details = reading.flatMap(({ rule, options }): readonly FactDetail[] => rule.needs?.(options) ?? []);
  return {
    ...(reading.length > 0 ? { facts: { details: new Set(details) } } : {}),
    prefetches: [...new Set(rules.flatMap(({ rule }) => rule.prefetch ?? []))],
  };
}

/** Prefetches that failed, as the rules that fail: a bug in a plugin, and not in the list. */
export function prefetchCrashes(links: LinkOutcome | null, [first]: readonly LintedList[]): LintResult['crashes'] {
  const path = first?.list.path ?? '';
  return (links?.prefetched.failures ?? []).map(({ prefetch, why, stack }) => ({
    rule: prefetch.id,
    path,
    why,
    stack,
  }));
}
