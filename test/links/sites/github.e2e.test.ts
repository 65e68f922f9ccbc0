import { describe, expect, test } from 'vitest';
import { github } from '../../../src/links/sites/github.js';
import type { SiteResult, SiteTarget } from '../../../src/links/sites/site.js';
import { evidenceText } from '../../../src/report/evidence.js';
import { githubWeb } from '../../web/github.js';
import type { GithubTrouble, MadeUpGithub } from '../../web/github-world.js';
import { askSite, targetOf } from './world.js';

const hut: MadeUpGithub = {
  repositories: [
    {
      name: 'potter/kiln',
      refs: { main: ['README.md', 'docs/glaze.md', 'a(b)/ü.md'], 'try/raku': ['fire.md'], v2: ['old.md'] },
    },
    { name: 'potter/wheel', archivedAt: '2023-05-06T00:00:00Z', pushedAt: '2015-01-01T00:00:00Z' },
    { name: 'potter/Sieve', pushedAt: '2016-01-01T00:00:00Z' },
    { name: 'guild/clay', formerNames: ['potter/mud'], archivedAt: '2024-01-01T00:00:00Z', refs: { main: ['pit.md'] } },
    { name: 'potter/taken', isDisabled: true },
    {
      name: 'potter/notes',
      issues: [3],
      discussions: [4, 8],
      releases: ['v1', 'cli/v2'],
      tags: ['v0'],
      wiki: ['Ash', 'Bone-ash'],
    },
    { name: 'potter/empty', defaultBranch: null, wiki: null },
    { name: 'potter/trunked', defaultBranch: 'line/1', refs: { 'line/1': ['x/y.md'], master: ['z.md'] } },
    { name: 'potter/closet', isPrivate: true },
  ],
  users: ['glazier'],
  topics: ['pottery'],
  gists: { aaaabbbbccccddddeeeeffff00001111: 'glazier' },
  pages: [
    '/newthing',
    '/newthing/preview',
    '/potter/kiln/issues/77',
    '/potter/kiln/blob/spring/moved.md',
    '/potter/kiln/tree/main/submodule',
  ],
};

const noToken = { github: { graphql: null, rest: 'https://api.github.com' } };

async function wordsOf(
  addresses: readonly (string | SiteTarget)[],
  { world = hut, trouble = {}, token = true }: { world?: MadeUpGithub; trouble?: GithubTrouble; token?: boolean } = {},
) {
  const web = githubWeb(world, trouble);
  const { words, log } = await askSite(github, addresses, web.sites, token ? {} : noToken);
  return { words, calls: web.calls, pages: log.filter(({ host }) => host !== 'api.github.com'), log };
}

async function wordOf(
  address: string | SiteTarget,
  options: Parameters<typeof wordsOf>[1] = {},
): Promise<SiteResult | null> {
  const { words } = await wordsOf([address], options);
  return [...words.values()][0] ?? null;
}

const short = (word: SiteResult | null): string =>
  word === null
    ? 'silent'
    : [word.verdict, word.reason, ...word.notes.map((note) => `+${note}`), word.finalUrl?.replace('https://', '-> ')]
        .filter((each) => each !== null && each !== undefined)
        .join(' ');

describe('what the API says of a repository', () => {
  test.each([
    ['https://github.com/potter/kiln', 'alive'],
    ['https://github.com/potter/kiln/', 'alive'],
    ['https://github.com/potter/kiln.git', 'alive'],
    ['https://github.com/Potter/KILN', 'alive'],
    ['http://github.com/potter/kiln', 'moved permanent-redirect -> github.com/potter/kiln'],
    ['https://www.github.com/potter/kiln?tab=readme', 'moved permanent-redirect -> github.com/potter/kiln?tab=readme'],
    ['https://github.com/potter/gone', 'broken repo-missing'],
    ['https://github.com/potter/gone/blob/main/README.md', 'broken repo-missing'],
    ['https://github.com/newthing/preview', 'silent'],
    ['https://github.com/potter/wheel', 'alive +archived +unmaintained'],
    ['https://github.com/potter/sieve', 'alive +unmaintained'],
    ['https://github.com/potter/taken', 'broken repo-disabled'],
    ['https://github.com/potter/closet', 'alive +private'],
    ['https://github.com/potter/mud', 'moved renamed +archived -> github.com/guild/clay'],
    ['http://github.com/potter/mud.git', 'moved renamed +archived -> github.com/guild/clay'],
    [
      'https://github.com/potter/mud/blob/main/pit.md?plain=1',
      'moved renamed +archived -> github.com/guild/clay/blob/main/pit.md?plain=1',
    ],
    ['https://github.com/potter/mud/issues/new', 'moved renamed +archived -> github.com/guild/clay/issues/new'],
  ])('%s: %s', async (address, expected) => {
    expect(short(await wordOf(address))).toBe(expected);
  });

  test('a push a little less than four years ago is no long silence', async () => {
    const at = (years: number): string => new Date(Date.now() - years * 365.25 * 86_400_000).toISOString();
    const world = {
      repositories: [
        { name: 'a/young', pushedAt: at(3.99) },
        { name: 'a/old', pushedAt: at(4.01) },
      ],
    };
    expect(short(await wordOf('https://github.com/a/young', { world }))).toBe('alive');
    expect(short(await wordOf('https://github.com/a/old', { world }))).toBe('alive +unmaintained');
  });

  test('evidence names what was asked and when it was archived', async () => {
    const word = await wordOf('https://github.com/potter/wheel');
    expect(evidenceText(word?.evidence ?? '')).toBe(
      "GitHub's API: potter/wheel: last pushed on 2015-01-01, archived on 2023-05-06",
    );
  });
});

