import * as v from 'valibot';
import type { AnyRule } from '../model/rule.js';
import type { FileSettings, RuleSetting, Settings } from '../model/settings.js';
import type { PruneSettings } from '../model/upkeep.js';

/** Rules by which entries that a repository no longer keeps up are found. */
export const ruleOf = { broken: 'link-broken', archived: 'link-archived', silent: 'repo-activity' } as const;

/** Settings with the rules by which `prune` judges and no others; thresholds of `rules` are those of the list. */
export function judgingSettings(settings: Settings, rules: readonly AnyRule[]): Settings {
  const { prune } = settings;
  return {
    ...settings,
    pullRequest: null,
    rulesFor(path, preset, why) {
      const own = settings.rulesFor(path, preset, why);
      return { ...own, rules: rules.flatMap((rule) => settingOf(rule, own, prune) ?? []) };
    },
  };
}

function settingOf(rule: AnyRule, own: FileSettings, prune: PruneSettings): RuleSetting | null {
  const known = own.rules.find((one) => one.rule === rule);
  const id = String(rule.id);
  const isFor = {
    [ruleOf.broken]: prune.broken,
    [ruleOf.archived]: prune.archived !== null,
    [ruleOf.silent]: prune.silent !== null,
  };
  if (id === ruleOf.silent && prune.silent !== null)
    return { rule, severity: 'warning', options: v.parse(rule.options, { days: prune.silent }) as object };
  if (isFor[id as keyof typeof isFor] === true || prune.rules.has(id))
    return known ?? { rule, severity: 'warning', options: v.parse(rule.options, {}) as object };
  return null;
}
