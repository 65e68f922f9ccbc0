import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { troubleOfVsix } from '../../scripts/editors/vsix.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
const runs = (program: string): boolean => spawnSync(program, ['--version']).status === 0;
const emacs = '/usr/share/emacs/site-lisp/elpa/eglot-1.9';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'listwright-editor-'));
  writeFileSync(join(folder, 'README.md'), '# Awesome Pots\n\n- [Pot](https://pot.test) - A pot without a full stop\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a headless editor prints with our settings; each is skipped where it is not installed. */
const printedBy = (program: string, args: readonly string[]): string =>
  execFileSync(program, [...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 600_000,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, LISTWRIGHT_COMMAND: `${process.execPath} ${root}dist/cli.js lsp` },
  });

describe('an editor that is installed', () => {
  test.skipIf(!runs('nvim'))('Neovim shows findings, offers fixes and takes them (skipped without nvim)', () => {
    const args = ['--headless', '--clean', '-c', `luafile ${root}editors/neovim/try.lua`, 'README.md'];
    const printed = printedBy('nvim', args);
    expect(printed).toMatch(/^3:\d+ description-end The description of `Pot` should end with a period/m);
    expect(printed).toMatch(/^action: source\.fixAll\.listwright /m);
    expect(printed).toMatch(/^fixed: true$/m);
  });

  test.skipIf(!runs('emacs') || !existsSync(emacs))('Emacs does, through Eglot (skipped without both)', () => {
    const args = ['--batch', '-l', 'package', '-f', 'package-initialize', '-l', `${root}editors/emacs/try.el`];
    const printed = printedBy('emacs', [...args, 'README.md']);
    expect(printed).toMatch(/^3 listwright \[description-end\]/m);
    expect(printed).toMatch(/^fixed: true$/m);
  });
});

describe.skipIf(!existsSync(`${root}editors/vscode/node_modules`))(
  'the package for VS Code (skipped until npm run check:editors has installed what packs it)',
  () => {
    test('holds what is run, stays small, and its server answers', async () => {
      const shell = process.platform === 'win32';
      execFileSync('npm', ['run', 'package'], { cwd: `${root}editors/vscode`, shell, stdio: 'pipe' });
      const archive = readFileSync(`${root}editors/vscode/dist/listwright-${version}.vsix`);
      expect(await troubleOfVsix(archive, version)).toEqual([]);
      expect(await troubleOfVsix(archive, '99.0.0')).toEqual([`its version is ${version}, 99.0.0 is released`]);
    });
  },
);