describe('parts of a repository', () => {
  test.each([
    ['blob/main/docs/glaze.md', 'alive'],
    ['blob/main/docs/gloss.md', 'broken path-missing'],
    ['tree/main/docs', 'alive'],
    ['tree/main/dogs', 'broken path-missing'],
    ['blob/HEAD/README.md', 'alive'],
    ['blob/refs/heads/main/README.md', 'alive'],
    ['blob/refs/heads/main/NOTICE.md', 'broken path-missing'],
    ['blob/main/a(b)/%C3%BC.md', 'alive'],
    ['tree/try/raku', 'alive'],
    ['blob/try/raku/fire.md', 'alive'],
    ['blob/try/raku/ash.md', 'broken path-missing'],
    ['raw/v2/old.md', 'alive'],
    ['blame/v2/new.md', 'broken path-missing'],
    ['commits/main/docs', 'alive'],
    ['commits/main/deleted.md', 'silent'],
    ['tree/main/submodule', 'silent'],
    ['blob/master/docs/glaze.md', 'moved renamed -> github.com/potter/kiln/blob/main/docs/glaze.md'],
    ['tree/master', 'moved renamed -> github.com/potter/kiln/tree/main'],
    ['blob/master/docs/gloss.md', 'broken path-missing'],
    ['blob/v9/README.md', 'broken path-missing'],
    ['blob/spring/moved.md', 'silent'],
    ['issues/77', 'silent'],
    ['issues/78', 'broken issue-missing'],
  ])('kiln/%s: %s', async (tail, expected) => {
    expect(short(await wordOf(`https://github.com/potter/kiln/${tail}`))).toBe(expected);
  });

  test.each([
    ['notes/issues/3', 'alive'],
    ['notes/pull/3/files', 'alive'],
    ['notes/issues/5', 'broken issue-missing'],
    ['notes/issues/8', 'moved renamed -> github.com/potter/notes/discussions/8'],
    ['notes/discussions/4', 'alive'],
    ['notes/discussions/3', 'broken discussion-missing'],
    ['notes/releases/tag/v1', 'alive'],
    ['notes/releases/tag/cli/v2', 'alive'],
    ['notes/releases/tag/v0', 'alive'],
    ['notes/releases/tag/main', 'broken release-missing'],
    ['notes/issues/new?template=bug.md', 'alive'],
    ['notes/issues?q=is%3Aopen', 'alive'],
    ['notes/settings', 'alive'],
    ['notes/edit/main/README.md', 'alive'],
    ['notes/stargazers', 'alive'],
    ['gone/issues/new', 'broken repo-missing'],
    ['gone/stargazers', 'broken repo-missing'],
    ['empty/tree/master', 'broken path-missing'],
    ['trunked/blob/main/x/y.md', 'moved renamed -> github.com/potter/trunked/blob/line/1/x/y.md'],
    ['trunked/blob/master/x/y.md', 'broken path-missing'],
    ['trunked/blob/spring/x/y.md', 'broken path-missing'],
  ])('potter/%s: %s', async (tail, expected) => {
    expect(short(await wordOf(`https://github.com/potter/${tail}`))).toBe(expected);
  });

  test.each([
    ['kiln/main/README.md', 'alive'],
    ['kiln/refs/heads/main/docs/glaze.md', 'alive'],
    ['kiln/main/READYOU.md', 'broken path-missing'],
    ['kiln/master/docs/glaze.md', 'moved renamed -> raw.githubusercontent.com/potter/kiln/main/docs/glaze.md'],
    ['mud/main/pit.md', 'moved renamed +archived -> raw.githubusercontent.com/guild/clay/main/pit.md'],
    ['gone/main/README.md', 'broken repo-missing'],
  ])('raw %s: %s', async (tail, expected) => {
    expect(short(await wordOf(`https://raw.githubusercontent.com/potter/${tail}`))).toBe(expected);
  });

  test('what only the web can know is not told while the web is shut; what the API knows is', async () => {
    const trouble = { pageStatus: 429 };
    const ask = async (tail: string) => short(await wordOf(`https://github.com/potter/${tail}`, { trouble }));
    expect(await ask('kiln/issues/78')).toBe('silent');
    expect(await ask('kiln/blob/spring/README.md')).toBe('silent');
    expect(await ask('kiln/blob/main/none.md')).toBe('broken path-missing');
    expect(await ask('gone')).toBe('broken repo-missing');
    expect(await ask('kiln')).toBe('alive');
  });
});

