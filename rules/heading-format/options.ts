import * as v from 'valibot';
import { scopeOptions } from '../../src/rule-kit/shared-options.js';

/** The options of the rule. */
export const options = v.object({
  punctuation: v.optional(
    v.pipe(v.string(), v.description('The punctuation marks that headings may not end with.')),
    '.,;:',
  ),
  endings: v.optional(
    v.pipe(
      v.picklist(['never', 'consistent', 'off']),
      v.description('`consistent` reports these marks where 90% of at least ten headings have none.'),
    ),
    'never',
  ),
  spacing: v.optional(
    v.pipe(v.boolean(), v.description('Report spaces and closing `#` signs that are not displayed.')),
    true,
  ),
  underlined: v.optional(
    v.pipe(
      v.picklist(['never', 'consistent', 'off']),
      v.description(
        'Report underlined headings; `consistent`: those above a line of three signs, where at least half of the headings of the same level have `#` signs.',
      ),
    ),
    'never',
  ),
  ...scopeOptions,
});
