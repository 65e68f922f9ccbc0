import type { Input } from '../fs/inputs.js';
import type { CheckContext, LinkOutcome } from '../links/check.js';
import type { LintResult } from '../lint/lint.js';
import type { FactDetail } from '../model/facts.js';
import type { AnyRule } from '../model/rule.js';
import type { FileSettings, Settings } from '../model/settings.js';
import { detailsOfShown } from '../model/upkeep.js';
import type { LintedList } from './lint-list.js';

/**
 * What the rules of some lists need of a check of links, and the commands that work on its results: facts where one reads them,
 * and what plugins read, each once.
 */
export function needsOf(
  settings: readonly FileSettings[],
  { refresh, prune }: Pick<Settings, 'refresh' | 'prune'>,
): Pick<CheckContext, 'facts' | 'prefetches' | 'replacedNotes'> {
  const rules = settings.flatMap((each) => each.rules);
  const reading = rules.filter(({ rule }) => rule.reads === 'facts');
  const details = [
    ...reading.flatMap(({ rule, options }): readonly FactDetail[] => rule.needs?.(options) ?? []),
    ...refresh.flatMap(({ fact }) => detailsOfShown[fact]),
  ];
  const readsFacts = reading.length > 0 || refresh.length > 0 || prune.silent !== null;
  const notes = rules.flatMap(({ rule }) => rule.replacesNote ?? []);
  const isReplaced = (note: string): boolean =>
    settings.every((each) => each.rules.some(({ rule }) => rule.replacesNote === note));
  return {
    ...(readsFacts ? { facts: { details: new Set(details) } } : {}),
    replacedNotes: new Set(notes.filter(isReplaced)),
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

/** Built-in rules about verdicts that no list has turned on: what merges reports must not report for them. */
export async function rulesOff(
  linted: readonly LintedList[],
  rules: readonly AnyRule[],
  settingsOf: (input: Input) => Promise<Settings>,
): Promise<readonly string[]> {
  const on = new Set<AnyRule>();
  for (const { input, list } of linted) {
    const settings = await settingsOf(input);
    for (const { rule } of settings.rulesFor(list.path, list.preset).rules) on.add(rule);
  }
  const off = rules.filter((rule) => rule.reads === 'verdict' && !on.has(rule)).map(({ id }) => String(id));
  return linted.length === 0 ? [] : off;
}
