import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HttpResult } from '../../../src/links/http/response.js';
import { bitbucket } from '../../../src/links/sites/bitbucket.js';
import { gitea } from '../../../src/links/sites/gitea.js';
import { gitlab } from '../../../src/links/sites/gitlab.js';
import type { Site, SiteResult } from '../../../src/links/sites/site.js';
import { sourceforge } from '../../../src/links/sites/sourceforge.js';
import { forges } from '../../web/forges.js';
import { troubled } from '../../web/registries.js';
import { askSite, targetOf } from './world.js';

const sites = { gitlab, gitea, bitbucket, sourceforge };
type Name = keyof typeof sites;

const origins: Readonly<Record<Name, string>> = {
  gitlab: 'https://gitlab.com',
  gitea: 'https://codeberg.org',
  bitbucket: 'https://bitbucket.org',
  sourceforge: 'https://sourceforge.net',
};

const brief = (word: SiteResult | undefined): string =>
  word === undefined
    ? 'no word'
    : [word.verdict, word.reason, ...word.notes, word.finalUrl].filter((each) => each !== null).join(' ');

async function say(site: Site, address: string): Promise<string> {
  const { words } = await askSite(site, [address], forges);
  return brief([...words.values()][0]);
}

describe('what a forge says', () => {
  test.each<[Name, string, string]>([
    ['gitlab', '/clay/kiln', 'alive'],
    ['gitlab', '/clay/kiln.git', 'alive'],
    ['gitlab', '/clay/wheels/kick', 'alive'],
    ['gitlab', '/clay/resting', 'alive archived'],
    ['gitlab', '/clay/old', 'moved renamed https://gitlab.com/studio/new'],
    ['gitlab', '/clay/odd', 'no word'],
    ['gitlab', '/clay/absent', 'unverifiable private-or-missing'],
    ['gitlab', '/clay/absent/-/issues/1', 'unverifiable private-or-missing'],
    ['gitlab', '/clay/absent/-/blob/main/docs/fire.md', 'unverifiable private-or-missing'],
    // A group has the address of a project.
    ['gitlab', '/clay/wheels', 'alive'],
    ['gitlab', '/clay/other', 'unverifiable private-or-missing'],
    ['gitlab', '/clay/wheels/issues', 'no word'],
    ['gitlab', '/clay/kiln/-/issues/1', 'no word'],
    ['gitlab', '/clay/old/-/issues/1', 'no word'],
    ['gitlab', '/clay/kiln/-/blob/main/docs/fire.md', 'alive'],
    ['gitlab', '/clay/kiln/blob/main/docs/fire.md', 'alive'],
    ['gitlab', '/clay/kiln/-/raw/main/docs/fire.md', 'alive'],
    ['gitlab', '/clay/kiln/-/raw/main/long.md', 'alive'],
    ['gitlab', '/clay/kiln/-/blob/main/docs/water.md', 'broken path-missing'],
    ['gitlab', '/clay/numberless/-/blob/main/docs/water.md', 'broken path-missing'],
    ['gitlab', '/clay/kiln/-/tree/main/docs', 'alive'],
    ['gitlab', '/clay/kiln/-/tree/main/potions', 'broken path-missing'],
    ['gitlab', '/clay/kiln/-/tree/main/emptied', 'broken path-missing'],
    // The page leads on to what is of the other kind.
    ['gitlab', '/clay/kiln/-/blob/main/docs', 'no word'],
    ['gitlab', '/clay/kiln/-/tree/main/docs/fire.md', 'no word'],
    // A ref with a slash looks like a missing one.
    ['gitlab', '/clay/kiln/-/blob/feature/ash/glaze.md', 'no word'],
    ['gitlab', '/clay/kiln/-/tree/feature/ash/docs', 'no word'],
    ['gitlab', '/clay/kiln/-/blob/main/down', 'no word'],
    ['gitlab', '/clay/kiln/-/blob/main/routeless', 'no word'],
    ['gitlab', '/clay/kiln/-/tree/main/down', 'no word'],
    ['gitlab', '/clay/kiln/-/tree/main', 'alive'],
    ['gitlab', '/clay/kiln/-/tree/gone', 'no word'],
    ['gitlab', '/clay/kiln/-/commits/main', 'no word'],
    ['gitlab', '/clay/kiln/-/blob/main', 'no word'],
    [
      'gitlab',
      '/clay/old/-/blob/main/docs/fire.md?plain=1',
      'moved renamed https://gitlab.com/studio/new/-/blob/main/docs/fire.md?plain=1',
    ],
    ['gitlab', '/clay/old/-/blob/main/docs/water.md', 'broken path-missing'],
    ['gitea', '/clay/kiln', 'alive'],
    ['gitea', '/clay/resting', 'alive archived'],
    ['gitea', '/clay/old', 'moved renamed https://codeberg.org/studio/new'],
    ['gitea', '/clay/absent', 'broken repo-missing'],
    ['gitea', '/clay/absent/issues/3', 'broken repo-missing'],
    ['gitea', '/clay/kiln/issues/3', 'no word'],
    ['gitea', '/clay/kiln/src/branch/main/docs/fire.md', 'alive'],
    ['gitea', '/clay/kiln/src/branch/main/docs', 'alive'],
    ['gitea', '/clay/kiln/src/branch/main', 'alive'],
    ['gitea', '/clay/kiln/src/branch/gone', 'broken path-missing'],
    ['gitea', '/clay/kiln/src/branch/main/docs/water.md', 'broken path-missing'],
    ['gitea', '/clay/kiln/raw/tag/v1/docs/water.md', 'broken path-missing'],
    ['gitea', '/clay/kiln/src/commit/abc1234/docs/water.md', 'broken path-missing'],
    ['gitea', '/clay/kiln/src/branch/v1/docs/water.md', 'no word'],
    ['gitea', '/clay/kiln/src/branch/feature/ash/glaze.md', 'no word'],
    ['gitea', '/clay/kiln/src/branch/main/odd.md', 'no word'],
    ['gitea', '/clay/kiln/src/branch/main/paged.md', 'no word'],
    ['gitea', '/clay/kiln/src/main/docs/fire.md', 'no word'],
    [
      'gitea',
      '/clay/old/src/branch/main/docs/fire.md',
      'moved renamed https://codeberg.org/studio/new/src/branch/main/docs/fire.md',
    ],
    ['bitbucket', '/clay/kiln', 'alive'],
    ['bitbucket', '/clay/kiln/src/', 'alive'],
    ['bitbucket', '/clay/old', 'moved renamed https://bitbucket.org/studio/new'],
    ['bitbucket', '/clay/absent', 'unverifiable private-or-missing'],
    ['bitbucket', '/clay/absent/wiki/Home', 'unverifiable private-or-missing'],
    ['bitbucket', '/clay/kiln/wiki/Home', 'no word'],
    ['sourceforge', '/projects/kiln/', 'alive'],
    ['sourceforge', '/p/kiln', 'alive'],
    ['sourceforge', '/projects/kiln/files/', 'alive'],
    ['sourceforge', '/projects/kiln/files/kiln-1.0/', 'no word'],
    ['sourceforge', '/projects/left', 'alive abandoned'],
    ['sourceforge', '/projects/gone-away', 'alive moved-away'],
    ['sourceforge', '/projects/leaving', 'alive moved-away'],
    ['sourceforge', '/projects/other', 'no word'],
    ['sourceforge', '/projects/absent', 'broken repo-missing'],
    ['sourceforge', '/projects/absent/files/kiln-1.0/', 'broken repo-missing'],
  ])('%s: %s is %s', async (name, path, expected) => {
    expect(await say(sites[name], origins[name] + path)).toBe(expected);
  });

  test.each<[Name, string, string, string?]>([
    ['gitlab', 'https://gitlab.clay.test/clay/resting', 'alive archived'],
    ['gitlab', 'http://gitlab.clay.test:8080/clay/old', 'moved renamed http://gitlab.clay.test:8080/studio/new'],
    ['gitea', 'https://gitea.clay.test/clay/resting', 'alive archived'],
  ])('%s asks under the own origin of %s', async (name, address, expected) => {
    const { words, log } = await askSite(sites[name], [address], forges);
    expect(brief([...words.values()][0])).toBe(expected);
    expect(log.map(({ host }) => host)).toEqual([new URL(address).hostname]);
  });
});

