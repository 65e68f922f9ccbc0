import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/index.js';
import { githubWeb } from '../web/github.js';
import type { GithubTrouble, MadeUpRepository } from '../web/github-world.js';
import { startWeb } from '../web/server.js';
import { folderOf, listwright } from './command.js';

const healthRules = [
  ...['repo-age', 'repo-activity', 'repo-popularity', 'repo-license', 'repo-fork', 'repo-release'],
  ...['package-deprecated', 'name-matches'],
];
const config = { preset: 'minimal', rules: Object.fromEntries(healthRules.map((rule) => [rule, 'error'])) };
const day = 86_400_000;
const ago = (days: number): string => new Date(Date.now() - days * day).toISOString();
const sound: MadeUpRepository = {
  ...{
    name: 'kites/delta',
    stars: 900,
    createdAt: ago(2000),
    pushedAt: ago(3),
    releases: ['v1.2.3'],
    releasedAt: ago(9),
  },
};
const listOf = (repositories: readonly MadeUpRepository[]): string =>
  `# Kites\n\n## Plans\n\n${repositories.map(({ name }) => `- [${name}](https://github.com/${name}) - Flies.\n`).join('')}`;

interface Options {
  readonly trouble?: GithubTrouble;
  readonly token?: boolean;
  readonly command?: readonly string[];
  readonly text?: string;
  readonly folder?: string;
}

async function check(repositories: readonly MadeUpRepository[], options: Options = {}) {
  const { trouble = {}, token = true, command = ['check', '-r', 'json'], text = listOf(repositories) } = options;
  const folder = options.folder ?? folderOf({ 'README.md': text, 'listwright.config.json': JSON.stringify(config) });
  const github = githubWeb({ repositories }, trouble);
  const web = await startWeb(github.sites);
  try {
    const network = ['--cacert', web.ca, ...web.connectTo().flatMap((each) => ['--connect-to', each])];
    const env: Record<string, string> = token ? { GITHUB_TOKEN: 'made-up-token' } : {};
    const { status, stdout, stderr } = await listwright(
      folder,
      [...command, ...network, '--confirm-after', '50ms', '--retries', '0', '--ledger', join(folder, 'ledger.jsonl')],
      { env },
    );
    return { status, stdout, stderr, github, folder };
  } finally {
    await web.stop();
  }
}
const foundIn = (stdout: string): readonly string[] =>
  (JSON.parse(stdout) as Report).findings.map(({ rule, start }) => `${start.line} ${rule}`);

describe('the health rules over a list', () => {
  test('report what is wrong, and leave sound repositories alone', async () => {
    const repositories: readonly MadeUpRepository[] = [
      sound,
      { ...sound, name: 'kites/new', createdAt: ago(20) },
      { ...sound, name: 'kites/silent', pushedAt: ago(800) },
      { ...sound, name: 'kites/unknown', stars: 3 },
      { ...sound, name: 'kites/closed', license: null },
      { ...sound, name: 'kites/copy', isFork: true },
      { ...sound, name: 'kites/raw', releases: [] },
    ];
    const text = `${listOf(repositories)}- [Flyer](https://github.com/kites/delta/) - Flies too.\n`;
    const { status, stdout, stderr } = await check(repositories, { text });
    expect(stderr).not.toMatch(/no facts/);
    expect(foundIn(stdout)).toEqual([
      ...['6 repo-age', '7 repo-activity', '8 repo-popularity', '9 repo-license', '10 repo-fork', '11 repo-release'],
      '12 name-matches',
    ]);
    expect(status).toBe(1);
  });

  test.each([
    ['error', [], ['5 repo-activity']],
    ['off', ['unmaintained'], []],
  ] as const)('say once that a repository is silent, with the rule at %s', async (severity, notes, found) => {
    const repositories = [{ ...sound, pushedAt: ago(2000) }];
    const command = ['check', '-r', 'json', '--rule', `repo-activity=${severity}`];
    const { stdout } = await check(repositories, { command });
    expect((JSON.parse(stdout) as Report).links.map((link) => link.notes)).toEqual([notes]);
    expect(foundIn(stdout)).toEqual(found);
  });

  test('2,800 repositories take at most 60 calls with every health rule on', async () => {
    const repositories = Array.from({ length: 2800 }, (_, index) => ({
      ...sound,
      name: `o${index % 40}/kite-${index}`,
    }));
    const { status, stdout, github } = await check(repositories);
    expect(github.calls.length).toBeLessThanOrEqual(60);
    expect(github.contributorCalls).toEqual([]);
    expect([status, foundIn(stdout)]).toEqual([0, []]);
  });

  const bad: MadeUpRepository = { name: 'kites/bad', stars: 0, isFork: true, license: null, pushedAt: ago(3000) };
  test.each([
    ['down', { trouble: { most: 0 } }, /no facts about 1 link to repositories and packages/],
    ['limited', { trouble: { limitedFrom: 0 } }, null],
    [
      'without a token',
      { token: false },
      /no facts about 1 link to GitHub, because there is no token; set GITHUB_TOKEN/,
    ],
  ] as const)('an interface that is %s gives no finding', async (_, options, notice) => {
    const { status, stdout, stderr } = await check([bad], options);
    expect(foundIn(stdout).filter((found) => healthRules.some((rule) => found.endsWith(rule)))).toEqual([]);
    expect(status).toBe(0);
    if (notice !== null) expect(stderr).toMatch(notice);
  });

  const huge = 'x'.repeat(300_000);
  const lies: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    'stars below zero': { stargazerCount: -1, forkCount: -1 },
    'stars as text': { stargazerCount: '3' },
    'stars beyond number': { stargazerCount: 1e40 },
    'half a star': { stargazerCount: 0.5 },
    'no stars at all': { stargazerCount: null },
    'a fork in words': { isFork: 'yes' },
    'a fork as a number': { isFork: 1 },
    'a license as a number': { licenseInfo: { spdxId: 7 } },
    'an empty license': { licenseInfo: { spdxId: '' } },
    'a license as a list': { licenseInfo: [] },
    'a license as text': { licenseInfo: 'none' },
    'a huge license': { licenseInfo: { spdxId: huge } },
    'a license of no name': { licenseInfo: { spdxId: 'Pay-Me-9.9' } },
    'made in the far future': { createdAt: '2999-01-01T00:00:00Z' },
    'made within the next day': { createdAt: new Date(Date.now() + day / 2).toISOString() },
    'made before the web': { createdAt: '0001-01-01T00:00:00Z', pushedAt: '0001-01-01T00:00:00Z' },
    'made in words': { createdAt: 'yesterday', pushedAt: 'in the bronze age' },
    'made at a number': { createdAt: 1, pushedAt: 1 },
    'pushed in the first second': { pushedAt: '1970-01-01T00:00:00Z' },
    'never pushed': { pushedAt: null },
    'a release as a list': { latestRelease: [], refs: '<html>' },
    'a release without a tag': { latestRelease: { tagName: null, publishedAt: '2999-01-01T00:00:00Z' }, refs: null },
    'a release whose tag is turned around': { latestRelease: { tagName: 'v1.\u202E0.0' } },
    'archived in words': { isArchived: 'true', archivedAt: 'soon' },
    'a huge description': { description: huge },
    'things for words': { description: {}, repositoryTopics: 7, primaryLanguage: [], defaultBranchRef: 'main' },
    'an id that is a thing': { id: {} },
    'a name that is a number': { nameWithOwner: 7 },
    'a huge name': { nameWithOwner: `kites/${huge}` },
    'a name with a path in it': { nameWithOwner: '../../etc/passwd' },
    'a prototype': { ['__proto__']: { isArchived: true, isFork: true }, constructor: { isFork: true } },
  };

  test('an interface that lies gives no finding', async () => {
    const repositories = Object.values(lies).map((lie, index) => ({ ...sound, name: `kites/k${index}`, lies: lie }));
    const { status, stdout } = await check(repositories);
    const named = Object.keys(lies);
    const found = foundIn(stdout).map((row) => `${named[Number.parseInt(row, 10) - 5]}: ${row.split(' ')[1]}`);
    expect([found, status]).toEqual([[], 0]);
  });

  test.each<[string, GithubTrouble['instead'] & object]>([
    [
      '403 with its budget used up',
      { status: 403, headers: { 'x-ratelimit-remaining': '0' }, body: { message: 'no' } },
    ],
    ['403 that says when', { status: 403, headers: { 'retry-after': '1' }, body: { message: 'slow down' } }],
    ['429', { status: 429, headers: { 'retry-after': '1' }, body: '' }],
    ['429 for a year', { status: 429, headers: { 'retry-after': '31536000' }, body: {} }],
    ['a limit with status 200', { status: 200, body: { errors: [{ type: 'RATE_LIMITED', message: 'no more' }] } }],
    ['401', { status: 401, body: { message: 'Bad credentials' } }],
    ['500', { status: 500, body: '' }],
    ['a page', { status: 200, body: '<!doctype html><title>Welcome</title>' }],
    ['null', { status: 200, body: 'null' }],
    ['a list', { status: 200, body: [] }],
    ['no data', { status: 200, body: { data: null } }],
    ['half of its JSON', { status: 200, body: '{"data":{"q0":{"nameWithOwner":"kites/bad","isFork":tr' }],
    ['data as a list', { status: 200, body: { data: [{ nameWithOwner: 'kites/bad', isFork: true }] } }],
    ['errors as text', { status: 200, body: { data: { q0: 'gone' }, errors: 'all' } }],
    ['nothing found', { status: 200, body: { data: { q0: null }, errors: [{ type: 'NOT_FOUND', path: ['q0'] }] } }],
  ])('an interface that answers with %s gives no finding', async (_, instead) => {
    const { status, stdout } = await check([bad], { trouble: { instead } });
    expect([foundIn(stdout).filter((found) => !found.endsWith(' link-unreachable')), status]).toEqual([[], 0]);
  });

  test.each<[string, GithubTrouble]>([
    ['down', { most: 0 }],
    ['limited', { limitedFrom: 0 }],
    ['asking for patience', { secondary: 10_000 }],
  ])('an interface that is %s is not asked by each batch', async (_, trouble) => {
    const repositories = Array.from({ length: 1000 }, (__, index) => ({
      ...bad,
      name: `o${index % 40}/kite-${index}`,
    }));
    const { status, stdout, github } = await check(repositories, { trouble });
    expect(github.calls.length).toBeLessThanOrEqual(40);
    expect([foundIn(stdout).filter((found) => !found.endsWith(' link-unreachable')), status]).toEqual([[], 0]);
  });

  test('what a service does not have is requested once a day, and not in each run', async () => {
    const repositories = [{ ...sound, contributors: 5_000_000 }];
    const rules = { 'repo-popularity': ['error', { contributors: 2 }] };
    const folder = folderOf({
      'README.md': listOf(repositories),
      'listwright.config.json': JSON.stringify({ preset: 'minimal', rules }),
    });
    const first = await check(repositories, { folder });
    expect(first.github.contributorCalls).toEqual(['kites/delta']);
    const later = await check(repositories, { folder });
    expect([later.github.calls, later.github.contributorCalls, foundIn(later.stdout)]).toEqual([[], [], []]);
    const ledger = join(folder, 'ledger.jsonl');
    const asked = /"factsAsked":\{"at":"[^"]+"/;
    const text = readFileSync(ledger, 'utf8');
    expect(text).toMatch(asked);
    writeFileSync(ledger, text.replace(asked, `"factsAsked":{"at":"${ago(1.1)}"`));
    expect((await check(repositories, { folder })).github.contributorCalls).toEqual(['kites/delta']);
  });

  test('facts of an earlier run are used while the interface is down, and their date is reported', async () => {
    const repository = { ...sound, name: 'kites/copy', isFork: true };
    const first = await check([repository]);
    const later = await check([repository], { folder: first.folder, trouble: { most: 0 } });
    expect(foundIn(later.stdout)).toEqual(['5 repo-fork']);
    expect(later.github.calls).toEqual([]);
    const { links } = JSON.parse(later.stdout) as Report;
    expect(links[0]).toMatchObject({ cached: true, facts: { kind: 'repository', name: 'kites/copy', isFork: true } });
    expect(Date.parse(links[0]?.facts?.readAt ?? '')).toBeLessThanOrEqual(Date.now());
  });
});

