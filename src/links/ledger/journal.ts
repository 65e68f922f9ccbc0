import { appendFileSync } from 'node:fs';
import { lstat, readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { append } from '../../text/append.js';
import { isAlive } from './lock.js';

/** Verdicts as they come, next to the ledger: what a run that is killed leaves behind, the next one takes in. */
export interface Journal {
  /** Adds one line; what cannot be written is left to the ledger itself. */
  add(line: string): void;
  /** Lines of runs that ended without saving, each file's in its order. */
  readonly left: readonly string[];
  /** Forgets this run's journal, and those that were left when their lines are in the ledger. */
  close(settled: boolean): Promise<void>;
}

/** Lines are written when so many have come, or so many milliseconds have passed. */
const together = 64;
const patience = 50;

/** Opens this process's journal next to a ledger and reads those of processes that are gone. */
export async function openJournal(ledger: string): Promise<Journal> {
  const mine = `${ledger}.${process.pid}.journal`;
  const prefix = `${basename(ledger)}.`;
  const found: string[] = [];
  const left: string[] = [];
  for (const name of await readdir(dirname(ledger)).catch(() => [])) {
    const pid = name.startsWith(prefix) ? /^(\d+)\.journal$/.exec(name.slice(prefix.length))?.[1] : undefined;
    // A journal under our own id was left by another process that had it before.
    if (pid === undefined || (Number(pid) !== process.pid && isAlive(Number(pid)))) continue;
    const path = join(dirname(ledger), name);
    // A pipe would wait for a writer.
    if ((await lstat(path).catch(() => null))?.isFile() !== true) continue;
    found.push(path);
    append(
      left,
      (await readFile(path, 'utf8').catch(() => '')).split('\n').filter((line) => line !== ''),
    );
  }
  let waiting: string[] = [];
  let timer: NodeJS.Timeout | null = null;
  const flush = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting.length === 0) return;
    try {
      // One write, so that no other process's line comes between; what was handed over survives a kill.
      appendFileSync(mine, `${waiting.join('\n')}\n`);
    } catch {
      // A full disk: the ledger will say so when it is saved.
    }
    waiting = [];
  };
  return {
    left,
    add(line) {
      waiting.push(line);
      if (waiting.length >= together) flush();
      else timer ??= setTimeout(flush, patience).unref();
    },
    async close(settled) {
      if (timer !== null) clearTimeout(timer);
      waiting = [];
      // A folder of that name is not of ours.
      await Promise.all([mine, ...(settled ? found : [])].map((path) => rm(path, { force: true }).catch(() => {})));
    },
  };
}
