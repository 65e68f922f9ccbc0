import { lstat, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** No settings are larger. */
const maxBytes = 200_000;
/** More files of one kind are not read. */
const maxFiles = 200;

/** A file below a folder; null for the text of one that is too large. */
export interface ConfigFileText {
  /** From the folder, with forward slashes. */
  readonly path: string;
  readonly text: string | null;
}

/** Reads the files that match, in the order of the globs. What is no plain file of that folder, or cannot be read, is passed over. */
export async function readConfigFiles(folder: string, globs: readonly string[]): Promise<readonly ConfigFileText[]> {
  const top = await realpath(folder);
  const found: ConfigFileText[] = [];
  const paths: string[] = [];
  for (const glob of globs) paths.push(...(/[*{]/.test(glob) ? await matching(folder, glob) : [glob]));
  for (const path of [...new Set(paths)].slice(0, maxFiles)) {
    try {
      const file = join(folder, path);
      const facts = await lstat(file);
      if (!facts.isFile() || !(await realpath(file)).startsWith(top + sep)) continue;
      found.push({
        path,
        text: facts.size > maxBytes ? null : (await readFile(file)).toString('utf8').replace(/^\uFEFF/, ''),
      });
    } catch {
      // It is not there, or not for this user.
    }
  }
  return found;
}

async function matching(folder: string, glob: string): Promise<readonly string[]> {
  const { glob: find } = await import('tinyglobby');
  const paths = await find(glob, { cwd: folder, dot: true, followSymbolicLinks: false, expandDirectories: false });
  return paths.sort();
}
