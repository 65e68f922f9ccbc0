import * as v from 'valibot';
import { shownFacts } from '../model/upkeep.js';
import { pruneDefaults } from './read-upkeep.js';

const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const weeks = whole(0, 520);
const days = whole(1, 36_500);

const prune = v.strictObject({
  broken: v.optional(
    v.pipe(
      v.boolean(),
      v.description('Remove entries whose main link has been broken for as long as `deadAfter` requires.'),
    ),
    true,
  ),
  archived: v.optional(
    v.pipe(
      v.union([v.boolean(), weeks]),
      v.description('Remove entries that are archived, or have been reported as archived for this many weeks.'),
    ),
    false,
  ),
  silent: v.optional(
    v.pipe(days, v.description('Remove entries whose repository had no push for this many days.'), v.examples([1095])),
  ),
  rules: v.optional(
    v.pipe(
      v.record(v.string(), weeks),
      v.description('Remove entries that a rule about facts has reported for this many weeks in a row.'),
      v.examples([{ 'repo-popularity': 8 }]),
    ),
  ),
  moveTo: v.optional(
    v.pipe(
      v.string(),
      v.minLength(1),
      v.description('Title of the section that entries are moved to. Default: they are removed.'),
      v.examples(['Archive']),
    ),
  ),
  record: v.optional(
    v.pipe(
      v.string(),
      v.minLength(1),
      v.description('File that records what was removed, relative to the folder of the configuration. Default: none.'),
      v.examples(['REMOVED.md']),
    ),
  ),
  limit: v.optional(v.pipe(whole(1, 1000), v.description('Maximum number of entries per run.')), pruneDefaults.limit),
  keepDays: v.optional(
    v.pipe(days, v.description('Days for which an entry is kept after someone unchecks it in the pull request.')),
    pruneDefaults.keepDays,
  ),
});

/** `prune` of a configuration. */
export const pruneEntry = v.optional(
  v.pipe(
    prune,
    v.description('What `listwright prune` removes from the list.'),
    v.examples([{ broken: true, archived: 4, silent: 1095, record: 'REMOVED.md', limit: 50, keepDays: 365 }]),
  ),
);

const change = v.pipe(v.number(), v.minValue(0), v.maxValue(36_500));

const field = v.strictObject({
  fact: v.optional(
    v.pipe(v.picklist(shownFacts), v.description('The fact that it shows. Default: the name of the field.')),
  ),
  change: v.optional(
    v.pipe(change, v.description('The least change that is written: percent of a count, days between dates.')),
    0,
  ),
});

/** `refresh` of a configuration. */
export const refreshEntry = v.optional(
  v.pipe(
    v.record(v.string(), v.union([change, field])),
    v.description('The fields of entries that `listwright refresh` rewrites; a number is the minimum `change`.'),
    v.examples([{ stars: 10, updated: { fact: 'pushed', change: 90 } }]),
  ),
);

/** The keys of these objects, for suggestions. */
export const upkeepKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ['prune', Object.keys(prune.entries)],
  ['refresh', Object.keys(field.entries)],
]);
