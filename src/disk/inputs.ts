import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type RemoteList, readRemote, remotePath } from '../model/remote.js';
import { UserError } from '../model/trouble.js';
import { reasonOf } from './read.js';

/** One list to read: a file, or standard input under the name it stands for. */
export interface Input {
  /** As reports name it: relative to the working directory where it lies below, with forward slashes. */
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  readonly stdin: boolean;
  /** Where on GitHub the list is; null for one that is here. */
  readonly remote: RemoteList | null;
}

/** Finds the lists that the arguments name; none given means the README of the working directory. Each file comes once. */
export async function findInputs(
  paths: readonly string[],
  cwd: string,
  stdinFilename: string,
): Promise<readonly Input[]> {
  const found = new Map<string, Input>();
  const add = (file: string, stdin = false): void => {
    const shown = relative(cwd, file);
    const path = (shown.startsWith(`..${sep}..`) ? file : shown || file).split(sep).join('/');
    if (!found.has(file)) found.set(file, { path, file, stdin, remote: null });
  };
  for (const path of paths.length === 0 ? ['.'] : paths) {
    if (path === '-') add(resolve(cwd, stdinFilename), true);
    else {
      const remote = remoteOf(path, cwd);
      if (remote === null) for (const file of await filesOf(path, cwd)) add(file);
      else found.set(remotePath(remote), { path: remotePath(remote), file: remotePath(remote), stdin: false, remote });
    }
  }
  return [...found.values()];
}

/** The list on GitHub that an argument names; a file or folder that is here comes first. */
export function remoteOf(path: string, cwd: string): RemoteList | null {
  if (existsSync(resolve(cwd, path))) return null;
  // `docs/guide.md` in a folder that is here is a slip, no repository.
  const isLocal = /^[^/:]+\/[^/]+\.(?:md|markdown)$/i.test(path) && existsSync(resolve(cwd, dirname(path)));
  return isLocal ? null : readRemote(path);
}

async function filesOf(path: string, cwd: string): Promise<readonly string[]> {
  const file = resolve(cwd, path);
  const facts = await stat(file).catch(() => null);
  if (facts?.isDirectory()) return [await readmeOf(file, path)];
  if (facts !== null) return [file];
  if (/[*?[\]{}!]/.test(path)) {
    const { glob } = await import('tinyglobby');
    const files = await glob(path.split(sep).join('/'), {
      cwd,
      absolute: true,
      dot: false,
      ignore: ['**/node_modules/**'],
      expandDirectories: false,
    });
    if (files.length === 0) throw new UserError(`${path}: no file matches this pattern`);
    return files.map((each) => resolve(each)).sort();
  }
  if (/^[a-z]+:\/\//i.test(path))
    throw new UserError(
      `${path}: only READMEs on GitHub are fetched, like owner/repo or https://github.com/owner/repo; save this one to a file`,
    );
  const { nearbyName } = await import('./nearby.js');
  throw new UserError(`${path}: there is no such file or folder${await nearbyName(path, cwd)}`);
}

/** GitHub's order: README.md before others, whatever the case. */
async function readmeOf(folder: string, named: string): Promise<string> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`${named}: this folder cannot be read: ${reasonOf(error)}`);
  });
  const readmes = names.filter((name) => /^readme(?:\.(?:md|markdown|mkdn?|mdown))?$/i.test(name)).sort();
  const best = readmes.find((name) => /\.md$/i.test(name)) ?? readmes[0];
  if (best === undefined) {
    const { offered } = await import('./nearby.js');
    throw new UserError(`${named}: there is no README in this folder; ${await offered(folder, named)}`);
  }
  return join(folder, best);
}
