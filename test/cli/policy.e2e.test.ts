import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, pullRequestTo, type Repository, repository } from '../git/repository.js';
import { listwright } from './command.js';

const base = `# Awesome Looms

> Machines that make cloth out of yarn.

## Looms

- [Warp](https://warp.example/) - Holds the warp.
`;
const weft = '- [Weft](https://weft.example/) - Crosses the warp.\n';
const policy = {
  entries: 1,
  files: 'README.md',
  title: '^Add .',
  links: { repository: '^https://github\\.com/' },
  checkboxes: 'I have read the guidelines',
  section: 2,
  removed: true,
  labels: { title: 'retitle', entries: 'too many', passed: 'ready' },
};
const good = {
  title: 'Add Weft',
  body: 'https://github.com/looms/weft\n- [x] I have read the guidelines',
};

/** A repository on the branch of a pull request; the configuration is that of its base. */
function pullRequest(more: object = {}): Repository {
  const configuration = JSON.stringify({ pullRequest: { ...policy, ...more } });
  return pullRequestTo({ 'README.md': base, 'listwright.config.json': configuration });
}

const eventOf = (pull: unknown): string => {
  const file = join(folder(), 'event.json');
  writeFileSync(file, JSON.stringify({ pull_request: pull }));
  return file;
};
const inActions = (event: string) => ({
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_BASE_REF: 'main',
  CI: 'true',
  GITHUB_EVENT_PATH: event,
});

interface Said {
  readonly findings: readonly {
    readonly rule: string;
    readonly path: string;
    readonly start: { readonly line: number };
    readonly message: string;
  }[];
  readonly pullRequest: { readonly labels: readonly string[]; readonly notChecked: readonly string[] } | null;
}

/** Runs lint in a pull request; findings of the policy as `rule path:line`. */
async function policyIn(made: Repository, event: string, args: readonly string[] = ['--since', 'auto']) {
  made.commit();
  const ended = await listwright(made.root, ['lint', '--no-cache', '-r', 'json', ...args], { env: inActions(event) });
  const said = JSON.parse(ended.stdout) as Said;
  const about = said.findings.filter(({ rule }) => rule.startsWith('pull-request-'));
  const rows = about.map(({ rule, path, start }) => `${rule.replace('pull-request-', '')} ${path}:${start.line}`);
  return { ...ended, said, rows, messages: about.map(({ message }) => message) };
}

