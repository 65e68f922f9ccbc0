import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repositoryWith } from '../../git/repository.js';
import { startWeb } from '../../web/server.js';
import { folderOf, listwright } from '../command.js';

const before = `# Awesome Looms [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)

> Machines that make cloth out of yarn.

## Looms

- [Warp](http://old.looms.test/warp) - Holds the warp
- [Weft](http://old.looms.test/weft) - Brings the weft.
- [Heddle](http://old.looms.test/heddle) - Lifts every other thread.
`;
const after = before.replace('- [Weft]', '- [Reed](http://new.looms.test/reed) - makes the weft move\n- [Weft]');

/** Every convention is an error, so that each fault of the list counts. */
const strict = (folder: string, args: readonly string[], options: Parameters<typeof listwright>[2] = {}) =>
  listwright(folder, [...args, '--preset', 'awesome-strict'], options);

/** A repository with a list, and an entry that is not committed yet. */
function repository(more: Readonly<Record<string, string>> = {}) {
  const { root: folder, git } = repositoryWith({ 'README.md': before, 'LICENSE.md': 'Free.', ...more });
  writeFileSync(join(folder, 'README.md'), after);
  return { folder, git };
}

interface Said {
  readonly findings: readonly { readonly rule: string; readonly start: { readonly line: number } }[];
  readonly links: readonly { readonly url: string }[];
}
const rulesOf = (stdout: string): string[] =>
  (JSON.parse(stdout) as Said).findings.map(({ rule, start }) => `${start.line} ${rule}`);

describe('--since', () => {
  test('only what the change adds is told; what was wrong before is not', async () => {
    const { folder } = repository();
    const whole = rulesOf((await strict(folder, ['lint', '-r', 'json'])).stdout);
    expect(whole).toContain('7 description-end');
    const { stdout, stderr } = await strict(folder, ['lint', '--since', 'HEAD', '-r', 'json']);
    expect(stderr).toBe('');
    expect(rulesOf(stdout)).toEqual(expect.arrayContaining(['8 description-end', '8 description-start']));
    expect(rulesOf(stdout).filter((said) => !said.startsWith('8 '))).toEqual([]);
  });

  test('only new links are asked for', async () => {
    const { folder } = repository();
    const web = await startWeb(
      Object.fromEntries(
        ['old.looms.test', 'new.looms.test'].map(
          (host) => [host, ({ response }) => response.writeHead(404).end()] as const,
        ),
      ),
    );
    try {
      const flags = [
        '--no-ledger',
        '--confirm-after',
        '50ms',
        '-r',
        'json',
        ...web.connectTo().flatMap((each) => ['--connect-to', each]),
      ];
      const { stdout, status } = await strict(folder, ['check', '--since', 'HEAD', ...flags]);
      expect((JSON.parse(stdout) as Said).links.map(({ url }) => url)).toEqual(['http://new.looms.test/reed']);
      expect(rulesOf(stdout)).toContain('8 link-broken');
      expect(new Set(web.log.map(({ host }) => host))).toEqual(new Set(['new.looms.test']));
      expect(status).toBe(1);
    } finally {
      await web.stop();
    }
  });

  test('a pull request of very many links is asked only in part, and says so', async () => {
    const { folder } = repository({ 'listwright.config.json': '{"caps":{"links":3,"perDomain":2}}' });
    const hosts = ['a.looms.test', 'b.looms.test', 'c.looms.test', 'yarn.test', 'dyes.test'];
    const added = hosts.map((host) => `- [${host}](http://${host}/) - Weaves all day.\n`).join('');
    writeFileSync(join(folder, 'README.md'), before + added);
    const answers = hosts.map((host) => [host, ({ response }: { response: ServerResponse }) => response.end('ok')]);
    const web = await startWeb(Object.fromEntries(answers) as Parameters<typeof startWeb>[0]);
    try {
      const flags = ['--no-ledger', '-r', 'json', ...web.connectTo().flatMap((each) => ['--connect-to', each])];
      const env = { GITHUB_EVENT_NAME: 'pull_request' };
      const { stdout, stderr } = await strict(folder, ['links', '--since', 'HEAD', ...flags], { env });
      expect(new Set(web.log.map(({ host }) => host))).toEqual(new Set(['a.looms.test', 'b.looms.test', 'yarn.test']));
      const rows = (JSON.parse(stdout) as { links: { url: string; verdict: string; reason: string }[] }).links;
      expect(rows.filter(({ reason }) => reason === 'capped').map(({ url }) => url)).toEqual([
        'http://c.looms.test/',
        'http://dyes.test/',
      ]);
      expect(stderr).toContain('2 new links were not checked');
      // The near miss: nobody caps the person at the keyboard.
      const own = await strict(folder, ['links', '--since', 'HEAD', ...flags]);
      expect(own.stdout).not.toContain('capped');
    } finally {
      await web.stop();
    }
  });

  test('auto takes the base from the event; what is not there is told', async () => {
    const { folder, git } = repository();
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    const ended = await strict(folder, ['lint', '--since', 'auto', '-r', 'json'], {
      env: { GITHUB_BASE_REF: 'main' },
    });
    expect(rulesOf(ended.stdout).every((said) => said.startsWith('8 '))).toBe(true);
    for (const [ref, said] of [
      ['nowhere', 'unknown commit'],
      ['-x', 'not a git ref'],
    ] as const) {
      const { status, stderr } = await strict(folder, ['lint', `--since=${ref}`]);
      expect([status, stderr]).toEqual([2, expect.stringContaining(said)]);
    }
  });
});

