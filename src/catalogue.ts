import { rules } from '../rules/index.js';
import type { AnyRule } from './model/rule.js';

/** Every rule that comes with the tool, by name. */
export const catalogue: readonly AnyRule[] = rules;
