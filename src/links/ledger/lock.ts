import { createHash, randomUUID } from 'node:crypto';
import { constants, readlinkSync } from 'node:fs';
import { link, open, readdir, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../../model/errors.js';

/** A lock of a living process that is older than this was left by another one of its id, in milliseconds. */
const staleAfter = 600_000;
/** A file that does not say who holds it is being written for no longer than this, in milliseconds. */
const writtenWithin = 2000;
/** How long to wait for another run to finish writing. */
const patience = 10_000;

/** A lock file, or a claim to be the next to have one. */
export interface Claim {
  /** Different for each file that was ever made at this path. */
  readonly id: string;
  readonly text: string;
  readonly modified: number;
}

/** What work under a lock may ask. */
export interface Held {
  /** Throws a UserError when another process has taken the lock over meanwhile, as after a machine was asleep. */
  assert(): Promise<void>;
}

/**
 * Does some work while no other process does. Throws a UserError when the lock cannot be had.
 *
 * A lock appears whole, by a hard link. A process that wants to replace or remove one first makes a claim, a file named by that
 * lock's id: only one process can, and as ids never come again, a lock that is still there after its claim was made is
 * changed by no other process. A claim of a process that is gone is replaced by a claim to that claim.
 */
export async function withLock(path: string, now: () => number, work: (held: Held) => Promise<void>): Promise<void> {
  const mine = await acquire(path, now);
  try {
    await removeLeftovers(path, mine, now);
    await work({
      async assert() {
        if ((await readClaim(path))?.id !== mine.id)
          throw new UserError(`ledger: another run has taken over ${path} while this one was suspended`);
      },
    });
  } finally {
    await release(path, mine, now);
  }
}

async function acquire(path: string, now: () => number): Promise<Claim> {
  const until = Date.now() + patience;
  for (;;) {
    const made = await put(path, now);
    if (made !== null) return made;
    const seen = await readClaim(path);
    if (seen === null) continue;
    const taken = isStale(seen, now()) ? await takeOver(path, seen, now) : null;
    if (taken !== null) return taken;
    if (Date.now() > until)
      throw new UserError(`ledger: another run holds ${path}; if none is running, delete that file`);
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 30));
  }
}

/** Replaces a lock whose holder is gone; null where another process does, or has done. */
async function takeOver(path: string, lock: Claim, now: () => number): Promise<Claim | null> {
  const chain: { readonly at: string; readonly claim: Claim }[] = [{ at: path, claim: lock }];
  for (;;) {
    const last = chain.at(-1)?.claim ?? lock;
    const at = claimOf(path, last);
    const made = await put(at, now);
    if (made === null) {
      const other = await readClaim(at);
      if (other === null || !isStale(other, now())) return null;
      chain.push({ at, claim: other });
      continue;
    }
    const seen = await Promise.all(chain.map((each) => readClaim(each.at)));
    if (!chain.every(({ claim }, index) => seen[index]?.id === claim.id)) {
      await rm(at, { force: true });
      return null;
    }
    await rename(at, path);
    for (const each of chain.slice(1)) await rm(each.at, { force: true });
    return made;
  }
}

/** Removes the lock where it is still this process's own. */
async function release(path: string, mine: Claim, now: () => number): Promise<void> {
  const at = claimOf(path, mine);
  const made = await put(at, now).catch(() => 'no space' as const);
  if (made === null) return;
  // Without disk space for a claim, a lock that is too young for others to take is removed.
  const isYoung = Math.abs(Date.now() - mine.modified) < staleAfter / 2;
  if ((made !== 'no space' || isYoung) && (await readClaim(path))?.id === mine.id) await rm(path, { force: true });
  await rm(at, { force: true });
}

/** Removes claims and halves of files that processes left which were ended; only the holder of the lock may. */
async function removeLeftovers(path: string, mine: Claim, now: () => number): Promise<void> {
  const prefix = `${basename(path)}.`;
  for (const name of await readdir(dirname(path)).catch(() => [])) {
    if (!name.startsWith(prefix) || !/\.(?:next|new)$/.test(name)) continue;
    const file = join(dirname(path), name);
    if (file === claimOf(path, mine)) continue;
    const claim = await readClaim(file).catch(() => null);
    if (claim !== null && isStale(claim, now())) await rm(file, { force: true });
  }
}

/** The file that a process makes to be the next after this one. */
export function claimOf(path: string, { id }: Claim): string {
  return `${path}.${id}.next`;
}

/** Makes a file that names this process, whole or not at all; null where there is one. Rejects with the system's error. */
async function put(path: string, now: () => number): Promise<Claim | null> {
  const text = JSON.stringify({ pid: process.pid, host: processSpace(), at: now(), token: randomUUID() });
  const draft = `${path}.${randomUUID()}.new`;
  try {
    const made = await write(draft, text);
    try {
      await link(draft, path);
      return made;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') return null;
      // The draft is gone when the holder of the lock removed it as a leftover.
      if (code === 'ENOENT') throw error;
    }
  } finally {
    await rm(draft, { force: true });
  }
  // A file system without hard links.
  try {
    return await write(path, text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw error;
  }
}

/** Writes a new file, and removes it again when the disk has no space for it. */
async function write(path: string, text: string): Promise<Claim> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(text);
    return claimIn(text, await handle.stat({ bigint: true }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** A lock of ours has some 150 bytes. */
const longest = 4096;
/** Opens neither a link nor a pipe that would wait for a writer; Windows has neither. */
const plainly = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** The file at a path; null for none. Throws a UserError for anything but a file, which we did not put there. */
export async function readClaim(path: string): Promise<Claim | null> {
  const handle = await open(path, plainly).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error.code === 'ELOOP' ? notALock(path) : error;
  });
  if (handle === null) return null;
  try {
    const facts = await handle.stat({ bigint: true });
    if (!facts.isFile()) throw notALock(path);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(longest), 0, longest, 0);
    return claimIn(buffer.toString('utf8', 0, bytesRead), facts);
  } finally {
    await handle.close();
  }
}

function notALock(path: string): UserError {
  return new UserError(`ledger: ${path} is not a regular file; delete it`);
}

function claimIn(
  text: string,
  facts: { readonly ino: bigint; readonly mtimeNs: bigint; readonly mtimeMs: bigint },
): Claim {
  const hash = createHash('sha256').update(`${facts.ino} ${facts.mtimeNs} ${text}`).digest('hex');
  return { id: hash.slice(0, 16), text, modified: Number(facts.mtimeMs) };
}

/** True when the process that a file names is gone, or has had it for too long. */
function isStale({ text, modified }: Claim, now: number): boolean {
  let holder: { readonly pid?: unknown; readonly at?: unknown; readonly host?: unknown } | null;
  try {
    holder = JSON.parse(text) as typeof holder;
  } catch {
    holder = null;
  }
  const pid = Number.isSafeInteger(holder?.pid) ? Number(holder?.pid) : 0;
  if (holder === null || pid <= 0 || typeof holder.at !== 'number')
    return Math.abs(Date.now() - modified) > writtenWithin;
  if (Math.abs(now - holder.at) > staleAfter) return true;
  // Another machine's processes cannot be seen from here, nor can another container's.
  return (holder.host === undefined || holder.host === processSpace()) && !isAlive(pid);
}

/** Where an id names one process: a machine, and on Linux its namespace of processes (pid_namespaces(7)), as containers share host names. */
export function processSpace(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
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
