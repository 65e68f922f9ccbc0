import { randomBytes } from 'node:crypto';
import { chmod, chown, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isAlive } from './is-alive.js';

/**
 * Puts a text in the place of a file, whole or not at all; mode and owner stay. The draft is a hidden file next to it, with the id
 * of this process, so that the next run removes what one that was killed has left.
 */
export async function replaceWhole(path: string, text: string): Promise<void> {
  const place = await realpath(path).catch(() => path);
  const [folder, prefix] = [dirname(place), `.${basename(place)}.`];
  await removeLeft(folder, prefix);
  const draft = join(folder, `${prefix}${process.pid}-${randomBytes(4).toString('hex')}.part`);
  const facts = await stat(place).catch(() => null);
  try {
    const handle = await open(draft, 'wx');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (facts !== null) {
      // Only root may give a file to others; the mode is set last, since a new owner takes special bits away.
      if (process.getuid?.() === 0) await chown(draft, facts.uid, facts.gid);
      await chmod(draft, facts.mode & 0o7777);
    }
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function removeLeft(folder: string, prefix: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = name.startsWith(prefix) ? /^(\d+)-[\da-f]{8}\.part$/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(folder, name), { force: true });
  }
}
