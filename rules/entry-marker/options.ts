import * as v from 'valibot';
import { scopeOptions } from '../../src/rule-kit/shared-options.js';

/** The options of the rule. */
export const options = v.object({
  style: v.optional(
    v.pipe(
      v.picklist(['-', '*', '+', 'consistent', 'off']),
      v.description('The bullet; `consistent` is the one that 90% of at least ten top-level items have.'),
    ),
    'consistent',
  ),
  nested: v.optional(
    v.pipe(
      v.picklist(['same', 'own']),
      v.description(
        '`same` requires one bullet everywhere; `own` allows another one in separate lists, and in nested items that agree with each other.',
      ),
    ),
    'own',
  ),
  spacing: v.optional(
    v.pipe(
      v.picklist(['single', 'consistent', 'off']),
      v.description('One space after the bullet; `consistent` requires it where 90% of at least ten items have it.'),
    ),
    'consistent',
  ),
  margin: v.optional(
    v.pipe(
      v.picklist(['none', 'consistent', 'off']),
      v.description(
        'No indentation of top-level items; `consistent` requires that where 90% of at least ten have none.',
      ),
    ),
    'consistent',
  ),
  nesting: v.optional(
    v.pipe(
      v.picklist(['consistent', 'off']),
      v.description('Whether nested items need the indentation that 90% of at least ten of them have.'),
    ),
    'off',
  ),
  ...scopeOptions,
});
