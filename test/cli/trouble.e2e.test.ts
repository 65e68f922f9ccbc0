import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nameHome } from '../../src/fs/cache-folder.js';
import { folderOf, listwright, oneFault } from './command.js';

/** One sentence on standard error, nothing on standard output, exit 2. */
async function refused(cwd: string, args: readonly string[], sentence: RegExp | string): Promise<void> {
  const { status, stdout, stderr } = await listwright(cwd, args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(sentence);
  expect(stderr).toMatch(/^listwright: .*\n$/);
}

describe('files that cannot be read', () => {
  test('a missing file', () => refused(folderOf(), ['lint', 'nope.md'], 'nope.md: no such file or directory'));

  test('a folder without README, and one with a README in another case', async () => {
    const folder = folderOf({ 'empty/notes.md': '# Notes\n', 'full/ReadMe.MD': '# Full\n' });
    await refused(folder, ['lint', 'empty'], 'empty: no README in this folder; name a file, like empty/notes.md');
    expect((await listwright(folder, ['lint', '--preset', 'minimal', 'full'])).status).toBe(0);
  });

  test('a folder without README says what is there, a few names at most', async () => {
    const lists = Object.fromEntries(['b', 'a', 'c', 'd', 'e', 'f'].map((name) => [`many/${name}.md`, '']));
    const folder = folderOf({ ...lists, 'many/x.txt': '', 'none/x.txt': '' });
    const named = ['a', 'b', 'c', 'd'].map((name) => `many/${name}.md`).join(', ');
    await refused(folder, ['lint', 'many'], `no README in this folder; name one of its files: ${named} and 2 more\n`);
    await refused(
      folder,
      ['lint', 'none'],
      'no README in this folder; it contains no Markdown file either; name a list or another folder',
    );
  });

  test('a slip in a folder that is here is no repository', async () => {
    const folder = folderOf({ 'docs/guide.md': '# Guide\n' });
    await refused(folder, ['lint', 'docs/guid.md'], /\(did you mean "docs.guide\.md"\?\)/);
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a file that may not be opened', async () => {
    const folder = folderOf({ 'README.md': oneFault });
    chmodSync(`${folder}/README.md`, 0o000);
    await refused(folder, ['lint'], 'README.md: permission denied');
  });

  test('a binary file, and text that is not UTF-8', async () => {
    const folder = folderOf({
      'bin.md': new Uint8Array([35, 32, 0, 1]),
      'latin.md': new Uint8Array([35, 32, 0xe9, 10]),
    });
    await refused(folder, ['lint', 'bin.md'], 'bin.md: binary file');
    expect((await listwright(folder, ['lint', 'latin.md'])).status).not.toBe(2);
  });

  test('an empty file is an empty list', async () => {
    const folder = folderOf({ 'README.md': '' });
    expect((await listwright(folder, ['lint'])).status).toBe(0);
    expect(JSON.parse((await listwright(folder, ['tree', '--json'])).stdout)).toMatchObject({ children: [] });
  });

  test('a file of 50 MB', async () => {
    const folder = folderOf({ 'README.md': 'a'.repeat(50_000_000) });
    await refused(folder, ['lint'], 'README.md: 50 MB is too large for a list (maximum 25 MB)');
  });

  test.each([
    ['quotes', '> '.repeat(20_000)],
    ['lists', '- '.repeat(20_000)],
  ])('20,000 levels of %s', async (_, deep) => {
    const { status, stdout } = await listwright(folderOf({ 'README.md': `# A\n\n${deep}x\n` }), ['lint']);
    expect([status, stdout.includes('nested more than 100 levels deep')]).toEqual([1, true]);
  });

  test('a pattern without files', async () => {
    const folder = folderOf();
    await refused(folder, ['lint', '*.md'], 'no file matches this pattern');
  });
});

test('--fix takes the next word as a list where there is a file of that name', async () => {
  const folder = folderOf({ unsafe: oneFault, 'README.md': oneFault });
  expect((await listwright(folder, ['lint', '--preset', 'minimal', '--fix', 'unsafe'])).status).toBe(0);
});

describe('wrong words', () => {
  const folder = folderOf({ 'README.md': oneFault });
  test.each([
    [['lint', '--max-warning', '3'], 'did you mean --max-warnings?'],
    [['lint', '--max-warnings', 'few'], '--max-warnings: invalid value "few"; use an integer ≥ 0'],
    [['lnt'], 'unknown command or file "lnt" (did you mean "lint"?)'],
    [['lint', '--rule', 'descripton-end=off'], 'did you mean "description-end"?'],
    [['lint', '--rule', 'description-end=loud'], '--rule: unknown severity "loud"; use off, info, warning or error'],
    [['lint', '--rule', 'description-end'], '--rule: missing severity in "description-end"; use description-end=off'],
    [['lint', '--preset', 'awsome'], '--preset: unknown preset "awsome" (did you mean "awesome"?)'],
    [['lint', '-r', 'jsn'], '--reporter: unknown reporter "jsn" (did you mean "json"?)'],
    [['lint', '-r', 'json', '-r', 'pretty'], 'cannot both print to standard output'],
    [['lint', '--fix=all'], '--fix=unsafe'],
    [['lint', '--fix', '-'], '--fix cannot modify standard input'],
    [['check', '--timeout', '15'], '--timeout: invalid duration "15"'],
    [['check', '--accept', '200-299'], '--accept: invalid status code or range "200-299"; use codes such as 200..299'],
    [['check', '--shard', '3/2'], '--shard: invalid shard "3/2"'],
    [['check', '--include', '['], '--include: invalid regular expression "["'],
    [['check', '--header', 'nothing'], '--header'],
    [['check', '--connect-to', 'a:b'], '--connect-to: invalid value "a:b"'],
    [['rules', 'descripton-end'], 'did you mean "description-end"?'],
    [['lst'], 'unknown command or file "lst" (did you mean "lint"?)'],
    [['lnit'], 'unknown command or file "lnit" (did you mean "lint"?)'],
    [['inti'], 'unknown command or file "inti" (did you mean "init"?)'],
    [['xyz'], 'unknown command or file "xyz"; use check, lint, links'],
    [['lint', '--nope'], 'unknown option --nope; see `listwright lint --help`'],
    [['lint', '--reporters', 'json'], 'unknown option --reporters (did you mean --reporter?)'],
    [['check', '--timeout'], '--timeout: missing value; use --timeout <duration>'],
    [['lint', '-r'], '--reporter: missing value; use --reporter <name[=file]>'],
    [['lint', '--quiet=1'], '--quiet does not take a value; use --quiet alone'],
    [['lint', '--watch=yes'], '--watch does not take a value; use --watch alone'],
    [['lint', '--fix', 'unsafe'], '--fix: its value needs an equals sign; write --fix=unsafe'],
    [['lint', '--watch', '-'], '--watch: standard input cannot be watched; pass a file'],
    [['lint', '--watch', '--fix-dry-run'], '--watch: cannot be combined with --fix-dry-run'],
    [['lint', '--watch', 'weaver/looms'], '--watch: weaver/looms is on GitHub and cannot be watched'],
    [['lint', '--rule', 'no-such=error'], '--rule: unknown rule "no-such"; run `listwright rules` to list all rules'],
    [['lint', '--lang', '12'], '--lang: invalid language tag "12"; use one such as en, de or pt-BR'],
    [['check', '--user-agent', 'a\tb\u0007'], '--user-agent: not valid in a header'],
    [['check', '--timeout', '5x'], '--timeout: invalid duration "5x"; use a number with a unit, such as 500ms, 15s'],
    [['tree', 'a', 'b'], 'tree takes at most one argument'],
    [['add', 'https://a.example/', 'a', 'b'], 'add takes at most 2 words'],
    [['add'], 'add: missing URL; use `listwright add <url> [path]` or `listwright add --issue <event> [path]`'],
    [['lint', '--since'], '--since: missing value; use --since <ref>, such as --since main'],
    [['lint', '--since', '--fix'], '--since: missing value; use --since <ref>, such as --since main'],
    [['rules', '--test', 'README.md'], 'README.md: not a file of rules; pass one that ends in .ts, .mts, .js or .mjs'],
    [['lint', 'READNE.md'], 'READNE.md: no such file or directory (did you mean "README.md"?)'],
    [['lint', 'http://loom.example/list.md'], 'only READMEs on GitHub are fetched, such as owner/repo'],
    [['lint', '--since', 'main'], 'is not in a git repository'],
    [['lint', '-c', 'nope.json'], 'no such configuration file'],
  ])('%j', (args, sentence) => refused(folder, args, new RegExp(sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))));
});

