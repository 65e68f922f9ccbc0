import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import leven from 'leven';
import { UserError } from '../model/errors.js';
import { type RemoteList, readRemote, remotePath } from '../model/remote.js';
import { reasonOf } from './read.js';

/** The maximum number of names in a message. */
const most = 4;

const isMarkdown = (name: string): boolean => /\.(?:md|markdown|mkdn?|mdown)$/i.test(name);

/** True for a name that may be a list: Markdown, no ending at all, or a README whose ending is a language, such as README.pt-BR. */
function mayBeList(name: string): boolean {
  if (isMarkdown(name) || /\.(?:mdx|mdwn|mdtxt|mdtext)$/i.test(name) || !/[^.]\.[^.]+$/.test(name)) return true;
  return /^readme\.(?!js|ts|py|rb|go|rs|cs|tf)[a-z]{2}(?:[-_][a-z]{2,4})?$/i.test(name);
}

function refuseOther(path: string): void {
  if (!mayBeList(basename(path)))
    throw new UserError(
      `${path}: this is not a Markdown file; pass a file that ends in .md, or use - to read Markdown from standard input`,
    );
}

/** ` (did you mean "x"?)` for the file or folder with a name similar to a missing path; empty when none is near. */
export async function nearbyName(path: string, cwd: string): Promise<string> {
  const file = resolve(cwd, path);
  const name = basename(file).toLowerCase();
  let best: string | null = null;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of await namesIn(dirname(file))) {
    const distance = leven(name, candidate.toLowerCase(), { maxDistance: least });
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best === null ? '' : ` (did you mean "${join(dirname(path), best)}"?)`;
}

/** What a folder without a README offers instead, in words that follow a semicolon. */
export async function alternativesIn(folder: string, named: string): Promise<string> {
  const files = (await namesIn(folder)).filter(isMarkdown).sort();
  const [first, ...others] = files.map((name) => join(named, name));
  if (first === undefined) return 'it contains no Markdown file either; name a list or another folder';
  const shown = [first, ...others.slice(0, most - 1)].join(', ');
  const more = files.length > most ? ` and ${files.length - most} more` : '';
  return files.length === 1 ? `name a file, like ${first}` : `name one of its files: ${shown}${more}`;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  // A name may hold what a terminal would obey.
  return names.filter((name) => !/[\u0000-\u001F\u007F-\u009F]/.test(name));
}

/** One list to read: a file, or standard input under its assumed name. */
export interface Input {
  /** As reports name it: relative to the working directory where it lies below, with forward slashes. */
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  readonly stdin: boolean;
  /** Where on GitHub the list is; null for one that is here. */
  readonly remote: RemoteList | null;
}

/**
 * Finds the lists that the arguments name; none given means the README of the working directory. Each file comes once. Throws
 * a UserError for an argument that names no list, or hands it to `onMissing` and goes on.
 */
export async function findInputs(
  paths: readonly string[],
  cwd: string,
  stdinFilename: string,
  onMissing?: (error: UserError) => void,
): Promise<readonly Input[]> {
  const found = new Map<string, Input>();
  const add = (file: string, stdin = false): void => {
    const shown = relative(cwd, file);
    const path = (shown.startsWith(`..${sep}..`) ? file : shown || file).split(sep).join('/');
    if (!found.has(file)) found.set(file, { path, file, stdin, remote: null });
  };
  const find = async (path: string): Promise<void> => {
    if (path === '-') return add(resolve(cwd, stdinFilename), true);
    const remote = remoteOf(path, cwd);
    if (remote === null) for (const file of await filesOf(path, cwd)) add(file);
    else found.set(remotePath(remote), { path: remotePath(remote), file: remotePath(remote), stdin: false, remote });
  };
  for (const path of paths.length === 0 ? ['.'] : paths) {
    try {
      await find(path);
    } catch (error) {
      if (onMissing === undefined || !(error instanceof UserError)) throw error;
      onMissing(error);
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
  if (facts !== null) {
    refuseOther(path);
    return [file];
  }
  if (/[*?[\]{}!]/.test(path)) {
    const { glob } = await import('tinyglobby');
    const files = await glob(path.split(sep).join('/'), {
      cwd,
      absolute: true,
      dot: false,
      ignore: ['**/node_modules/**'],
      expandDirectories: false,
      // A link may lead anywhere, also back to where it is.
      followSymbolicLinks: false,
    });
    if (files.length === 0) throw new UserError(`${path}: no file matches this pattern`);
    const lists = files.filter((each) => mayBeList(basename(each)));
    if (lists.length === 0) throw new UserError(`${path}: no Markdown file matches this pattern`);
    return lists.map((each) => resolve(each)).sort();
  }
  if (/^[a-z]+:\/\//i.test(path))
    throw new UserError(
      `${path}: only READMEs on GitHub are fetched, such as owner/repo or https://github.com/owner/repo; download this one to a file`,
    );

  throw new UserError(`${path}: no such file or directory${await nearbyName(path, cwd)}`);
}

/** GitHub's order: README.md before others, whatever the case. */
async function readmeOf(folder: string, named: string): Promise<string> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`${named}: this folder cannot be read: ${reasonOf(error)}`);
  });
  const readmes = names.filter((name) => /^readme(?:\.(?:md|markdown|mkdn?|mdown))?$/i.test(name)).sort();
  const best = readmes.find((name) => /\.md$/i.test(name)) ?? readmes[0];
  if (best === undefined) {
    throw new UserError(`${named}: no README in this folder; ${await alternativesIn(folder, named)}`);
  }
  return join(folder, best);
}
