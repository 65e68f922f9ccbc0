import { describe, expect, test } from 'vitest';
import { folderOf, listwright } from './command.js';

/** A name that a runner of GitHub Actions, a terminal or a reader would obey. */
const name = 'looms\n::error::owned\r##[error]\u001b[31m\u202e\u009b.md';
const list = '# Awesome Looms\n\n## Looms\n\n- [Warp](#gone) - Holds the warp\n';
const binary = new Uint8Array([35, 32, 0, 1]);

/** What of a text would be obeyed. */
function obeyedIn(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => /^\s*::|##\[error\]|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.test(line));
}

type Case = readonly [content: string | Uint8Array, args: readonly string[]];

describe.skipIf(process.platform === 'win32')('a file name is never obeyed', () => {
  test.each<Case>([
    [binary, ['lint', name]],
    [binary, ['lint', name, 'README.md']],
    [binary, ['check', '--offline', '--no-ledger', name, 'README.md']],
    [binary, ['tree', name]],
    [binary, ['add', 'https://weft.example/', name, '--offline']],
    [binary, ['rules', '--effective', name]],
    [binary, ['merge', name]],
    [binary, ['init', name]],
    [binary, ['lint', '-c', name]],
    [binary, ['lint', `${name}x`]],
    [list, ['lint', '--no-cache', name]],
    [list, ['lint', '--no-cache', '-r', 'json', name]],
    [list, ['lint', '--no-cache', '-r', 'github', name]],
    [list, ['lint', '--fix', name]],
    [list, ['lint', '--fix-dry-run', name]],
    [list, ['tree', '--json', name]],
    [list, ['rules', '--effective', name]],
    [list, ['rules', '--effective', name, '--json']],
    [list, ['add', 'https://weft.example/', name, '--offline', '--name', 'Weft', '--description', 'Crosses.']],
    [list, ['add', 'https://weft.example/', name, '--offline', '--name', 'Weft', '--json']],
    [list, ['init', '--dry-run', name]],
    [list, ['merge', name]],
    [list, ['export', name]],
    [list, ['export', '--to', 'csv', name]],
    [list, ['stats', name]],
    [list, ['stats', '--json', name]],
    [list, ['doctor', name]],
    [list, ['doctor', '--json', name]],
    [binary, ['export', name]],
    [list, ['lint', '--rule', `${name}=error`]],
    [list, ['lint', '-r', `json=none/${name}`]],
  ])('%#: %j', async (content, args) => {
    const { stdout, stderr } = await listwright(folderOf({ [name]: content, 'README.md': list }), args);
    // The near miss: something was said, and of the file it was asked for.
    expect(stdout + stderr).toMatch(/owned|Nothing was written|no fixes|fix applied|Holds the warp|^$/);
    expect(obeyedIn(stderr)).toEqual([]);
    // The lines of a workflow command are the reporter's own, and those of a patch are what git reads.
    const others = stdout.replace(/^(?:::(?:error|warning|notice) file=|--- "|\+\+\+ ").*$/gm, '');
    expect(obeyedIn(others)).toEqual([]);
  });
});

test('what a list says is not obeyed where it is shown as data or as a proposal', async () => {
  const hostile = `# Awesome Looms\n\n## Looms\u202e\u009b\n\n- [Warp\u202e](https://warp.example/) - Holds \u009b31m.\n`;
  const folder = folderOf({ 'README.md': hostile });
  for (const args of [
    ['tree', '--json'],
    ['tree'],
    ['export'],
    ['export', '--to', 'csv'],
    ['stats'],
    ['add', 'https://weft.example/', '--offline', '--name', 'We\u202eft', '--json'],
    ['rules', '--effective', 'README.md'],
  ])
    expect(obeyedIn((await listwright(folder, args)).stdout)).toEqual([]);
});
