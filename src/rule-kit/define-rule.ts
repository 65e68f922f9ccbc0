import * as v from 'valibot';
import type { Fixing, OptionsSchema, Rule, RuleFacts } from '../model/rule.js';
import { ignoreOption } from './options.js';

/** The options of a rule that says nothing of them. */
const usualOptions = v.object(ignoreOption);
/** Takes `ignore`, as every rule does, and nothing else. */
export type UsualOptions = typeof usualOptions;

/**
 * A rule of your own: of a rule, `id`, `summary`, `why`, `messages` and `check` have to be there, and the rest has a default.
 * It is off in every preset unless `severity` says otherwise: `rules` turns it on.
 */
export type RuleDraft<Schema extends OptionsSchema, Messages extends Record<string, string>> = Pick<
  RuleFacts<Schema, Messages>,
  'id' | 'summary' | 'why' | 'messages' | 'check'
> &
  Partial<Omit<RuleFacts<Schema, Messages>, 'id' | 'summary' | 'why' | 'messages' | 'check' | 'severity'>> &
  (Fixing | { readonly fix?: undefined }) & {
    /** Default: `off` in every preset, `warning` as its own. */
    readonly severity?: Partial<RuleFacts<Schema, Messages>['severity']>;
  };

/**
 * Gives a rule its types: `report` knows the ids of `messages` and their `{placeholders}`, and `check` knows the options,
 * whose schema is one of valibot. Throws nothing: what a rule from JavaScript lacks is told when it is used.
 */
export function defineRule<const Messages extends Record<string, string>, Schema extends OptionsSchema = UsualOptions>(
  rule: RuleDraft<Schema, Messages>,
): Rule<Schema, Messages> {
  const fixing: Fixing = rule.fix === undefined ? { fix: 'none' } : rule;
  return {
    ...rule,
    severity: { awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning', ...rule.severity },
    ...fixing,
    reads: rule.reads ?? 'list',
    supersededBy: rule.supersededBy ?? [],
    // Where nobody says, Schema is that of the usual options.
    options: rule.options ?? (usualOptions as unknown as Schema),
    examples: rule.examples ?? [],
  };
}
