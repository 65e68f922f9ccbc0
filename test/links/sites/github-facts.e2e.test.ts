import { describe, expect, test } from 'vitest';
import type { Facts, RepositoryFacts } from '../../../src/model/facts.js';
import { githubWeb } from '../../web/github.js';
import type { GithubTrouble, MadeUpGithub, MadeUpRepository } from '../../web/github-world.js';
import { startWeb } from '../../web/server.js';
import { checkLines } from '../world.js';

const now = Date.parse('2030-05-01T12:00:00Z');
const kiln: MadeUpRepository = {
  name: 'Potter/kiln',
  ...{ stars: 321, forks: 45, isFork: true, description: 'Fires  clay.', license: 'Apache-2.0', language: 'Rust' },
  ...{ createdAt: '2020-01-02T03:04:05Z', pushedAt: '2030-04-05T06:07:08Z', topics: ['clay', 'fire'] },
  ...{ releases: ['v1.0.0', 'v1.1.0'], releasedAt: '2029-09-09T09:09:09Z' },
};

/** Checks the repositories of a made-up GitHub. */
async function factsIn(
  world: MadeUpGithub,
  {
    trouble = {},
    details = [],
    token = true,
    urls,
  }: {
    readonly trouble?: GithubTrouble;
    readonly details?: readonly ('tags' | 'contributors')[];
    readonly token?: boolean;
    readonly urls?: readonly string[];
  } = {},
) {
  const github = githubWeb(world, trouble);
  const web = await startWeb(github.sites);
  try {
    const lines = urls ?? (world.repositories ?? []).map(({ name }) => `https://github.com/${name}`);
    const env: Readonly<Record<string, string>> = token ? { GITHUB_TOKEN: 'made-up-token' } : {};
    const { rows } = await checkLines(
      lines,
      { cacert: web.ca, connectTo: web.connectTo() },
      { now: () => now, facts: { details: new Set(details) } },
      env,
    );
    const facts = new Map<string, Facts | null>(rows.map((row) => [row.url, row.facts]));
    return { rows, facts, github };
  } finally {
    await web.stop();
  }
}

async function factsOf(repository: MadeUpRepository, details: readonly ('tags' | 'contributors')[] = []) {
  const { facts } = await factsIn({ repositories: [repository] }, { details });
  return [...facts.values()][0] as RepositoryFacts;
}

