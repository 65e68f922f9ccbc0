import * as v from 'valibot';
import { scopeOptions } from '../../src/rule-kit/shared-options.js';

/** The options of the rule. */
export const options = v.object({
  scope: v.optional(
    v.pipe(v.picklist(['section', 'tier', 'document']), v.description('Where two entries may not have the same URL.')),
    'document',
  ),
  crossList: v.optional(
    v.pipe(
      v.union([v.boolean(), v.literal('consistent')]),
      v.description(
        'Accept entries that are listed again in another section; `consistent`: those that seem to be there on purpose, such as highlights, entries whose text fits both sections, and all in a list that repeats many.',
      ),
    ),
    'consistent',
  ),
  names: v.optional(
    v.pipe(
      v.picklist(['alike', 'any']),
      v.description(
        '`alike` reports entries with the same URL whose names may mean the same thing, `any` all entries with the same URL.',
      ),
    ),
    'alike',
  ),
  among: v.optional(
    v.pipe(
      v.picklist(['entries', 'links']),
      v.description(
        '`links` compares all links of the file except those in descriptions, and includes links to fragments and files.',
      ),
    ),
    'entries',
  ),
  graded: v.optional(
    v.pipe(
      v.boolean(),
      v.description(
        'Report entries with different names as a warning at most, and entries in different sections as info.',
      ),
    ),
    false,
  ),
  ...scopeOptions,
});
