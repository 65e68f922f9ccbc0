import type { AnyRule } from '../model/rule.js';
import { remarkRule } from './rule.js';
import type { LintPlugin } from './run-plugin.js';

/** Makes the rule `remark/<name>` from a remark-lint plugin that a configuration names; `remark-lint-` and a scope are no part of the name. */
export function wrapPlugin(name: string, plugin: LintPlugin): AnyRule {
  const bare = name
    .replace(/^(?:.*\/)?(?:remark-lint-)?/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return remarkRule(`remark/${bare}`, () => plugin, undefined, {
    summary: `Follow the remark-lint plugin ${name}`,
    why: 'The configuration enables this plugin; see its documentation.',
    severity: { awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
    examples: [],
    apart: true,
  });
}