describe('facts about repositories on GitHub', () => {
  test('keeps what the API tells', async () => {
    expect(await factsOf(kiln)).toEqual({
      ...{ kind: 'repository', service: 'github', readAt: '2030-05-01T12:00:00.000Z', name: 'Potter/kiln' },
      ...{ description: 'Fires clay.', license: 'Apache-2.0', stars: 321, forks: 45, isFork: true, isArchived: false },
      release: { name: 'v1.1.0', publishedAt: '2029-09-09T09:09:09.000Z' },
      ...{ createdAt: '2020-01-02T03:04:05.000Z', pushedAt: '2030-04-05T06:07:08.000Z', isReleased: true, tag: null },
      ...{ topics: ['clay', 'fire'], language: 'Rust', defaultBranch: 'main', contributors: null },
    });
  });

  test('links to files and renamed repositories carry the facts of the repository', async () => {
    const world = { repositories: [{ ...kiln, formerNames: ['potter/oven'] }] };
    const urls = ['https://github.com/potter/kiln/issues', 'https://github.com/potter/oven'];
    const { facts } = await factsIn(world, { urls });
    for (const url of urls) expect(facts.get(url)).toMatchObject({ name: 'Potter/kiln', stars: 321 });
  });

  test.each([
    ['tags and none there', { tags: [] }, ['tags'], [false, null]],
    ['tags and one there', { tags: ['v0.1.0'] }, ['tags'], [true, 'v0.1.0']],
    ['no tags', { tags: ['v0.1.0'] }, [], [null, null]],
  ] as const)('asked for %s', async (_, more, details, [isReleased, tag]) => {
    expect(await factsOf({ name: 'potter/kiln', ...more }, details)).toMatchObject({ isReleased, tag, release: null });
  });

  test('tells a repository without a license from one whose license is not identified', async () => {
    expect((await factsOf({ name: 'potter/kiln', license: null })).license).toBe('NONE');
    expect((await factsOf({ name: 'potter/kiln', license: 'NOASSERTION' })).license).toBe('NOASSERTION');
  });

  test.each([
    [0, 0],
    [1, 1],
    [37, 37],
    [2_000_000, null],
  ])('%i contributors: %o, by one request', async (contributors, expected) => {
    const world = { repositories: [{ name: 'potter/kiln', contributors }] };
    const { facts, github } = await factsIn(world, { details: ['contributors'] });
    expect(facts.get('https://github.com/potter/kiln')).toMatchObject({ contributors: expected });
    expect(github.contributorCalls).toEqual(['potter/kiln']);
  });

  test('contributors are not asked for where no rule needs them', async () => {
    const { facts, github } = await factsIn({ repositories: [{ name: 'potter/kiln', contributors: 4 }] });
    expect(facts.get('https://github.com/potter/kiln')).toMatchObject({ contributors: null });
    expect(github.contributorCalls).toEqual([]);
  });

  test.each([
    ['negative and huge numbers', { stargazerCount: -5, forkCount: 1e300 }, { stars: null, forks: null }],
    ['numbers as text', { stargazerCount: '5', forkCount: [] }, { stars: null, forks: null }],
    [
      'the future',
      { createdAt: '2040-01-01T00:00:00Z', pushedAt: '9999-12-31T23:59:59Z' },
      { createdAt: null, pushedAt: null },
    ],
    ['the beginning of time', { createdAt: '1970-01-01T00:00:00Z', pushedAt: 0 }, { createdAt: null, pushedAt: null }],
    ['no dates', { createdAt: 'yesterday', pushedAt: {} }, { createdAt: null, pushedAt: null }],
    ['flags as text', { isFork: 'true', isArchived: 1 }, { isFork: null, isArchived: null }],
    [
      'other shapes',
      { licenseInfo: 'MIT', latestRelease: 7, repositoryTopics: null },
      { license: null, release: null, topics: null },
    ],
    ['a book as a license', { licenseInfo: { spdxId: `MIT\n${'x'.repeat(400)}` } }, { license: null }],
    [
      'a tag with controls',
      { latestRelease: { tagName: 'v1\u001b[31m', publishedAt: null } },
      { release: null, isReleased: null },
    ],
  ])('a service that answers with %s gives no such fact', async (_, lies, expected) => {
    expect(await factsOf({ name: 'potter/kiln', lies })).toMatchObject(expected);
  });

  test('a description is one line of plain text', async () => {
    const { description } = await factsOf({
      name: 'potter/kiln',
      lies: { description: `Clay\u202e\r\n<b>${' fires'.repeat(2000)}` },
    });
    expect(description).toMatch(/^Clay <b>(?: fires)+…$/);
    expect(description?.length).toBeLessThanOrEqual(501);
  });
});

describe('where the interface does not answer', () => {
  const world = { repositories: [kiln, { name: 'potter/wheel' }] };

  test.each([
    ['fails', { most: 0 }],
    ['limits', { limitedFrom: 0 }],
  ])('an API that %s gives no facts', async (_, trouble) => {
    const { facts } = await factsIn(world, { trouble });
    expect([...facts.values()]).toEqual([null, null]);
  });

  test('without a token there are no facts', async () => {
    const { facts, rows } = await factsIn(world, { token: false });
    expect([...facts.values()]).toEqual([null, null]);
    expect(rows.map(({ verdict }) => verdict)).toEqual(['alive', 'alive']);
  });
});

describe('how many calls facts take', () => {
  test.each([1, 120, 2800])('%i repositories: at most n/50 + 3 calls with every cheap fact', async (count) => {
    const repositories = Array.from({ length: count }, (_, index) => ({
      name: `o${index % 9}/pot-${index}`,
      stars: index,
    }));
    const { facts, github } = await factsIn({ repositories }, { details: ['tags'] });
    expect(github.calls.length).toBeLessThanOrEqual(count / 50 + 3);
    expect([...facts.values()].filter((each) => each?.kind === 'repository' && each.stars !== null)).toHaveLength(
      count,
    );
  });
});
