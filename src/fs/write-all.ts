import { lstat, mkdir, readFile, realpath, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { UserError } from '../model/errors.js';
import { writeText } from './write.js';

/** A file to write, by its path from a folder, with forward slashes. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** Those of the paths that are taken. Throws a UserError for one that leads out of the folder through a symbolic link. */
export async function existingFiles(folder: string, paths: readonly string[]): Promise<readonly string[]> {
  const top = await realpath(folder);
  const taken: string[] = [];
  for (const path of paths) {
    const file = join(folder, path);
    const facts = await lstat(file).catch(() => null);
    if (facts?.isSymbolicLink()) throw new UserError(`${path}: is a symbolic link; its target is not written`);
    if (facts?.isDirectory()) throw new UserError(`${path}: is a folder; cannot write a file there`);
    const real = await realpath(await nearest(dirname(file)));
    if (real !== top && !real.startsWith(top + sep))
      throw new UserError(`${path}: its folder is a symbolic link that leads outside ${folder}; nothing is written`);
    if (facts !== null) taken.push(path);
  }
  return taken;
}

/** Writes all the files or none: when one fails, those before it are put back as they were. Throws a UserError. */
export async function writeAll(folder: string, files: readonly NewFile[]): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const { path, text } of files) {
      const file = join(folder, path);
      const before = await readFile(file).catch(() => null);
      const made = await makeFolder(dirname(file), path);
      if (made !== null) undo.push(() => rm(made, { recursive: true, force: true }));
      await writeText(file, text);
      undo.push(() => (before === null ? rm(file, { force: true }) : writeText(file, before.toString('utf8'))));
    }
  } catch (error) {
    for (const back of undo.reverse()) await back().catch(() => {});
    throw error;
  }
}

/** The first folder that had to be made; null where all were there. */
async function makeFolder(folder: string, path: string): Promise<string | null> {
  try {
    return (await mkdir(folder, { recursive: true })) ?? null;
  } catch (error) {
    throw new UserError(`${path}: its folder cannot be created (${(error as NodeJS.ErrnoException).code})`);
  }
}

async function nearest(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    if ((await lstat(at).catch(() => null)) !== null || relative(dirname(at), at) === '') return at;
  }
}