describe('places that cannot be written', () => {
  const folder = folderOf({ 'README.md': oneFault });

  test('a report', async () => {
    await refused(folder, ['lint', '-r', 'json=none/report.json'], 'none/report.json: cannot be written');
    await refused(folder, ['lint', '-r', 'json=.'], 'cannot be written: is a folder');
  });

  test('a ledger', () =>
    refused(folder, ['check', '--offline', '--ledger', 'README.md/ledger'], 'README.md/ledger: cannot be written'));

  test('a default ledger that cannot be written is only a warning', async () => {
    const env = { XDG_CACHE_HOME: `${folder}/README.md` };
    const { status, stdout, stderr } = await listwright(folder, ['check', '--offline'], { env });
    expect(stderr).toMatch(/ledger\.jsonl cannot be written .* not stored/);
    expect(stdout).toContain('description-end');
    expect(status).toBe(0);
  });
});

describe.skipIf(process.platform === 'win32')('pipes and devices', () => {
  test('that were not opened by the shell are refused', async () => {
    const folder = folderOf();
    spawnSync('mkfifo', [join(folder, 'list.md')]);
    await refused(folder, ['lint', 'list.md'], 'list.md: is a pipe or a device, not a file');
    await refused(folder, ['lint', '/dev/zero'], '/dev/zero: is a pipe or a device, not a file');
    await refused(folder, ['merge', 'list.md'], 'list.md: is a pipe, not a file');
  });
});

