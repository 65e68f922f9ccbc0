import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { built, runBuilt, runner } from './built.js';
import { environmentIn, folderOf } from './command.js';

describe.skipIf(process.platform === 'win32')('pipes', () => {
  test('a reader that closes the pipe early is not an error', () => {
    const lines = `# A\n\n## B\n\n${'- [C](https://c.example/) - Does\n'.repeat(3000)}`;
    const big = folderOf({ 'README.md': lines });
    const piped = spawnSync('sh', ['-c', `"${runner}" "${built}" lint -r json | head -c 10`], { cwd: big });
    expect(String(piped.stderr)).toBe('');
    expect(String(piped.stdout)).toHaveLength(10);
  });

  test('a reader that closes the pipe early does not change the exit status', () => {
    const broken = `# A\n\n## B\n\n${'- [C](#gone) - Does.\n'.repeat(3000)}`;
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's.
    const script = '"$0" "$1" lint --no-cache -r json -r ndjson=all.ndjson | head -c 10; exit ${PIPESTATUS[0]}';
    const cwd = folderOf({ 'README.md': broken });
    const ended = spawnSync('bash', ['-c', script, runner, built], { cwd, encoding: 'utf8' });
    expect([ended.status, ended.stderr, existsSync(join(cwd, 'all.ndjson'))]).toEqual([1, '', true]);
  });

  test('that the shell has opened are read', () => {
    const script = `"$0" "$1" lint --preset minimal <(printf '# Looms\\n')`;
    const { status, stderr } = spawnSync('bash', ['-c', script, runner, built], {
      cwd: folderOf(),
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });

  test('that never end are read as far as a list may go', () => {
    const script = '"$0" "$1" lint <(yes)';
    const { status, stderr } = spawnSync('bash', ['-c', script, runner, built], {
      cwd: folderOf(),
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/too large for a list \(maximum 25 MB\)/);
    expect(status).toBe(2);
  });
});

test.skipIf(process.platform === 'win32')('a working directory that no longer exists is reported', () => {
  const script = 'mkdir gone && cd gone && rmdir ../gone && "$0" "$1" lint';
  const { status, stderr } = spawnSync('sh', ['-c', script, runner, built], {
    cwd: folderOf(),
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([2, 'listwright: the current directory no longer exists; change to another one\n']);
});

test('a report goes to standard output, all else to standard error, and the exit status tells them apart', () => {
  const text = '# A\n\n## B\n\n- [C](#gone) - Does.\n';
  const run = (args: readonly string[], input = '') =>
    spawnSync(runner, [built, ...args], { cwd: folderOf({ 'README.md': text }), encoding: 'utf8', input });
  const failed = run(['lint', '-r', 'json', '--preset', 'minimal']);
  expect([failed.status, failed.stderr]).toEqual([1, '']);
  expect(JSON.parse(failed.stdout).stats.findings.error).toBe(1);
  expect(run(['lint', '-', '--preset', 'minimal'], text.replace('gone', 'b')).status).toBe(0);
  const refused = run(['lnt']);
  expect([refused.status, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr).toMatch(/^listwright: unknown command or file "lnt" .*\n$/);
  expect(run(['--version'])).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

test('writes the fixes of a list', async () => {
  const cwd = folderOf({ 'README.md': '# Looms\n\n## Warp\n\n- [Reed](https://reed.test/) - Parts the the warp.\n' });
  expect(await runBuilt(cwd, ['lint', '--fix'])).toMatchObject({
    status: 0,
    stderr: 'listwright: README.md: 1 fix applied\n',
  });
  expect(readFileSync(join(cwd, 'README.md'), 'utf8')).toContain(' - Parts the warp.\n');
});

// The executable opens no files of its own.
const opensFew = process.platform === 'win32' || process.env.LISTWRIGHT_BINARY !== undefined;
test.skipIf(opensFew)('a run that may open too few files says so', () => {
  const script = 'ulimit -n "$2"; "$0" "$1" links --offline --no-ledger';
  const cwd = folderOf({ 'README.md': '# Looms\n' });
  const said = 'listwright: too many files are open; raise the limit, as with `ulimit -n 1024`\n';
  const runs: unknown[] = [];
  // How many Node itself opens, each version decides.
  for (const limit of [23, 24, 22, 25, 26]) {
    const args = ['-c', script, runner, built, String(limit)];
    const { status, stderr } = spawnSync('bash', args, { cwd, encoding: 'utf8' });
    runs.push([status, stderr]);
    if (stderr === said) break;
  }
  expect(runs).toContainEqual([2, said]);
});

test.skipIf(process.platform === 'win32')('a run that may open few files checks its links all the same', async () => {
  const server = createServer((_, response) => void setTimeout(() => response.end('<title>Loom</title>'), 50));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const links = Array.from({ length: 200 }, (_, at) => `- [L${at}](http://h${at}.test/) - Weaves.\n`);
  const cwd = folderOf({ 'README.md': `# Looms\n\n${links.join('')}` });
  const script = `ulimit -n 56; "$0" "$1" links --no-ledger --preset minimal -r json --connect-to :80:127.0.0.1:${port}`;
  const child = spawn('bash', ['-c', script, runner, built], { cwd, env: environmentIn(cwd) });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  const [status] = (await once(child, 'close')) as [number];
  server.close();
  expect([status, JSON.parse(stdout).stats.links]).toMatchObject([0, { total: 200, alive: 200 }]);
});

describe('a run that ends badly exits with 2', () => {
  const shell = (script: string, folder: string) =>
    spawnSync('sh', ['-c', script, runner, built], { cwd: folder, encoding: 'utf8' });

  test.skipIf(!existsSync('/dev/full'))('where standard output cannot be written', () => {
    const folder = folderOf({ 'README.md': '# Looms\n' });
    const ended = shell('"$0" "$1" lint --preset minimal > /dev/full', folder);
    expect([ended.status, ended.stderr]).toEqual([
      2,
      'listwright: standard output cannot be written: the disk is full\n',
    ]);
    // The near miss: a reader that has read enough is no error.
    expect(shell('"$0" "$1" rules | head -n 1', folder).stderr).toBe('');
  });

  test.each([
    ['a plugin ends the process', 'process.exit(0)', ''],
    ['a plugin ends the process as if there were findings', 'process.exit(1)', ''],
    ['a plugin throws when no one listens', "setImmediate(() => { throw new Error('late') })", 'Error: late'],
    ['a plugin rejects when no one listens', "Promise.reject(new Error('lost'))", 'Error: lost'],
    ['a rule is asynchronous', 'return Promise.reject(new Error("later"))', '`check` is asynchronous'],
  ])('where %s', async (_, code, said) => {
    const rule = `export default { id: 'loom', summary: 'Weave', why: 'Cloth.', messages: { loud: 'loud' },
      check() { ${code}; } };`;
    const config = '{ "plugins": ["./loom.mjs"], "rules": { "loom": "error" } }';
    const files = { 'README.md': '# Looms\n', 'loom.mjs': rule, 'listwright.config.json': config };
    const { status, stderr } = await runBuilt(folderOf(files), ['lint', '--preset', 'minimal']);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
  });
});