describe('the policy of a list', () => {
  test.each([
    ['what the pull request changes', ['--since', 'auto']],
    ['all of the list', []],
  ])('lets a good pull request pass where %s is checked', async (_, args) => {
    const made = pullRequest();
    made.write({ 'README.md': base + weft });
    const { rows, said, status } = await policyIn(made, eventOf(good), args);
    expect({ rows, status, pull: said.pullRequest }).toEqual({
      ...{ rows: [], status: 0 },
      pull: { labels: ['ready'], otherLabels: ['retitle', 'too many'], notChecked: [] },
    });
  });

  test('reports each departure of one where it is', async () => {
    const made = pullRequest();
    made.write({
      'README.md': `${base}${weft}${weft.replaceAll('Weft', 'Reed').replace('weft', 'reed')}\n## Kettles\n\n- [Pot](https://pot.example/) - Boils.\n`,
      'ci.yml': 'x',
    });
    const { rows, said, status } = await policyIn(made, eventOf({ title: 'looms', body: null }));
    expect(rows.sort()).toEqual([
      'checkboxes README.md:1',
      'entries README.md:9',
      'files ci.yml:1',
      'links README.md:1',
      'section README.md:11',
      'title README.md:1',
    ]);
    expect(said.pullRequest).toMatchObject({ labels: ['too many', 'retitle'] });
    expect(status).toBe(0);
  });

  const two = `${base}- [Reed](https://reed.example/) - Beats the cloth.\n`;
  const kettles = '\n## Kettles\n\n- [Pot](https://pot.example/) - Boils.\n';
  test.each<[string, string, string, readonly string[]]>([
    ['an entry that moves', two, `${base}\n## Reeds\n\n${two.slice(base.length)}`, ['section README.md:9']],
    ['an entry that changes', two, two.replace('Beats', 'Packs'), []],
    ['an entry that gets another URL', two, two.replace('//reed.', '//www.reed.'), []],
    ['an entry that is removed', two, base, []],
    ['an entry that is added', two, two + weft, ['entries README.md:9']],
    [
      'a section whose subsections have enough',
      base,
      `${base}\n## Pots${kettles}- [Jug](https://jug.example/) - Pours.\n`.replace('## Kettles', '### Kettles'),
      ['entries README.md:12'],
    ],
    ['a section with one entry', base, base + kettles, ['entries README.md:11', 'section README.md:9']],
  ])('counts %s as the page says', async (_, before, after, rows) => {
    const configuration = JSON.stringify({ pullRequest: { entries: 0, section: 2 } });
    const made = pullRequestTo({ 'README.md': before, 'listwright.config.json': configuration });
    made.write({ 'README.md': after });
    expect((await policyIn(made, eventOf(good))).rows.sort()).toEqual(rows);
  });

  test('compares files that are changed, added and deleted, and none that git does not track', async () => {
    const made = pullRequest({ entries: undefined });
    made.commit({ 'a.txt': 'a', 'b.txt': 'b' });
    made.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    made.git('rm', '-q', 'a.txt');
    made.commit({ 'b.txt': 'c', 'c.txt': 'c' });
    made.write({ 'd.txt': 'd' });
    const ended = await listwright(made.root, ['lint', '-r', 'json', '--since', 'auto'], {
      env: inActions(eventOf(good)),
    });
    const [first] = (JSON.parse(ended.stdout) as Said).findings.filter(({ rule }) => rule === 'pull-request-files');
    expect(first?.message).toContain('changes 3 files that pull requests may not change (first: `a.txt`)');
  });

  test('fails the run where its severity is error', async () => {
    const made = pullRequest({ severity: { title: 'error' } });
    made.write({ 'README.md': base + weft });
    expect((await policyIn(made, eventOf({ ...good, title: 'x' }))).status).toBe(1);
  });

  test('is that of the base', async () => {
    const made = pullRequest();
    made.write({ 'README.md': base + weft, 'listwright.config.json': '{}' });
    const { rows } = await policyIn(made, eventOf({ ...good, title: 'x' }));
    expect(rows.sort()).toEqual(
      ['files README.md:1', 'title README.md:1'].map((row) =>
        row.replace('files README.md', 'files listwright.config.json'),
      ),
    );
  });

  test('reports an entry that was removed before, unless it is excepted', async () => {
    const removed = (except: readonly object[] = []) => {
      const made = repository();
      const config = JSON.stringify({ pullRequest: { removed: true }, except });
      made.commit({ 'README.md': base + weft, 'listwright.config.json': config });
      made.write({ 'README.md': base });
      made.git('commit', '-qam', 'Remove Weft: @guild ::error::x');
      made.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
      made.git('checkout', '-q', '-b', 'change');
      made.write({ 'README.md': base + weft });
      return made;
    };
    const { rows, messages, stdout } = await policyIn(removed(), eventOf(good));
    expect(rows).toEqual(['removed README.md:8']);
    expect(messages[0]).toMatch(
      /^`Weft` was removed on \d{4}-\d\d-\d\d in commit `\w{7}` \(`Remove Weft: @guild ::error::x`\)/,
    );
    expect(stdout).not.toMatch(/^::error/m);
    const excepted = await policyIn(
      removed([{ match: 'Weft', rules: 'pull-request-removed', reason: 'it is back' }]),
      eventOf(good),
    );
    expect(excepted.rows).toEqual([]);
    expect(JSON.parse(excepted.stdout)).toMatchObject({ exceptions: [{ match: 'Weft', state: 'used', applied: 1 }] });
  });
});

test('reports an entry that the record at the base has, whatever the pull request makes of the record', async () => {
  const config = JSON.stringify({ pullRequest: { removed: true }, prune: { record: 'REMOVED.md' } });
  const record =
    '# Removed entries\n\n- 2024-05-01 [Weft](https://weft.example/) from Looms: the link has been broken since 2024-01-01.\n';
  const made = pullRequestTo({ 'README.md': base, 'listwright.config.json': config, 'REMOVED.md': record });
  const heddle = '- [Heddle](https://heddle.example/) - Lifts yarn.\n';
  made.write({ 'README.md': base + weft + heddle, 'REMOVED.md': '' });
  const { rows, messages } = await policyIn(made, eventOf(good));
  expect(rows).toEqual(['removed README.md:8']);
  expect(messages[0]).toContain('was removed on 2024-05-01 (`the link has been broken since 2024-01-01.`)');
});

