import { rules } from '../../rules/index.js';
import type { AnyRule } from '../model/rule.js';
import { styleRules } from '../remark-lint/bundle.js';

/** Every built-in rule, by name; `style/` rules come last. */
// Those of the bundle can be checked when `loadStyle` has loaded them.
export const builtinRules: readonly AnyRule[] = [...rules, ...styleRules];
