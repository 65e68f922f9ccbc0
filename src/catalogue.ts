import { rules } from '../rules/index.js';
import type { AnyRule } from './model/rule.js';
import { styleRules } from './style/bundle.js';

/** Every rule that comes with the tool, by name; those of the style bundle, which need `loadStyle`, come last. */
export const catalogue: readonly AnyRule[] = [...rules, ...styleRules];