describe('what is not known is said, and not reported', () => {
  test('on a machine of a contributor, where there is no event', async () => {
    const made = pullRequest();
    made.commit({ 'README.md': base + weft, 'ci.yml': 'x' });
    const ended = await listwright(made.root, ['lint', '--since', 'main', '-r', 'json'], { env: { CI: '' } });
    const said = JSON.parse(ended.stdout) as Said;
    expect(said.findings.map(({ rule }) => rule)).toEqual(['pull-request-files']);
    const sentence =
      'the title and description of the pull request were not checked: there is no event of a pull request';
    expect(said.pullRequest?.notChecked).toEqual([sentence]);
    expect(ended.stderr).toContain(sentence);
  });

  test('where all of a list is checked on no pull request', async () => {
    const made = pullRequest();
    made.commit({ 'README.md': base + weft + weft, 'ci.yml': 'x' });
    const ended = await listwright(made.root, ['lint', '-r', 'json'], { env: { CI: '' } });
    expect((JSON.parse(ended.stdout) as Said).pullRequest).toBeNull();
    expect(ended.stderr).not.toContain('pull request');
  });

  test('for a push', async () => {
    const made = pullRequest();
    const before = made.git('rev-parse', 'HEAD');
    made.commit({ 'README.md': base + weft, 'ci.yml': 'x' });
    const env = { GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: eventOf(null), CI: 'true' };
    const ended = await listwright(made.root, ['lint', '--since', before, '-r', 'json'], { env });
    expect((JSON.parse(ended.stdout) as Said).pullRequest).toBeNull();
  });

  test('where the base was not fetched', async () => {
    const made = pullRequest();
    made.git('update-ref', '-d', 'refs/remotes/origin/main');
    made.write({ 'README.md': base + weft + weft, 'ci.yml': 'x' });
    const { rows, said } = await policyIn(made, eventOf({ ...good, title: 'x' }), []);
    expect(rows).toEqual(['title README.md:1']);
    expect(said.pullRequest?.notChecked).toEqual([expect.stringContaining('its base is not available')]);
    expect(said.pullRequest?.labels).toEqual(['retitle']);
    expect((await policyIn(made, eventOf(good), [])).said.pullRequest).toMatchObject({
      ...{ labels: [], otherLabels: ['retitle', 'ready'] },
    });
  });

  test('in a shallow clone', async () => {
    const made = pullRequest();
    made.commit();
    made.commit({ 'README.md': base + weft });
    const root = folder();
    made.git('clone', '-q', '--depth', '2', '--no-single-branch', `file://${made.root}`, root);
    const clone = repository(root);
    clone.git('update-ref', 'refs/remotes/origin/main', 'HEAD~1');
    const { rows, said } = await policyIn(clone, eventOf(good));
    expect(rows).toEqual([]);
    expect(said.pullRequest?.notChecked).toEqual([expect.stringContaining('fetch-depth: 0')]);
    expect(said.pullRequest?.labels).toEqual([]);
  });

  test('where a list cannot be read', async () => {
    const made = pullRequest();
    made.write({ 'README.md': base + weft });
    const { said, status } = await policyIn(made, eventOf(good), ['--since', 'auto', 'README.md', 'missing.md']);
    expect(status).toBe(2);
    expect(said.pullRequest?.labels).toEqual([]);
  });
});

describe('an event that wants to do harm', () => {
  test.each<[string, string | (() => string)]>([
    [
      'is larger than GitHub makes them',
      () => {
        const file = eventOf(good);
        truncateSync(file, 100_000_000);
        return file;
      },
    ],
    [
      'is not JSON',
      () => {
        const file = eventOf(good);
        writeFileSync(file, '{"pull_request":');
        return file;
      },
    ],
    ['is about no pull request', eventOf(undefined)],
    ['has a title that is not text', eventOf({ ...good, title: { toString: 1 } })],
    ['has a body that is not text', eventOf({ ...good, body: ['x'] })],
    ['is a folder', folder()],
    ['is not there', '/nowhere/event.json'],
  ])('%s: the rest is checked, and it is said', async (_, event) => {
    const made = pullRequest();
    made.write({ 'README.md': base + weft, 'ci.yml': 'x' });
    const { rows, said, status } = await policyIn(made, typeof event === 'string' ? event : event());
    expect({ rows, status }).toEqual({ rows: ['files ci.yml:1'], status: 0 });
    expect(said.pullRequest?.notChecked).toEqual([
      expect.stringMatching(/^the title and description of the pull request were not checked: /),
    ]);
  });

  test('lets nothing pass', async () => {
    const made = pullRequest();
    made.write({ 'README.md': base + weft });
    const { rows, said } = await policyIn(made, eventOf({ ...good, title: 7 }));
    expect(rows).toEqual([]);
    expect(said.pullRequest).toMatchObject({ labels: [], otherLabels: ['too many', 'ready'] });
  });

  const hostile =
    '::error file=x::gotcha\r\n##[error]x <script>alert(1)</script> @guild #1 `code` [a](javascript:x) ![i](https://t.example/i) \u202E\u001b[31m';
  const controls = /\u202E|\u001b\[31m/;
  const commands = /^\s*::error file=x|##\[error\]/m;
  const markup = /<script>alert/;
  test.each<[string, readonly RegExp[]]>([
    ['github', [controls, commands]],
    ['pretty', [controls, /^\s*::error file=x/m]],
    ['markdown', [controls, /(?<!\\)!\[|@guild|#1|<script/]],
    ['junit', [controls, markup]],
    ['html', [controls, markup]],
    ['sarif', [controls]],
    ['gitlab', [controls]],
  ])('speaks through no %s report', async (reporter, forbidden) => {
    const made = pullRequest();
    made.commit({ 'README.md': base + weft });
    const event = eventOf({ title: hostile, body: hostile.repeat(20_000) });
    const { stdout } = await listwright(made.root, ['lint', '--since', 'auto', '-r', reporter], {
      env: inActions(event),
    });
    // Code says what it says.
    const text = reporter === 'markdown' ? stdout.replace(/(`+)[^`].*?[^`]\1(?!`)/g, '') : stdout;
    expect(stdout.includes('pull-request-title')).toBe(true);
    expect(forbidden.filter((pattern) => pattern.test(text))).toEqual([]);
    expect(stdout.length).toBeLessThan(200_000);
  });
});
