import type { List } from '../model/list.js';
import type { RuleSetting } from '../model/settings.js';
import { majority } from '../text/majority.js';

/** What a list's own convention is for the options of one rule; null where it has none. */
export type InferredOptions = Readonly<Record<string, string | number | null>>;

/** Learns the options of a rule that are set to `consistent`; an empty object when none is. */
export function inferOptions({ rule, options }: RuleSetting, list: List): InferredOptions {
  const learnt: Record<string, string | number | null> = {};
  for (const [option, casesOf] of Object.entries(rule.learn ?? {})) {
    if ((options as Record<string, unknown>)[option] === 'consistent') {
      learnt[option] = majority((casesOf as (list: List) => readonly (string | number)[])(list));
    }
  }
  return learnt;
}

/** The setting with what was learnt in the place of `consistent`; `off` where the list has no convention. */
export function withInferred(setting: RuleSetting, list: List): RuleSetting {
  const learnt = Object.entries(inferOptions(setting, list));
  if (learnt.length === 0) return setting;
  return {
    ...setting,
    options: { ...setting.options, ...Object.fromEntries(learnt.map(([name, value]) => [name, value ?? 'off'])) },
  };
}
