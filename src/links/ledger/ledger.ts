import { mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../../model/errors.js';
import type { Evidence } from '../../model/evidence.js';
import { evidenceLine } from '../../text/evidence-line.js';
import { NotALedger, readLedgerFile, rewriteLedgerFile } from './file.js';
import { openJournal } from './journal.js';
import { withLock } from './lock.js';
import { type LedgerRecord, readRecord, timeOf } from './record.js';

export type { LedgerRecord } from './record.js';

/** The memory of earlier verdicts: JSON Lines, sorted by URL. */
export interface Ledger {
  find(url: string): LedgerRecord | null;
  /** Keeps a verdict; what comes after `save` or `discard` has begun is dropped. */
  record(record: LedgerRecord): void;
  /** Writes what was recorded, joined with what another run wrote meanwhile. Throws a UserError where it may not be written. */
  save(): Promise<void>;
  /** Forgets what was recorded in this run. */
  discard(): Promise<void>;
  /** What was wrong with the file, in a sentence; null when nothing was. */
  readonly problem: string | null;
}

/** Milliseconds by which clocks of two machines may differ. */
const slack = 60_000;
/** A URL that no list has named for so long is dropped, in milliseconds: 180 days. */
const keptFor = 180 * 86_400_000;

/** What opening a ledger needs. */
export interface LedgerOptions {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The URLs that will be asked for, so that no others are held in memory; all where it is left out. */
  readonly wanted?: ReadonlySet<string>;
  /** How long a verdict is reused, in milliseconds; what is younger than twice that is kept. */
  readonly maxAge?: number;
  /** True for the ledger of the user's cache folder: what is there instead of one is renamed, since only this program writes there. Default: false. */
  readonly isCached?: boolean;
  /** True to write nothing: `save` and `discard` then do nothing. Default: false. */
  readonly readOnly?: boolean;
}

/** Opens a ledger; a line that is not valid is left out. Throws a UserError for a file that is not a ledger, or that may not be written. */
export async function openLedger(path: string, options: LedgerOptions): Promise<Ledger> {
  const { now, wanted, maxAge = 0, isCached = false, readOnly = false } = options;
  const known = new Map<string, LedgerRecord>();
  const keep = (record: LedgerRecord): void => {
    if (wanted === undefined || wanted.has(record.url)) known.set(record.url, record);
  };
  const problem = await readLedgerFile(path, keep).catch((error: unknown) => {
    if (!(error instanceof NotALedger) || !isCached) throw error;
    return readOnly ? `${path} is not a ledger, so no earlier results are known` : renamed(path, now());
  });
  if (!readOnly) await assertWritable(path);
  const journal = await openJournal(path);
  const fresh = new Map<string, LedgerRecord>();
  const left = new Map<string, LedgerRecord>();
  for (const line of journal.left) {
    const record = readRecord(line);
    if (record !== null) left.set(record.url, record);
  }
  /** The later of two records; one from the future was written by a clock that went wrong. */
  const isLater = (one: LedgerRecord | undefined, other: LedgerRecord): boolean =>
    one === undefined || timeOf(one.checkedAt) <= timeOf(other.checkedAt) || timeOf(one.checkedAt) > now() + slack;
  for (const record of left.values()) if (isLater(known.get(record.url), record)) keep(record);
  let isClosed = false;
  return {
    find: (url) => fresh.get(url) ?? known.get(url) ?? null,
    record(record) {
      if (isClosed) return;
      const stored = { ...record, evidence: record.evidence.map(withoutSecretsIn) };
      fresh.set(record.url, stored);
      if (!readOnly) journal.add(JSON.stringify(stored));
    },
    discard: async () => {
      isClosed = true;
      if (!readOnly) await journal.close(false);
    },
    async save() {
      isClosed = true;
      if (readOnly) return;
      if (fresh.size === 0 && left.size === 0) {
        await journal.close(true);
        return;
      }
      const oldest = now() - Math.max(keptFor, 2 * maxAge);
      await withLock(`${path}.lock`, now, async (held) => {
        await rewriteLedgerFile(path, [...left.values(), ...fresh.values()], {
          isLater,
          isKept: ({ checkedAt }) => timeOf(checkedAt) >= oldest,
          beforeReplacing: () => held.assert(),
        });
        await journal.close(true);
      }).catch((error: NodeJS.ErrnoException) => {
        if (error instanceof UserError) throw error;
        throw new UserError(`ledger: ${path} cannot be written (${error.code ?? error.message})`);
      });
    },
    problem,
  };
}

/** Renames a file that is not a ledger; says so in a sentence. */
async function renamed(path: string, now: number): Promise<string> {
  const aside = `${path}.broken-${new Date(now).toISOString().replace(/[:.]/g, '-')}`;
  await rename(path, aside).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`ledger: ${path} is not a ledger and cannot be renamed (${error.code})`);
  });
  return `${path} is not a ledger; it was renamed to ${aside}, and a new ledger was started`;
}

/** Evidence as it may be kept: each text on one short line, without passwords. */
function withoutSecretsIn(evidence: Evidence): Evidence {
  return textsShortened(evidence) as Evidence;
}

function textsShortened(value: unknown): unknown {
  if (typeof value === 'string') return evidenceLine(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(textsShortened);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, textsShortened(each)]));
}

async function assertWritable(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const facts = await stat(path).catch(() => null);
    if (facts?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    const { access, constants } = await import('node:fs/promises');
    // The new file takes the place of the old one, and the lock is next to it.
    await access(dirname(path), constants.W_OK);
    if (facts !== null) await access(path, constants.W_OK);
  } catch (error) {
    throw new UserError(
      `ledger: ${path} cannot be written (${(error as NodeJS.ErrnoException).code}); use another file, or pass --no-ledger`,
    );
  }
}
