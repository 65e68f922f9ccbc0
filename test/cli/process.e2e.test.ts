import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderOf } from './command.js';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

describe.skipIf(process.platform === 'win32')('pipes', () => {
  test('a reader that goes away is no trouble', () => {
    const lines = `# A\n\n## B\n\n${'- [C](https://c.example/) - Does\n'.repeat(3000)}`;
    const big = folderOf({ 'README.md': lines });
    const piped = spawnSync('sh', ['-c', `"${process.execPath}" "${cli}" lint -r json | head -c 10`], { cwd: big });
    expect(String(piped.stderr)).toBe('');
    expect(String(piped.stdout)).toHaveLength(10);
  });

  test('that the shell has opened are read', () => {
    const script = `"$0" "$1" lint --preset minimal <(printf '# Looms\\n')`;
    const { status, stderr } = spawnSync('bash', ['-c', script, process.execPath, cli], {
      cwd: folderOf(),
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });

  test('that never end are read as far as a list may go', () => {
    const script = '"$0" "$1" lint <(yes)';
    const { status, stderr } = spawnSync('bash', ['-c', script, process.execPath, cli], {
      cwd: folderOf(),
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/more than 25 MB are too large for a list/);
    expect(status).toBe(2);
  });
});

test.skipIf(process.platform === 'win32')('a working folder that is gone is told', () => {
  const script = 'mkdir gone && cd gone && rmdir ../gone && "$0" "$1" lint';
  const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, cli], {
    cwd: folderOf(),
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([
    2,
    'listwright: the folder that you are in is no longer there; go to another one\n',
  ]);
});

test('a report goes to standard output, all else to standard error, and the exit status tells them apart', () => {
  const text = '# A\n\n## B\n\n- [C](#gone) - Does.\n';
  const run = (args: readonly string[], input = '') =>
    spawnSync(process.execPath, [cli, ...args], { cwd: folderOf({ 'README.md': text }), encoding: 'utf8', input });
  const failed = run(['lint', '-r', 'json', '--preset', 'minimal']);
  expect([failed.status, failed.stderr]).toEqual([1, '']);
  expect(JSON.parse(failed.stdout).stats.findings.error).toBe(1);
  expect(run(['lint', '-', '--preset', 'minimal'], text.replace('gone', 'b')).status).toBe(0);
  const refused = run(['lnt']);
  expect([refused.status, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr).toMatch(/^listwright: there is no command and no file "lnt" .*\n$/);
  expect(run(['--version'])).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});