test('a user without a home gets one that is not there', () => {
  const env: NodeJS.ProcessEnv = {};
  nameHome(env, () => '/home/weaver');
  expect(env).toEqual({});
  nameHome(env, () => {
    throw new Error('uv_os_homedir returned ENOENT');
  });
  expect(env).toEqual({ HOME: '/nonexistent' });
});

describe('a list that cannot be read', () => {
  const good = oneFault.replace('Awesome Looms', 'Awesome Good Looms');

  test.each(['lint', 'check'])('does not hide the report of the others from %s', async (command) => {
    const folder = folderOf({ 'good.md': good, 'bad.md': new Uint8Array([35, 0, 1]) });
    const args = [command, '-r', 'json', '--no-ledger', ...(command === 'check' ? ['--offline'] : [])];
    const ended = await listwright(folder, [...args, 'bad.md', 'good.md', 'gone.md']);
    expect(ended.status).toBe(2);
    const { findings } = JSON.parse(ended.stdout) as { findings: { path: string; rule: string }[] };
    expect(findings.map(({ path, rule }) => `${path} ${rule}`)).toContain('good.md description-end');
    for (const said of ['bad.md: binary file', 'gone.md: no such']) expect(ended.stderr).toContain(said);
    // The near miss: of nothing but lists that cannot be read there is no report.
    const none = await listwright(folder, [...args, 'bad.md']);
    expect([none.status, none.stdout]).toEqual([2, '']);
  });
});

test('a file that is not a ledger is kept, and the run stops', async () => {
  const folder = folderOf({ 'README.md': '# Awesome Looms\n', 'ledger.jsonl': 'no ledger\n' });
  const { status, stderr } = await listwright(folder, ['check', '--preset', 'minimal', '--ledger', 'ledger.jsonl']);
  expect([status, stderr]).toEqual([2, expect.stringContaining('ledger.jsonl is not a ledger')]);
  expect(readFileSync(join(folder, 'ledger.jsonl'), 'utf8')).toBe('no ledger\n');
});
