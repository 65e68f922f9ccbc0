import { createHash } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from './write.js';

/** More than this is no result of ours. */
const maxBytes = 50_000_000;

/** Keeps one text for each file name in a folder outside of any repository. What cannot be kept is not kept: no one needs to know. */
export function openCacheStore(folder: string) {
  const fileFor = (file: string): string => join(folder, `${createHash('sha256').update(file).digest('hex')}.json`);
  return {
    async read(file: string): Promise<string | null> {
      try {
        const place = fileFor(file);
        const facts = await stat(place);
        return facts.isFile() && facts.size <= maxBytes ? await readFile(place, 'utf8') : null;
      } catch {
        return null;
      }
    },
    async write(file: string, text: string): Promise<void> {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeWhole(fileFor(file), text, 0o600);
      } catch {
        // A full or read-only disk only makes the next run slower.
      }
    },
  };
}
