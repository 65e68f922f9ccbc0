import * as v from 'valibot';
import { scopeOptions } from '../../src/rule-kit/shared-options.js';

/** The options of the rule. */
export const options = v.object({
  rtl: v.optional(
    v.pipe(
      v.picklist(['auto', 'yes', 'no']),
      v.description('Allow direction marks, as in Arabic or Hebrew; `auto`: by the language of the list.'),
    ),
    'auto',
  ),
  graded: v.optional(
    v.pipe(
      v.boolean(),
      v.description(
        'Report spaces of another kind, which do little harm, as `info` at most, and a no-break space between two words not at all.',
      ),
    ),
    false,
  ),
  ...scopeOptions,
});
