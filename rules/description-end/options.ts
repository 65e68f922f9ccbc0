import * as v from 'valibot';
import { scopeOptions } from '../../src/rule-kit/shared-options.js';

/** The options of the rule. */
export const options = v.object({
  style: v.optional(
    v.pipe(
      v.picklist(['always', 'never', 'consistent', 'off']),
      v.description('Whether descriptions end with a period; `consistent` is what 90% of at least ten do.'),
    ),
    'always',
  ),
  ...scopeOptions,
});