describe('wikis, profiles, topics and gists', () => {
  test.each([
    ['https://github.com/potter/notes/wiki/Ash', 'alive'],
    ['https://github.com/potter/notes/wiki/Home', 'alive'],
    ['https://github.com/potter/notes/wiki/Soot', 'broken wiki-page-missing'],
    ['https://github.com/potter/empty/wiki/Ash', 'broken wiki-page-missing'],
    ['https://github.com/potter/gone/wiki/Ash', 'broken repo-missing'],
    ['https://github.com/potter/notes/wiki', 'alive'],
    ['https://github.com/glazier', 'alive'],
    ['https://github.com/GLAZIER?tab=repositories', 'alive'],
    ['https://github.com/glacier', 'broken user-missing'],
    ['https://github.com/newthing', 'silent'],
    ['https://github.com/topics/pottery', 'alive'],
    ['https://github.com/topics/pottary', 'silent'],
    ['https://gist.github.com/glazier/aaaabbbbccccddddeeeeffff00001111', 'alive'],
    ['https://gist.github.com/aaaabbbbccccddddeeeeffff00001111', 'alive'],
    ['https://gist.github.com/someone/aaaabbbbccccddddeeeeffff00001111', 'silent'],
    ['https://gist.github.com/glazier/aaaabbbbccccddddeeeeffff00002222', 'broken gist-missing'],
  ])('%s: %s', async (address, expected) => {
    expect(short(await wordOf(address))).toBe(expected);
  });

  test('a wiki page is not called missing where GitHub refuses it', async () => {
    expect(await wordOf('https://github.com/potter/notes/wiki/Soot', { trouble: { pageStatus: 429 } })).toBeNull();
  });

  test.each([
    ['/potter/notes/wiki', 'broken wiki-page-missing'],
    ['/potter/notes', 'broken wiki-page-missing'],
    ['/guild/notes/wiki/Soot', 'alive'],
    ['/potter/notes/issues', 'silent'],
    ['/login?return_to=x', 'silent'],
  ])('a wiki page that ends at %s: %s', async (end, expected) => {
    const web = githubWeb(hut);
    const { words } = await askSite(github, ['https://github.com/potter/notes/wiki/Soot'], {
      ...web.sites,
      'github.com': ({ path, response }) => {
        if (path === '/potter/notes/wiki/Soot') response.writeHead(302, { location: end }).end();
        else response.writeHead(200, { 'content-type': 'text/html' }).end('<p>GitHub</p>');
      },
    });
    expect(short([...words.values()][0] ?? null)).toBe(expected);
  });

  test('a gist is not called missing by a page in the place of the API', async () => {
    const { words } = await askSite(github, ['https://gist.github.com/a/aaaabbbbccccddddeeee'], {
      'api.github.com': ({ response }) => response.writeHead(404).end('<!doctype html><title>Nothing here</title>'),
    });
    expect(words.size).toBe(0);
  });
});

