import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { version } from '../src/model/version.js';
import { environmentIn, oneError } from './cli/command.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const isWindows = process.platform === 'win32';

/** Runs a program to its end; `shell` because npm is a script on Windows. */
function run(cwd: string, program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const options = { cwd, env: { ...environmentIn(cwd), ...env }, encoding: 'utf8', shell: isWindows } as const;
  const { status, stdout, stderr, error } = spawnSync(program, args, options);
  return { status: error === undefined ? status : -1, text: `${stdout}${stderr}` };
}

/** Why these tests do not run here; null where they do. They install all packages for development, three times. */
function reasonToSkip(): string | null {
  if (!process.env.LISTWRIGHT_TEST_INSTALL)
    return 'set LISTWRIGHT_TEST_INSTALL=1 to run; needs minutes, and a registry';
  if (run(root, 'git', ['rev-parse', 'HEAD']).status !== 0) return 'this folder is not a git repository';
  return null;
}

const reason = reasonToSkip();
const preCommit = process.env.PRE_COMMIT ?? 'pre-commit';

describe.skipIf(reason !== null)(`installed from git${reason === null ? '' : ` (${reason})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'listwright-install-'));
  const repository = join(folder, 'repository');
  const long = 900_000;

  beforeAll(() => {
    // What is committed is installed, and nothing else that is in the folder.
    expect(run(folder, 'git', ['clone', '--quiet', '--no-local', root, repository])).toMatchObject({ status: 0 });
  });

  test.each([
    ['in a project', [], 'node_modules/.bin'],
    ['globally', ['--global', '--prefix', '.'], isWindows ? '.' : 'bin'],
  ])('%s', { timeout: long }, (_, options, bin) => {
    const project = mkdtempSync(join(folder, 'project-'));
    writeFileSync(join(project, 'package.json'), '{ "private": true }');
    const url = `git+${pathToFileURL(repository).href}`;
    const installed = run(project, 'npm', ['install', '--no-audit', '--no-fund', ...options, url]);
    expect(installed.status, installed.text).toBe(0);
    const command = join(project, bin, 'listwright');
    expect(run(project, command, ['--version']).text).toBe(`${version}\n`);
    writeFileSync(join(project, 'README.md'), oneError);
    expect(run(project, command, ['lint'])).toMatchObject({
      status: 1,
      text: expect.stringContaining('fragment-resolves'),
    });
  });

  const hasPreCommit = reason === null && run(root, preCommit, ['--version']).status === 0;
  test.skipIf(!hasPreCommit)(
    `by pre-commit${hasPreCommit ? '' : ' (it is not here: pip install pre-commit, or name it in PRE_COMMIT)'}`,
    { timeout: long },
    () => {
      const project = mkdtempSync(join(folder, 'hooked-'));
      const rev = run(repository, 'git', ['rev-parse', 'HEAD']).text.trim();
      const hook = { repos: [{ repo: repository, rev, hooks: [{ id: 'listwright' }] }] };
      writeFileSync(join(project, '.pre-commit-config.yaml'), JSON.stringify(hook));
      writeFileSync(join(project, 'README.md'), oneError);
      writeFileSync(join(project, 'notes.md'), '[not](#a-list)\n');
      for (const args of [
        ['init', '--quiet'],
        ['add', '.'],
      ])
        run(project, 'git', args);
      const env = { PRE_COMMIT_HOME: join(folder, 'pre-commit') };
      const failed = run(project, preCommit, ['run', '--all-files'], env);
      expect(failed.text).toMatch(/listwright lint\.*Failed/);
      expect(failed.text).toContain('fragment-resolves');
      expect(failed.text).not.toContain('notes.md');
      writeFileSync(join(project, 'README.md'), oneError.replace('[as a shuttle](#shuttle)', 'as a shuttle'));
      run(project, 'git', ['add', '.']);
      expect(run(project, preCommit, ['run', '--all-files'], env)).toMatchObject({ status: 0 });
    },
  );
});
