import { stat } from 'node:fs/promises';
import { UserError } from '../model/trouble.js';
import { reasonOf } from './read.js';

/** Writes a file whole or not at all, and keeps its mode. Throws a UserError where it may not be written. */
export async function writeText(path: string, text: string): Promise<void> {
  const { default: writeFileAtomic } = await import('write-file-atomic');
  try {
    const facts = await stat(path).catch(() => null);
    if (facts?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    // Pipes and devices (/dev/stdout, /proc/self/fd/3) cannot be replaced by another file.
    if (facts !== null && !facts.isFile()) {
      const { writeFile } = await import('node:fs/promises');
      await writeFile(path, text);
    } else await writeFileAtomic(path, text, 'utf8');
  } catch (error) {
    throw new UserError(`${path}: it cannot be written: ${reasonOf(error as NodeJS.ErrnoException)}`);
  }
}