describe('ids that outlive names', () => {
  const world: MadeUpGithub = {
    repositories: [
      { name: 'a/kept', id: 'R_1' },
      { name: 'a/anew', id: 'R_9', createdAt: '2024-02-03T00:00:00Z' },
      { name: 'b/gone-there', id: 'R_3', formerNames: ['a/went'] },
      { name: 'b/first', id: 'R_4', formerNames: ['a/reused'] },
      { name: 'a/reused', id: 'R_5' },
    ],
    users: ['person'],
    userIds: { person: 'U_2' },
  };
  const ask = (path: string, hostId: string | null) =>
    wordsOf([targetOf(`https://github.com/${path}`, { hostId })], { world });

  test.each([
    ['a/kept', 'R_1', 'alive', 1],
    ['a/kept', null, 'alive', 1],
    ['a/anew', 'R_2', 'suspect recreated', 2],
    ['a/anew', 'MDEwOlJlcG9zaXRvcnky', 'alive', 2],
    ['a/anew', null, 'alive', 1],
    ['a/anew/issues', 'R_2', 'suspect recreated', 2],
    ['a/anew/blob/main/README.md', 'R_2', 'suspect recreated', 1],
    ['a/anew/blob/main/README.md', 'R_9', 'alive', 1],
    ['a/went', 'R_3', 'moved renamed -> github.com/b/gone-there', 2],
    ['a/reused', 'R_4', 'suspect recreated', 2],
    ['a/reused', 'R_5', 'alive', 1],
    ['a/nothing', 'R_7', 'broken repo-missing', 2],
    ['person', 'U_1', 'suspect recreated', 1],
    ['person', 'U_2', 'alive', 1],
    ['person', 'O_1', 'alive', 1],
  ])('%s, known as %s: %s', async (path, hostId, expected, calls) => {
    const asked = await ask(path, hostId);
    const [word] = [...asked.words.values()];
    expect(short(word ?? null)).toBe(expected);
    expect(asked.calls.length).toBe(calls);
  });

  test('an id that is none is not asked for', async () => {
    const { words, calls } = await ask('a/kept', '"]) { id } x: viewer { login }');
    expect(short([...words.values()][0] ?? null)).toBe('alive');
    expect(calls.map(({ query }) => query.includes('viewer'))).toEqual([false]);
  });

  test('the word carries the id', async () => {
    expect((await wordOf('https://github.com/a/kept', { world }))?.hostId).toBe('R_1');
    expect((await wordOf('https://github.com/a/kept/blob/main/none', { world }))?.hostId).toBe('R_1');
    expect((await wordOf('https://github.com/a/anew', { world }))?.evidence).not.toMatchObject({ kind: 'replaced' });
    const [word] = [...(await ask('a/anew', 'R_2')).words.values()];
    expect(word?.hostId).toBe('R_9');
    expect(evidenceText(word?.evidence ?? '')).toContain('created on 2024-02-03');
  });
});

test('a page behind a login is alive with its repository when the API fails', async () => {
  const urls = ['https://github.com/potter/kiln/issues/new', 'https://github.com/potter/gone/issues/new'];
  const { words } = await wordsOf(urls, { trouble: { most: 0 } });
  expect([...words.values()].map(short)).toEqual(['alive']);
});

describe('without a token', () => {
  test.each([
    ['https://github.com/potter/kiln', 'silent', []],
    ['https://github.com/potter/gone', 'silent', []],
    ['https://github.com/glacier', 'silent', []],
    ['https://gist.github.com/aaaabbbbccccddddeeeeffff00002222', 'silent', []],
    ['https://github.com/potter/kiln/stargazers', 'silent', []],
    ['https://github.com/potter/kiln/issues/new', 'alive', ['/potter/kiln']],
    ['https://github.com/potter/kiln/issues?q=is%3Aopen', 'alive', ['/potter/kiln']],
    ['https://github.com/potter/kiln/settings', 'alive', ['/potter/kiln']],
    ['https://github.com/potter/gone/issues/new', 'silent', ['/potter/gone']],
    [
      'https://github.com/potter/notes/wiki/Soot',
      'broken wiki-page-missing',
      ['/potter/notes/wiki/Soot', '/potter/notes/wiki'],
    ],
    ['https://github.com/potter/notes/wiki/Ash', 'silent', ['/potter/notes/wiki/Ash']],
  ])('%s: %s', async (address, expected, paths) => {
    const { words, log } = await wordsOf([address], { token: false });
    expect(short([...words.values()][0] ?? null)).toBe(expected);
    expect(log.map(({ path }) => path)).toEqual(paths);
  });

  test('addresses behind one login share one page', async () => {
    const tails = ['issues/new', 'settings', 'edit/main/README.md'];
    const { words, log } = await wordsOf(
      tails.map((tail) => `https://github.com/potter/kiln/${tail}`),
      { token: false },
    );
    expect([words.size, log.length]).toEqual([3, 1]);
  });
});

describe('a repository that the API forbids', () => {
  test('was taken down by law where its page answers 451', async () => {
    const trouble = { saml: ['potter'], pageStatus: 451 };
    const word = await wordOf('https://github.com/potter/kiln/blob/main/README.md', { trouble });
    expect(word).toMatchObject({ verdict: 'broken', reason: 'legal', evidence: { kind: 'taken-down' } });
  });

  test.each([200, 404, 403])('is unverifiable where its page answers %i', async (pageStatus) => {
    const word = await wordOf('https://github.com/potter/kiln', { trouble: { saml: ['potter'], pageStatus } });
    expect(word).toMatchObject({ verdict: 'unverifiable', reason: 'forbidden' });
  });
});
