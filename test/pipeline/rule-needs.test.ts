import { expect, test } from 'vitest';
import { builtinRules } from '../../src/config/builtin-rules.js';
import type { RawOptions } from '../../src/config/config-file.js';
import { resolveSettings } from '../../src/config/resolve.js';
import { needsOf } from '../../src/pipeline/rule-needs.js';

/** What a list with a configuration needs; a second one has the rules that are given besides. */
async function needsIn(config: RawOptions, others?: RawOptions['rules']) {
  const resolve = (raw: RawOptions) =>
    resolveSettings(raw, {}, [], {
      ...{ rules: builtinRules, cwd: '/lists', configFile: null, reporters: [], userAgent: 'test', ledger: null },
      vantage: 'local',
    });
  const settings = await resolve(config);
  const files = [settings, ...(others === undefined ? [] : [await resolve({ rules: others })])];
  const { facts, replacedNotes } = needsOf(
    files.map((each) => each.rulesFor('README.md', 'minimal')),
    settings,
  );
  return { details: facts === undefined ? null : [...facts.details].sort(), notes: [...(replacedNotes ?? [])] };
}
const field = (fact: 'stars' | 'downloads' | 'version' | 'license' | 'pushed') => ({ refresh: { shown: { fact } } });

test.each<[string, RawOptions, readonly string[] | null]>([
  ['nothing', {}, null],
  ['a rule about scalars', { rules: { 'repo-age': 'error' } }, []],
  ['a rule about tags', { rules: { 'repo-release': 'error' } }, ['tags']],
  ['stars that are refreshed', field('stars'), []],
  ['downloads that are refreshed', field('downloads'), ['packages']],
  ['a license that is refreshed', field('license'), ['packages']],
  ['a version that is refreshed', field('version'), ['packages', 'tags']],
  ['entries that are pruned for silence', { prune: { silent: 900 } }, []],
  ['entries that are pruned for broken links', { prune: { broken: true } }, null],
])('the facts that are read for %s', async (_, config, details) => {
  expect((await needsIn(config)).details).toEqual(details);
});

test('a note is left out where a rule reports the same in all lists', async () => {
  const on = { 'repo-activity': 'error' } as const;
  expect((await needsIn({ rules: on })).notes).toEqual(['unmaintained']);
  expect((await needsIn({ rules: on }, on)).notes).toEqual(['unmaintained']);
  expect((await needsIn({ rules: on }, { 'repo-age': 'error' })).notes).toEqual([]);
  expect((await needsIn({})).notes).toEqual([]);
});
