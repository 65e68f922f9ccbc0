import { access, constants, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UserError } from '../model/errors.js';
import { reasonOf } from './read.js';

/** Writes a file whole or not at all, and keeps its mode; one with several hard links is written in place, so that it stays one file. Throws a UserError where it may not be written. */
export async function writeText(path: string, text: string): Promise<void> {
  try {
    const facts = await stat(path).catch(() => null);
    if (facts?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    // Pipes and devices (/dev/stdout, /proc/self/fd/3) cannot be replaced by another file.
    // Another name of the same file (a hard link) would keep the old text.
    if (facts !== null && (!facts.isFile() || facts.nlink > 1)) {
      const { open } = await import('node:fs/promises');
      // Opening a pipe that no program reads would wait for ever; this way the system refuses it.
      const reader = facts.isFIFO() ? await open(path, constants.O_WRONLY | constants.O_NONBLOCK) : null;
      await writeFile(path, text).finally(() => reader?.close());
    } else await writeWhole(path, text);
  } catch (error) {
    throw new UserError(`${path}: cannot be written: ${reasonOf(error as NodeJS.ErrnoException)}`);
  }
}

/**
 * Puts a file with a text in the place of another one, all of it or none; with `mode` in place of that of the file before. Rejects
 * with the error of the system. The library writes once, and the system may take a part where the disk is nearly full; Node's own
 * function writes until all is taken.
 */
export async function writeWhole(path: string, text: string, mode?: number): Promise<void> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  const tmpfileCreated = (file: string): Promise<void> => writeFile(file, text);
  await writeFileAtomic(path, '', mode === undefined ? { tmpfileCreated } : { tmpfileCreated, mode });
}

/**
 * Writes a fixed file in the place of the text it was made from; `path` is what messages call it. Throws a UserError when the file has changed since it
 * was read, or holds bytes that are no UTF-8 and would be lost.
 */
export async function replaceText(file: string, path: string, before: string, after: string): Promise<void> {
  await mustBeReplaceable(file, path, before);
  await writeText(file, after);
}

/** Throws the UserError with which `replaceText` would fail for a file that it may not write. */
export async function mustBeReplaceable(file: string, path: string, before: string): Promise<void> {
  try {
    const bytes = await readFile(file);
    if (!bytes.equals(Buffer.from(before))) {
      throw new UserError(
        bytes.toString('utf8') === before
          ? `${path}: contains bytes that are not UTF-8, which fixing would lose; save it as UTF-8 first`
          : `${path}: changed since it was read, so nothing was written; run the command again`,
      );
    }
    // A new file would take the place of one that no one may write to.
    await access(file, constants.W_OK);
    const facts = await stat(file);
    // It is made next to it, but for what is written in place.
    if (facts.isFile() && facts.nlink === 1) await access(dirname(file), constants.W_OK);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${path}: cannot be fixed: ${reasonOf(error as NodeJS.ErrnoException)}`);
  }
}

/** Throws a UserError where a file could not be written, before the work that fills it; with `makes` its folder is made. */
export async function mustBeWritable(path: string, makes = false): Promise<void> {
  const file = resolve(path);
  try {
    if (makes) await makeFolder(dirname(file));
    const facts = await stat(file).catch(missing);
    if (facts?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    await access(facts === null ? dirname(file) : file, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'its folder does not exist' : reasonOf(error as NodeJS.ErrnoException);
    throw new UserError(`${path}: cannot be written: ${reason}`);
  }
}

/** Makes a folder and those above it, one by one: Node's recursive mkdir never returns where the system makes none, as in /proc. */
async function makeFolder(folder: string): Promise<void> {
  if ((await stat(folder).catch(missing)) !== null) return;
  await makeFolder(dirname(folder));
  await mkdir(folder);
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
