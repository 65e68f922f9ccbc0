import type { Input } from '../fs/inputs.js';
import type { AnyRule } from '../model/rule.js';
import type { Settings } from '../model/settings.js';
import type { LintedList } from './lint-list.js';

/** Rules about verdicts that no list has turned on: what merges reports must not report for them. */
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