describe('an id that outlives renames', () => {
  test.each<[Name, string, string, string?]>([
    ['gitlab', 'https://gitlab.com/clay/kiln', '11', '99'],
    ['gitea', 'https://codeberg.org/clay/kiln', '21', '99'],
    ['bitbucket', 'https://bitbucket.org/clay/kiln', '{a-b}', '{z}'],
    ['gitlab', 'https://gitlab.com/clay/kiln/-/blob/main/docs/fire.md', '11', '99'],
    ['gitea', 'https://codeberg.org/clay/kiln/src/branch/main/docs/fire.md', '21', '99'],
  ])('%s, %s', async (name, address, id, another = '') => {
    const ask = async (hostId: string | null): Promise<SiteResult | undefined> =>
      [...(await askSite(sites[name], [targetOf(address, { hostId })], forges)).words.values()][0];
    expect(await ask(null)).toMatchObject({ verdict: 'alive', hostId: id });
    expect(await ask(id)).toMatchObject({ verdict: 'alive', hostId: id });
    expect(await ask(another)).toMatchObject({ verdict: 'suspect', reason: 'recreated', hostId: id });
  });
});

test.each<[Name, string]>([
  ['gitlab', 'https://gitlab.com/clay/kiln/-/blob/main/docs/water.md'],
  ['gitea', 'https://codeberg.org/clay/kiln/src/branch/main/docs/water.md'],
])('%s: a path in a project that was recreated is not reported as missing', async (name, address) => {
  const { words } = await askSite(sites[name], [targetOf(address, { hostId: '99' })], forges);
  expect(words.get(address)).toMatchObject({ verdict: 'suspect', reason: 'recreated' });
});

