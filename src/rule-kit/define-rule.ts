import * as v from 'valibot';
import type { Fixing, OptionsSchema, Rule, RuleFacts } from '../model/rule.js';
import { ignoreOption } from './shared-options.js';

/** The options of a rule without a schema. */
const usualOptions = v.object(ignoreOption);
/** Takes `ignore`, as every rule does, and nothing else. */
export type UsualOptions = typeof usualOptions;

/** The argument of `defineRule`: `id`, `summary`, `why`, `messages` and `check` are required, and the rest has a default. */
export type RuleDraft<Schema extends OptionsSchema, Messages extends Record<string, string>> = Pick<
  RuleFacts<Schema, Messages>,
  'id' | 'summary' | 'why' | 'messages' | 'check'
> &
  Partial<Omit<RuleFacts<Schema, Messages>, 'id' | 'summary' | 'why' | 'messages' | 'check' | 'severity'>> &
  (Fixing | { readonly fix?: undefined }) & {
    /** Default: `off` in every preset, and `warning` where `rules` turns it on. */
    readonly severity?: Partial<RuleFacts<Schema, Messages>['severity']>;
  };

/**
 * Gives a rule its types and defaults: `report` knows the ids of `messages` and their `{placeholders}`, and `check` knows the
 * options, whose schema is one of valibot. It never throws: if a rule written in JavaScript is incomplete, this is reported when the rule is used.
 */
export function defineRule<const Messages extends Record<string, string>, Schema extends OptionsSchema = UsualOptions>(
  rule: RuleDraft<Schema, Messages>,
): Rule<Schema, Messages> {
  const fixing: Fixing = rule.fix === undefined ? { fix: 'none' } : rule;
  return {
    ...rule,
    ...fixing,
    severity: { awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning', ...rule.severity },
    topic: rule.topic ?? (rule.reads === 'verdict' ? 'links' : 'style'),
    reads: rule.reads ?? 'list',
    supersededBy: rule.supersededBy ?? [],
    // Without a schema, Schema is that of the usual options.
    options: rule.options ?? (usualOptions as unknown as Schema),
    examples: rule.examples ?? [],
  };
}
