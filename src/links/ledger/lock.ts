import { open, readFile, rm } from 'node:fs/promises';
import { UserError } from '../../model/errors.js';

/** A lock older than this belongs to nobody any more, in milliseconds. */
const staleAfter = 600_000;
/** How long to wait for another run to finish writing. */
const patience = 10_000;

/** Does some work while no other process does: a file made with O_EXCL holds the process id and the time. Throws a UserError when it cannot be had. */
export async function withLock(path: string, now: () => number, work: () => Promise<void>): Promise<void> {
  const until = Date.now() + patience;
  for (;;) {
    try {
      const handle = await open(path, 'wx');
      await handle.writeFile(JSON.stringify({ pid: process.pid, at: now() }));
      await handle.close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (await isStale(path, now())) await rm(path, { force: true });
      else if (Date.now() > until)
        throw new UserError(`ledger: another run holds ${path}; when none is running, delete it`);
      else await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  try {
    await work();
  } finally {
    await rm(path, { force: true });
  }
}

/** True when the process that holds a lock is gone, or has held it for too long. */
async function isStale(path: string, now: number): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return false;
  let holder: { readonly pid?: unknown; readonly at?: unknown };
  try {
    holder = JSON.parse(text) as typeof holder;
  } catch {
    // Made a moment ago and not written yet; or broken, and then time tells.
    return false;
  }
  if (typeof holder.at !== 'number' || Math.abs(now - holder.at) > staleAfter) return true;
  return !isAlive(Number(holder.pid));
}

/** True unless there is surely no process of this id. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