describe('tree --json --facts', () => {
  const schema = JSON.parse(
    readFileSync(fileURLToPath(new URL('../../schema/tree.schema.json', import.meta.url)), 'utf8'),
  );
  const fits = new Ajv({ strict: false }).compile(schema);
  const command = ['tree', '--json', '--facts'];
  const factsIn = (stdout: string) => {
    const tree = JSON.parse(stdout);
    expect(fits(tree)).toBe(true);
    return tree.children[0].children.map((entry: { facts: readonly { name: string; stars: number }[] }) => entry.facts);
  };
  const text = `${listOf([sound])}- [Site](https://kites.test/) - A site. ([Source](https://github.com/kites/delta))\n- [None](https://kites.test/none) - None.\n`;

  test('shows the facts of each entry, and offline those of the ledger', async () => {
    const first = await check([sound], { command, text });
    expect(factsIn(first.stdout)).toMatchObject([[{ name: 'kites/delta', stars: 900 }], [{ name: 'kites/delta' }], []]);
    expect(first.github.calls).toHaveLength(1);
    const again = await check([sound], { command: [...command, '--offline'], folder: first.folder });
    expect(factsIn(again.stdout)).toMatchObject([[{ name: 'kites/delta', stars: 900 }], [{ name: 'kites/delta' }], []]);
    expect(again.github.calls).toEqual([]);
  });

  test('without a ledger and a network there are none, and without --json it is refused', async () => {
    const folder = folderOf({ 'README.md': text });
    const { stdout } = await listwright(folder, [...command, '--offline', '--no-ledger']);
    expect(factsIn(stdout)).toEqual([[], [], []]);
    const refused = await listwright(folder, ['tree', '--facts']);
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('--facts needs --json')]);
  });
});

test('a check stores which links the rules that prune counts report, and forgets one once they do not', async () => {
  const few = { ...sound, name: 'kites/few', stars: 3 };
  const counting = (stars: number) =>
    JSON.stringify({
      preset: 'minimal',
      rules: { 'repo-popularity': ['warning', { stars }] },
      prune: { rules: { 'repo-popularity': 8 } },
    });
  const { folder } = await check([sound, few]);
  const streaks = (): readonly string[] =>
    readFileSync(join(folder, 'ledger.jsonl'), 'utf8')
      .split('\n')
      .flatMap((line) => (line.includes('"streaks"') ? [(JSON.parse(line) as { url: string }).url] : []));
  expect(streaks()).toEqual([]);
  writeFileSync(join(folder, 'listwright.config.json'), counting(50));
  await check([sound, few], { folder });
  expect(streaks()).toEqual(['https://github.com/kites/few']);
  writeFileSync(join(folder, 'listwright.config.json'), counting(2));
  await check([sound, few], { folder });
  expect(streaks().length).toBe(0);
});