describe('--staged', () => {
  test('the index is read, not the work tree', async () => {
    const { folder, git } = repository();
    git('add', 'README.md');
    writeFileSync(join(folder, 'README.md'), before.replace('every other thread.', 'threads'));
    const staged = await strict(folder, ['lint', '--staged', '--since', 'HEAD', '-r', 'json']);
    expect(rulesOf(staged.stdout)).toEqual(expect.arrayContaining(['8 description-end', '8 description-start']));
    expect(rulesOf(staged.stdout).filter((said) => !said.startsWith('8 '))).toEqual([]);
    const tree = await strict(folder, ['lint', '--since', 'HEAD', '-r', 'json']);
    expect(rulesOf(tree.stdout)).toContain('9 description-end');
  });

  test('what is not staged, in conflict, or in no repository is told', async () => {
    const { folder } = repository();
    writeFileSync(join(folder, 'new.md'), '# New\n');
    const said = async (where: string, ...args: string[]) => {
      const { status, stderr } = await strict(where, ['lint', '--staged', ...args]);
      return [status, stderr];
    };
    expect(await said(folder, 'new.md')).toEqual([2, expect.stringContaining('new.md: is not staged')]);
    expect(await said(folder, '--fix')).toEqual([2, expect.stringContaining('git add')]);
    const bare = folderOf({ 'README.md': before });
    expect(await said(bare)).toEqual([2, expect.stringContaining('--staged')]);
  });
});

