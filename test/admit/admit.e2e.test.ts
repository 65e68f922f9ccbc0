import { afterEach, describe, expect, test } from 'vitest';
import { folderOf, listwright } from '../cli/command.js';
import { githubWeb } from '../web/github.js';
import type { GithubTrouble, MadeUpRepository } from '../web/github-world.js';
import { startWeb, type Web } from '../web/server.js';
import type { Visit } from '../web/site.js';

const readme = `# Awesome Looms [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)

> Machines that make cloth out of yarn.

## Contents

- [Floor looms](#floor-looms)

## Floor looms

- [Warp](https://warp.test/) - Holds the warp.
- [Weft](https://weft.test/) - Crosses the warp.

## Contributing

Contributions are welcome. Read the [guidelines](contributing.md) first.
`;
const day = 86_400_000;
const ago = (days: number): string => new Date(Date.now() - days * day).toISOString();
const good: MadeUpRepository = {
  ...{ name: 'looms/awesome-looms', description: 'Machines that make cloth.', license: 'CC0-1.0', isFork: false },
  ...{ topics: ['awesome', 'awesome-list', 'looms'], createdAt: ago(400), pushedAt: ago(2) },
};

let web: Web;
afterEach(() => web.stop());

interface Page {
  readonly admitted: boolean | null;
  readonly requirements: readonly { readonly name: string; readonly state: string; readonly message: string }[];
  readonly findings: readonly { readonly rule: string }[];
}

/** Admits a repository of a made-up GitHub. */
async function admit(
  repository: MadeUpRepository,
  {
    text = readme,
    args = ['--json'],
    trouble = {},
    token = 'made-up',
    dead = false,
  }: {
    readonly text?: string;
    readonly args?: readonly string[];
    readonly trouble?: GithubTrouble;
    readonly token?: string;
    readonly dead?: boolean;
  } = {},
) {
  const github = githubWeb({ repositories: [repository] }, trouble);
  const api = github.sites['api.github.com'];
  const alive = ({ response }: Visit): void =>
    void response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<title>Looms and yarn</title><p>Warp and weft.</p>');
  web = await startWeb({
    ...github.sites,
    'awesome.re': alive,
    'warp.test': alive,
    'weft.test': (visit) => (dead ? void visit.response.writeHead(404).end('gone') : alive(visit)),
    'api.github.com': (visit) => {
      if (visit.path === `/repos/${repository.name}/readme`)
        visit.response.writeHead(200, { 'content-type': 'application/vnd.github.raw+json' }).end(text);
      else void api?.(visit);
    },
  });
  const flags = [
    '--cacert',
    web.ca,
    '--confirm-after',
    '10ms',
    ...web.connectTo().flatMap((each) => ['--connect-to', each]),
  ];
  const ended = await listwright(folderOf(), ['admit', repository.name, ...flags, ...args], {
    env: { GITHUB_TOKEN: token },
  });
  const page = args.includes('--json') && ended.stdout !== '' ? (JSON.parse(ended.stdout) as Page) : null;
  const states = Object.fromEntries(page?.requirements.map(({ name, state }) => [name, state]) ?? []);
  const open = Object.entries(states)
    .filter(([, state]) => state !== 'met')
    .map(([name, state]) => `${name} ${state}`);
  return { ...ended, page, open, github };
}

