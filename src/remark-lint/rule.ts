import * as v from 'valibot';
import type { AnyRule, Rule } from '../model/rule.js';
import { defineRule } from '../rule-kit/define-rule.js';
import { ignoreOption } from '../rule-kit/shared-options.js';
import { reword } from './reword.js';
import { type LintPlugin, runPlugin } from './run-plugin.js';

/** What a rule is besides its plugin. */
export type RemarkFacts = Pick<Rule, 'summary' | 'why' | 'severity' | 'examples'> & {
  readonly supersededBy?: readonly string[];
  /** True for a plugin that someone brought: it gets a tree of its own, as it may change it. */
  readonly apart?: boolean;
};

/**
 * Makes a rule from a remark-lint plugin. `plugin` is requested when the rule is checked, and may throw while it is not there;
 * `options` are the plugin's own when no one gives others, `undefined` for its defaults.
 */
export function remarkRule(id: string, plugin: () => LintPlugin, options: unknown, facts: RemarkFacts): AnyRule {
  const { apart = false, ...rest } = facts;
  const own = v.pipe(v.unknown(), v.description('Options of the plugin; see its documentation.'));
  return defineRule({
    id,
    topic: 'style',
    ...rest,
    fix: 'none',
    reads: 'markdown',
    messages: { found: '{reason}' },
    options: v.object({ options: v.optional(own, options), ...ignoreOption }),
    check({ list, options: given, report }) {
      const heard = apart ? { ...list, root: structuredClone(list.root) } : list;
      for (const { reason, at } of runPlugin(id, plugin(), given.options, heard)) {
        report({ message: 'found', at, data: { reason: apart ? reason : reword(reason) } });
      }
    },
  });
}