describe('--baseline', () => {
  test('what is known does not count, wherever it moves; what is new does; what is mended is told', async () => {
    const { folder } = repository();
    writeFileSync(join(folder, 'README.md'), before);
    const written = await strict(folder, ['lint', '--update-baseline']);
    expect([written.status, written.stderr]).toEqual([0, expect.stringContaining('written to')]);
    expect(readFileSync(join(folder, '.listwright-baseline.json'), 'utf8')).toContain('description-end');
    const same = await strict(folder, ['lint', '-r', 'json']);
    expect([rulesOf(same.stdout), same.status]).toEqual([[], 0]);
    expect(same.stderr).toContain('in the baseline and do not count');
    writeFileSync(join(folder, 'README.md'), after);
    expect(rulesOf((await strict(folder, ['lint', '-r', 'json'])).stdout).every((said) => said.startsWith('8 '))).toBe(
      true,
    );
    writeFileSync(join(folder, 'README.md'), before.replace('the warp\n', 'the warp.\n'));
    expect((await strict(folder, ['lint', '-r', 'json'])).stderr).toContain('--update-baseline removes');
  });

  test('in a pull request the baseline of the base counts', async () => {
    const { folder } = repository();
    await strict(folder, ['lint', '--update-baseline']);
    const env = { GITHUB_EVENT_NAME: 'pull_request' };
    const { stdout, stderr } = await strict(folder, ['lint', '--since', 'HEAD', '-r', 'json'], { env });
    expect(stderr).toContain('changed by this pull request');
    expect(rulesOf(stdout)).toContain('8 description-end');
  });

  test.each([
    [
      'listwright.config.json',
      '{"rules":{"description-end":"warning"}}',
      '{"rules":{"description-end":"off","description-start":"off"}}',
    ],
    [
      'listwright.config.mjs',
      "export default { rules: { 'description-end': 'warning' } };",
      "throw new Error('code of the head ran');",
    ],
  ])('in a pull request the configuration of the base counts: %s', async (name, base, head) => {
    const { folder } = repository({ [name]: base });
    writeFileSync(join(folder, name), head);
    const env = { GITHUB_EVENT_NAME: 'pull_request' };
    if (name.endsWith('.json')) {
      const { stdout, stderr } = await strict(folder, ['lint', '--since', 'HEAD', '-r', 'json'], { env });
      expect(stderr).toContain(`${name} is changed by this pull request`);
      expect((JSON.parse(stdout) as Said).findings.map(({ rule }) => rule)).toContain('description-end');
      // Outside of a pull request the person at the keyboard says what counts.
      expect(rulesOf((await strict(folder, ['lint', '--since', 'HEAD', '-r', 'json'])).stdout)).not.toContain(
        '8 description-end',
      );
    } else {
      const { stdout, stderr } = await strict(folder, ['lint', '--since', 'HEAD', '-r', 'json'], { env });
      expect(stderr).not.toContain('code of the head ran');
      expect(rulesOf(stdout)).toContain('8 description-end');
    }
  });

  test('in a pull request the code that a configuration brings in is that of the base too', async () => {
    const config = "import rules from './rules.mjs';\nexport default { rules };";
    const { folder } = repository({
      'listwright.config.mjs': config,
      'rules.mjs': "export default { 'description-end': 'warning' };",
      'sub/README.md': before,
      'sub/listwright.config.json': '{"plugins": ["./plugin.mjs"], "rules": {"no-looms": "error"}}',
      'sub/plugin.mjs': `export default { id: 'no-looms', summary: 'Be calm', why: 'Noise.', messages: { loud: 'base rule' },
        check({ list, report }) { report({ message: 'loud', at: list.entries[0].label }); } };`,
    });
    writeFileSync(join(folder, 'rules.mjs'), "throw new Error('code of the head ran');");
    writeFileSync(join(folder, 'sub/plugin.mjs'), "throw new Error('code of the head ran');");
    const env = { GITHUB_EVENT_NAME: 'pull_request' };
    const { stdout, stderr } = await strict(folder, ['lint', '--since', 'HEAD', '-r', 'json'], { env });
    expect(stderr).not.toContain('code of the head ran');
    expect(rulesOf(stdout)).toContain('8 description-end');
    writeFileSync(join(folder, 'sub/README.md'), after);
    const sub = await strict(folder, ['lint', 'sub/README.md', '--since', 'HEAD', '-r', 'json'], { env });
    expect(sub.stderr).not.toContain('code of the head ran');
    expect(sub.status).toBe(1);
    // The near miss: who sits at the keyboard runs what lies here.
    const own = await strict(folder, ['lint', '--since', 'HEAD', '-r', 'json']);
    expect([own.status, own.stderr]).toEqual([2, expect.stringContaining('code of the head ran')]);
    expect(readdirSync(join(folder, '.git')).filter((name) => name.startsWith('listwright'))).toEqual([]);
  });

  test('in a pull request the base says how the whole list is judged, too', async () => {
    const { folder, git } = repository({ 'listwright.config.json': '{"rules":{"description-end":"warning"}}' });
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    writeFileSync(join(folder, 'listwright.config.json'), '{"rules":{"description-end":"off"}}');
    const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' };
    const judged = await strict(folder, ['lint', '-r', 'json'], { env });
    expect(rulesOf(judged.stdout)).toContain('7 description-end');
    const lost = await strict(folder, ['lint', '-r', 'json'], { env: { ...env, GITHUB_BASE_REF: 'gone' } });
    expect(rulesOf(lost.stdout)).not.toContain('7 description-end');
    expect(lost.stderr).toContain('fetch-depth');
    // Data can only be odd; code of a stranger could do anything.
    writeFileSync(
      join(folder, 'own.mjs'),
      "import { writeFileSync } from 'node:fs';\nwriteFileSync('ran', '');\nexport default [];\n",
    );
    writeFileSync(join(folder, 'listwright.config.json'), '{"plugins":["./own.mjs"]}');
    const plugin = await strict(folder, ['lint'], { env: { ...env, GITHUB_BASE_REF: 'gone' } });
    expect([plugin.status, plugin.stderr]).toEqual([
      2,
      expect.stringMatching(/own\.mjs.*runs code, which is not allowed here.*fetch-depth: 2/),
    ]);
    expect(readdirSync(folder)).not.toContain('ran');
    // The near miss: who sits at the keyboard runs what lies here.
    expect((await strict(folder, ['lint'])).status).toBe(1);
    expect(readdirSync(folder)).toContain('ran');
  });

  test('in a pull request a configuration that was taken away or added does not count', async () => {
    const env = { GITHUB_EVENT_NAME: 'pull_request' };
    const added = repository();
    writeFileSync(join(added.folder, 'listwright.config.json'), '{"rules":{"description-end":"off"}}');
    const first = await strict(added.folder, ['lint', '--since', 'HEAD', '-r', 'json'], { env });
    expect(rulesOf(first.stdout)).toContain('8 description-end');
    const taken = repository({ 'listwright.config.json': '{"rules":{"description-end":"off"}}' });
    rmSync(join(taken.folder, 'listwright.config.json'));
    const second = await strict(taken.folder, ['lint', '--since', 'HEAD', '-r', 'json'], { env });
    expect(rulesOf(second.stdout)).not.toContain('8 description-end');
  });

  test('one that is not there, or is none, is told', async () => {
    const { folder } = repository({ 'odd.json': '{"version": 7}', 'later.json': '{"version": 7, "findings": []}' });
    for (const [file, said] of [
      ['none.json', 'none.json does not exist'],
      ['odd.json', 'odd.json is not a baseline'],
      ['later.json', '`version` is 7'],
    ] as const) {
      const { status, stderr } = await strict(folder, ['lint', '--baseline', file]);
      expect([status, stderr]).toEqual([2, expect.stringContaining(said)]);
    }
  });
});

describe('reporters', () => {
  test.each([
    ['ndjson', '{"type":"run"'],
    ['github', '::error file=README.md,line=7'],
    ['sarif', '"version": "2.1.0"'],
    ['junit', '<testsuite'],
    ['gitlab', '"check_name": "description-end"'],
    ['markdown', 'README.md'],
  ])('%s', async (name, part) => {
    const { folder } = repository();
    const { stdout, status } = await strict(folder, ['lint', '-r', name, '-r', `json=${join(folder, 'report.json')}`]);
    expect(stdout).toContain(part);
    expect(status).toBe(1);
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toContain('description-end');
  });

  test('inside GitHub Actions annotations come by themselves, unless a reporter is named', async () => {
    const { folder } = repository();
    const env = { GITHUB_ACTIONS: 'true' };
    expect((await strict(folder, ['lint'], { env })).stdout).toContain('::error file=README.md');
    expect((await strict(folder, ['lint', '-r', 'pretty'], { env })).stdout).not.toContain('::error');
    expect((await strict(folder, ['lint'])).stdout).not.toContain('::error');
  });
});
