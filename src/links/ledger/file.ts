import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../../model/errors.js';
import { plural } from '../../text/plural.js';
import { type LedgerRecord, readRecord } from './record.js';

/** The first line of every ledger. */
export const ledgerHeader = '{"listwright-ledger":1}';
const maxLine = 65_536;
/** Lines are written together until they have so many UTF-16 units. */
const together = 1_000_000;

/** The error of a file that has content and is not a ledger, which is never renamed or overwritten. */
export class NotALedger extends UserError {
  constructor(path: string) {
    super(`ledger: ${path} is not a ledger and was left unchanged; pass another file`);
  }
}

/**
 * Reads a ledger file record by record, so that its size does not count; gives what is wrong with it in a sentence, or null for
 * nothing. Rejects with a UserError where it cannot be read, a NotALedger for another file.
 */
export async function readLedgerFile(
  path: string,
  onRecord: (record: LedgerRecord, line: string) => void,
): Promise<string | null> {
  const facts = await stat(path).catch(() => null);
  if (facts === null || facts.isDirectory()) return null;
  if (!facts.isFile()) throw new UserError(`ledger: ${path} is not a regular file`);
  let isHeader = true;
  let dropped = 0;
  try {
    for await (const line of linesOf(path)) {
      if (isHeader && line?.trim() !== ledgerHeader) {
        if (line?.trim() === '') continue;
        throw new NotALedger(path);
      }
      if (isHeader) isHeader = false;
      else if (line !== '') {
        const record = line === null ? null : readRecord(line);
        if (record === null || line === null) dropped++;
        else onRecord(record, line);
      }
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`ledger: ${path} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  return dropped === 0 ? null : `${path}: ${plural(dropped, 'invalid line was', 'invalid lines were')} ignored`;
}

/** Throws a NotALedger for a file that has content and is not a ledger. */
export async function mustBeLedger(path: string): Promise<void> {
  const facts = await stat(path).catch(() => null);
  if (facts === null || !facts.isFile()) return;
  for await (const line of linesOf(path)) {
    if (line?.trim() === '') continue;
    if (line?.trim() === ledgerHeader) return;
    throw new NotALedger(path);
  }
}

/** How a ledger file is joined with new records. */
export interface Rewriting {
  readonly isLater: (one: LedgerRecord | undefined, other: LedgerRecord) => boolean;
  readonly isKept: (record: LedgerRecord) => boolean;
  /** Called when the new file is whole, before it takes the place of the old one. */
  readonly beforeReplacing: () => Promise<void>;
}

/**
 * Writes a ledger file from its records, sorted by URL, whole or not at all. Rows that are in order are passed through
 * line by line; only a file that another program has put in disorder is held in memory.
 */
export async function rewriteLedgerFile(
  path: string,
  records: readonly LedgerRecord[],
  { isLater, isKept, beforeReplacing }: Rewriting,
): Promise<void> {
  const place = await realpath(path).catch(() => path);
  const draft = `${place}.${randomUUID()}.part`;
  const fresh = newest(records, isLater);
  await removeDrafts(place);
  try {
    const isSorted = await writeMerged(draft, rowsOf(place), fresh, { isLater, isKept });
    if (!isSorted) {
      const all: LedgerRecord[] = [];
      await readLedgerFile(place, (record) => all.push(record));
      await writeMerged(draft, emptyRows(), newest([...all, ...records], isLater), { isLater, isKept });
    }
    const mode = (await stat(place).catch(() => null))?.mode;
    if (mode !== undefined) await chmod(draft, mode & 0o777);
    await beforeReplacing();
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Removes drafts of runs that were killed while they wrote: only the holder of the lock makes any. */
async function removeDrafts(place: string): Promise<void> {
  const prefix = `${basename(place)}.`;
  for (const name of await readdir(dirname(place)).catch(() => []))
    if (name.startsWith(prefix) && /^[\da-f-]{36}\.part$/.test(name.slice(prefix.length)))
      // What cannot be removed is not our draft.
      await rm(join(dirname(place), name), { force: true }).catch(() => {});
}

/** A row of a ledger file. */
interface LedgerRow {
  readonly record: LedgerRecord;
  readonly line: string;
}

/** Merges rows that are sorted by URL with records that are; false when the rows turn out not to be. */
async function writeMerged(
  draft: string,
  rows: AsyncIterable<LedgerRow>,
  fresh: readonly LedgerRecord[],
  { isLater, isKept }: Pick<Rewriting, 'isLater' | 'isKept'>,
): Promise<boolean> {
  const handle = await open(draft, 'w');
  let text = `${ledgerHeader}\n`;
  const add = (record: LedgerRecord, line = JSON.stringify(record)): void => {
    if (isKept(record)) text += `${line}\n`;
  };
  try {
    let at = 0;
    let last: string | null = null;
    for await (const { record, line } of rows) {
      if (last !== null && record.url <= last) return false;
      last = record.url;
      for (let next = fresh[at]; next !== undefined && next.url < record.url; next = fresh[++at]) add(next);
      const same = fresh[at];
      if (same?.url === record.url) {
        at++;
        if (isLater(record, same)) add(same);
        else add(record, line);
      } else add(record, line);
      if (text.length > together) {
        await handle.appendFile(text);
        text = '';
      }
    }
    for (const record of fresh.slice(at)) add(record);
    await handle.appendFile(text);
    await handle.sync();
    return true;
  } finally {
    await handle.close();
  }
}

/** The latest record of each URL, sorted by URL. */
function newest(records: readonly LedgerRecord[], isLater: Rewriting['isLater']): readonly LedgerRecord[] {
  const byUrl = new Map<string, LedgerRecord>();
  for (const record of records) if (isLater(byUrl.get(record.url), record)) byUrl.set(record.url, record);
  return [...byUrl.values()].sort((a, b) => (a.url < b.url ? -1 : 1));
}

async function* rowsOf(path: string): AsyncGenerator<LedgerRow> {
  if ((await stat(path).catch(() => null)) === null) return;
  let isHeader = true;
  for await (const line of linesOf(path)) {
    if (isHeader && line?.trim() === '') continue;
    // Another program has put something else there since it was opened.
    if (isHeader && line?.trim() !== ledgerHeader) throw new NotALedger(path);
    const record = isHeader || line === null ? null : readRecord(line);
    isHeader = false;
    if (record !== null && line !== null) yield { record, line };
  }
}

async function* emptyRows(): AsyncGenerator<LedgerRow> {}

/** The lines of a file, one at a time; null in place of one that is longer than any of a ledger. */
async function* linesOf(path: string): AsyncGenerator<string | null> {
  let rest = '';
  let isTooLong = false;
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    const lines = (rest + (chunk as string)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      yield isTooLong || line.length > maxLine ? null : line.replace(/\r$/, '');
      isTooLong = false;
    }
    if (rest.length > maxLine) [rest, isTooLong] = ['', true];
  }
  if (isTooLong) yield null;
  else if (rest !== '') yield rest.length > maxLine ? null : rest.replace(/\r$/, '');
}