describe('an answer that says nothing about a project', () => {
  const path = (name: Name, end: string): string => (name === 'sourceforge' ? `/projects/${end}` : `/clay/${end}`);
  test.each((Object.keys(sites) as Name[]).flatMap((name) => troubled.map((end) => [name, end] as const)))(
    '%s decides nothing about a project that is %s',
    async (name, end) => {
      expect(await say(sites[name], origins[name] + path(name, end))).toBe('no word');
    },
  );
});

const deepest: Readonly<Record<Name, string>> = {
  gitlab: '/clay/kiln/-/blob/main/docs/fire.md',
  gitea: '/clay/kiln/src/branch/main/docs/fire.md',
  bitbucket: '/clay/kiln',
  sourceforge: '/projects/kiln',
};

test('whatever a forge answers, no adapter throws, and walls and faults get no word', async () => {
  const key = fc.constantFrom(
    ...'id path_with_namespace full_name full_path uuid archived message error errors name path type shortname'.split(
      ' ',
    ),
  );
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { maxDepth: 4 },
      fc.jsonValue(),
      fc.constantFrom('clay/kiln', 'studio/new', 'kiln', '404 File Not Found'),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(key, tie('json'), { maxKeys: 6 }),
    ),
  }));
  const body = fc.oneof(
    json.map((value) => JSON.stringify(value)),
    fc.string(),
  );
  const reply = fc.record({
    kind: fc.constant('answer' as const),
    url: fc.constant(''),
    status: fc.constantFrom(200, 200, 404, 403, 500),
    statusText: fc.constant(''),
    headers: fc.constant({}),
    body,
    broken: fc.constant(null),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...(Object.keys(sites) as Name[])),
      fc.array(reply, { minLength: 1, maxLength: 4 }),
      async (name, replies) => {
        const left: HttpResult[] = [...replies];
        const target = targetOf(origins[name] + deepest[name]);
        const words = await sites[name].ask([target], {
          ask: async () => left.shift() ?? { kind: 'failure', url: '', reason: 'timeout', detail: 'timed out' },
          page: () => Promise.reject(new Error('no page was to be asked')),
          services: { github: { graphql: null, rest: '' }, npmRegistry: async () => null },
          details: new Set(),
          now: () => 0,
        });
        if ([403, 500].includes(replies[0]?.status ?? 0)) expect(words.size).toBe(0);
        const { finalUrl = null } = words.get(target.key) ?? {};
        if (finalUrl !== null) expect(new URL(finalUrl).origin).toBe(origins[name]);
      },
    ),
    { numRuns: 500 },
  );
});
