import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** The environment without what a run inside GitHub Actions or inside a hook of git would bring. */
export const bare: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^G(?:IT|ITHUB)_/.test(name)),
);

/** A folder with a repository in it. */
export interface Repository {
  readonly root: string;
  /** Runs git; its output without the final newline. */
  git(...args: string[]): string;
  /** Writes files of the work tree, and gives the absolute path of the first. */
  write(files: Readonly<Record<string, string | Uint8Array>>): string;
  /** Writes files, adds all there is, and gives the commit. */
  commit(files?: Readonly<Record<string, string | Uint8Array>>): string;
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is removed when the tests of the file are done. */
export function folder(): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'listwright-changes-')));
  made.push(path);
  return path;
}

/** The repository of a folder; a new one where none is named. */
export function repository(root?: string): Repository {
  const at = root ?? folder();
  const git = (...args: string[]): string => {
    const who = ['-c', 'user.name=Potter', '-c', 'user.email=potter@clay.test', '-c', 'commit.gpgSign=false'];
    const more = ['-c', 'protocol.file.allow=always', '-c', 'core.autocrlf=false'];
    return execFileSync('git', [...who, ...more, ...args], {
      cwd: at,
      env: bare,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).replace(/\n$/, '');
  };
  if (root === undefined) git('init', '-q', '-b', 'main');
  const write = (files: Readonly<Record<string, string | Uint8Array>>): string => {
    const paths = Object.entries(files).map(([path, text]) => {
      const file = join(at, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    });
    return paths[0] ?? at;
  };
  const commit = (files: Readonly<Record<string, string | Uint8Array>> = {}): string => {
    write(files);
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', 'A change');
    return git('rev-parse', 'HEAD');
  };
  return { root: at, git, write, commit };
}
