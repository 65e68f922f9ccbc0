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

  test('an interface that lies gives no finding', async () => {
    const lies = {
      ...{ stargazerCount: -1, isFork: 'yes', licenseInfo: { spdxId: 7 }, createdAt: '2999-01-01T00:00:00Z' },
      ...{ pushedAt: '0001-01-01T00:00:00Z', latestRelease: [], refs: '<html>', forkCount: 1e40 },
    };
    const { status, stdout } = await check([{ ...sound, lies }]);
    expect([status, foundIn(stdout)]).toEqual([0, []]);
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