describe('a repository for a list of lists', () => {
  test('that has all of it is admitted', async () => {
    const { status, open, page, github } = await admit(good);
    expect({ status, open, admitted: page?.admitted }).toEqual({ status: 0, open: [], admitted: true });
    expect(page?.requirements.length).toBe(10);
    expect(github.calls.length).toBeLessThanOrEqual(4);
  });

  test.each<[string, Partial<MadeUpRepository>, string]>([
    ['29 days old', { createdAt: ago(29) }, 'age not-met'],
    ['a fork', { isFork: true }, 'fork not-met'],
    ['archived', { archivedAt: ago(3) }, 'archived not-met'],
    ['without a description', { description: null }, 'description not-met'],
    ['without the topic awesome-list', { topics: ['awesome'] }, 'topics not-met'],
    ['without a license', { license: null }, 'license not-met'],
    ['under a license for code', { license: 'MIT' }, 'license not-met'],
    ['on a branch master', { defaultBranch: 'master' }, 'branch not-met'],
    ['named otherwise', { name: 'looms/Awesome_Looms' }, 'name not-met'],
  ])('that is %s is not', async (_, more, said) => {
    const { status, open } = await admit({ ...good, ...more }, { args: ['--json', '--no-links'] });
    expect({ status, open }).toEqual({ status: 1, open: [said, 'links unknown'] });
  });

  test.each<[string, Partial<MadeUpRepository>]>([
    ['30 days old', { createdAt: ago(30) }],
    ['under another license for texts', { license: 'CC-BY-4.0' }],
  ])('that is %s meets its requirement', async (_, more) => {
    const { status, open, page } = await admit({ ...good, ...more }, { args: ['--json', '--no-links'] });
    expect({ status, open, admitted: page?.admitted }).toEqual({ status: 2, open: ['links unknown'], admitted: null });
  });

  test('with errors in its README is not, and they are shown', async () => {
    const text = readme.replace(
      '- [Weft](https://weft.test/) - Crosses the warp.',
      '- [Weft](https://weft.test/) - crosses the warp',
    );
    const { status, open, page } = await admit(good, { text, args: ['--json', '--no-links'] });
    expect({ status, open }).toEqual({ status: 1, open: ['errors not-met', 'links unknown'] });
    expect(page?.findings.map(({ rule }) => rule)).toContain('description-end');
  });

  test('with a dead link is not', async () => {
    const { status, open } = await admit(good, { dead: true });
    expect({ status, open }).toEqual({ status: 1, open: ['links not-met'] });
  });

  test('whose README is no list is not', async () => {
    const { open } = await admit(good, { text: '# Loom\n\nA program.\n', args: ['--json', '--no-links'] });
    expect(open).toContain('errors not-met');
  });
});

describe('where GitHub does not tell', () => {
  test('nothing is held against the repository', async () => {
    const { status, open, page } = await admit({ ...good, createdAt: ago(1) }, { trouble: { limitedFrom: 0 } });
    expect(page?.admitted).toBeNull();
    expect(status).toBe(2);
    expect(open).toEqual(
      ['age', 'fork', 'archived', 'description', 'topics', 'license', 'branch'].map((name) => `${name} unknown`),
    );
  });
});

describe('the page', () => {
  const hostile = '::error::x | @guild <script>alert(1)</script> ![i](https://t.example/i) \u202E\u001b[31m';
  test('is one for a terminal', async () => {
    const { stdout } = await admit({ ...good, createdAt: ago(3) }, { args: ['--no-links'] });
    expect(stdout).toContain(
      'looms/awesome-looms: 1 requirement is not met.\n\n  ✓ Name: `awesome-looms`\n  ✗ Created on ',
    );
    expect(stdout).toContain('  ? Links were not checked\n');
  });

  test('is one in Markdown, in which nothing of the repository acts', async () => {
    const { stdout } = await admit({ ...good, description: hostile }, { args: ['--no-links', '--markdown'] });
    expect(stdout).toContain('| ✓ | description | Description: ::error::x');
    expect(stdout.replace(/(`+)[^`].*?[^`]\1(?!`)/g, '')).not.toMatch(/@guild|<script|(?<!\\)!\[|\u202E|\u001b/);
  });

  test('has no controls on a terminal', async () => {
    const { stdout } = await admit({ ...good, description: hostile }, { args: ['--no-links'] });
    expect(stdout).not.toMatch(/\u202E|\u001b/);
  });
});

describe('a wrong call', () => {
  test.each([
    ['a file', 'https://github.com/looms/list/blob/main/a.md'],
    ['a folder', './list'],
    ['another host', 'https://gitlab.com/looms/list'],
  ])('names %s', async (_, name) => {
    web = await startWeb({});
    const { status, stderr } = await listwright(folderOf(), ['admit', name]);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining('not a repository; pass a GitHub repository as owner/repo'),
    });
  });
});
