import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { replaceText } from '../../src/fs/write.js';
import { folderOf, listwright, oneFault } from './command.js';

const mended = oneFault.replace('Brings the weft', 'Brings the weft.');

describe('--fix', () => {
  test('fixes the file, keeps its mode, and leaves no problems found', async () => {
    const folder = folderOf({ 'README.md': oneFault });
    chmodSync(`${folder}/README.md`, 0o640);
    const { status, stderr } = await listwright(folder, ['lint', '--fix']);
    expect(status).toBe(0);
    expect(stderr).toBe('listwright: README.md: 1 fix applied\n');
    expect(readFileSync(`${folder}/README.md`, 'utf8')).toBe(mended);
    if (process.platform !== 'win32') expect(statSync(`${folder}/README.md`).mode & 0o777).toBe(0o640);
    expect((await listwright(folder, ['lint', '--fix'])).stderr).toBe('');
  });

  test('never takes the next word', async () => {
    const folder = folderOf({ unsafe: oneFault, 'other.md': oneFault });
    await listwright(folder, ['lint', '--fix', 'unsafe']);
    expect(readFileSync(`${folder}/unsafe`, 'utf8')).toBe(mended);
    expect(readFileSync(`${folder}/other.md`, 'utf8')).toBe(oneFault);
  });

  test.each([
    ['lf', mended],
    ['crlf', mended.replaceAll('\n', '\r\n')],
  ])('keeps a BOM and CRLF; =unsafe removes the mark and writes %s where that is set', async (eol, rewritten) => {
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const config = JSON.stringify({ rules: { 'file-encoding': ['error', { eol }] } });
    const folder = folderOf({ 'README.md': windows(oneFault), 'listwright.config.json': config });
    expect((await listwright(folder, ['lint', '--fix'])).status).toBe(1);
    expect(readFileSync(`${folder}/README.md`, 'utf8')).toBe(windows(mended));
    expect((await listwright(folder, ['lint', '--fix=unsafe'])).status).toBe(0);
    expect(readFileSync(`${folder}/README.md`, 'utf8')).toBe(rewritten);
  });

  test('a file that has changed since it was read is left alone', async () => {
    const folder = folderOf({ 'README.md': oneFault });
    await expect(replaceText(`${folder}/README.md`, 'README.md', 'other text', 'mended')).rejects.toThrow(
      'README.md: changed since it was read, so nothing was written',
    );
    expect(readFileSync(`${folder}/README.md`, 'utf8')).toBe(oneFault);
  });

  test('a file with bytes that are not UTF-8 is left alone', async () => {
    const bytes = Buffer.concat([Buffer.from(oneFault), Buffer.from([0xe9, 0x2e, 0x0a])]);
    const folder = folderOf({ 'README.md': bytes });
    const { status, stderr, stdout } = await listwright(folder, ['lint', '--fix', '--reporter', 'json']);
    expect(status).toBe(2);
    expect(stderr).toContain('README.md: contains bytes that are not UTF-8, which fixing would lose');
    expect(stderr).not.toContain('applied');
    expect(readFileSync(`${folder}/README.md`).equals(bytes)).toBe(true);
    // The report is of the file as it is.
    const plain = await listwright(folder, ['lint', '--reporter', 'json']);
    expect(JSON.parse(stdout).findings).toEqual(JSON.parse(plain.stdout).findings);
    expect(JSON.parse(stdout).findings.some(({ fix }: { fix: { safe: boolean } | null }) => fix?.safe)).toBe(true);
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a file that may not be written', async () => {
    const folder = folderOf({ 'README.md': oneFault });
    chmodSync(folder, 0o555);
    const { status, stderr } = await listwright(folder, ['lint', '--fix']);
    chmodSync(folder, 0o755);
    expect(status).toBe(2);
    expect(stderr).toMatch(/README\.md: cannot be (?:written|fixed)/);
  });
});

describe('--fix-dry-run', () => {
  test.each([['lint'], ['check']])('%s prints a diff that git applies, alone, and writes nothing', async (command) => {
    const folder = folderOf({ 'docs/list.md': oneFault, 'README.md': oneFault });
    const args = [command, '--offline', '--no-ledger', '--fix-dry-run', 'README.md', 'docs/list.md'];
    const { stdout } = await listwright(folder, args);
    expect(readFileSync(`${folder}/README.md`, 'utf8')).toBe(oneFault);
    expect(stdout).toMatch(/^--- a\/README\.md\n/);
    execFileSync('git', ['init', '-q'], { cwd: folder });
    execFileSync('git', ['apply', '-'], { cwd: folder, input: stdout });
    expect(readFileSync(`${folder}/README.md`, 'utf8')).toBe(mended);
    expect(readFileSync(`${folder}/docs/list.md`, 'utf8')).toBe(mended);
  });

  test('takes standard input, and says so where there is nothing to fix', async () => {
    const folder = folderOf();
    const { stdout } = await listwright(folder, ['lint', '--fix-dry-run', '-'], { input: oneFault });
    expect(stdout).toContain('+- [Weft](https://weft.example/) - Brings the weft.');
    expect(await listwright(folder, ['lint', '--fix-dry-run', '-'], { input: mended })).toEqual({
      status: 0,
      stdout: '',
      stderr: 'listwright: no fixes\n',
    });
  });
});
