import { rules } from '../../rules/index.js';
import type { AnyRule } from '../model/rule.js';
import { styleRules } from '../remark-lint/bundle.js';

/** Every rule that comes with the tool, by name; those of the style bundle come last. */
// Those of the bundle can be checked when `loadStyle` has loaded them.
export const builtinRules: readonly AnyRule[] = [...rules, ...styleRules];
