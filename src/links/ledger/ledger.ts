import { mkdir, readFile, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../../model/errors.js';
import { type Evidence, isEvidence } from '../../model/evidence.js';
import type { Reason } from '../../model/reasons.js';
import type { Redirect } from '../../model/verdict.js';
import { type VerdictName, verdictNames } from '../../model/verdict-names.js';
import { evidenceLine } from '../../text/evidence-line.js';
import { plural, pluralForm } from '../../text/plural.js';
import { openJournal } from './journal.js';
import { withLock } from './lock.js';

/** What is remembered of one address. Times are ISO 8601, UTC. */
export interface LedgerRecord {
  /** Normal form, without fragment. */
  readonly url: string;
  readonly verdict: VerdictName;
  readonly reason: Reason | null;
  readonly status: number | null;
  readonly finalUrl: string | null;
  readonly redirects: readonly Redirect[];
  readonly notes: readonly string[];
  /** The last few facts; sentences in records of before. */
  readonly evidence: readonly Evidence[];
  readonly checkedAt: string;
  readonly firstFailedAt: string | null;
  /** Failures in a row. */
  readonly failures: number;
  readonly firstAliveAt: string | null;
  readonly lastAliveAt: string | null;
  readonly title: string | null;
  /** The id that a host gives its own (a repository's node id). */
  readonly hostId: string | null;
  readonly vantage: 'ci' | 'local';
  /** `http`, or the adapter that was asked. */
  readonly probe: string;
  /** Milliseconds that asking took; null in records of before. */
  readonly durationMs: number | null;
  /** What a conditional request sends (RFC 9110, section 13); null where the server gave nothing. */
  readonly validators: { readonly etag: string | null; readonly lastModified: string | null } | null;
  /** Fragments that were there. */
  readonly fragments: readonly string[];
}

/** The memory of earlier verdicts: JSON Lines, sorted by URL. */
export interface Ledger {
  find(url: string): LedgerRecord | null;
  record(record: LedgerRecord): void;
  /** Writes what was recorded, joined with what another run wrote meanwhile. Throws a UserError where it may not be written. */
  save(): Promise<void>;
  /** Forgets what was recorded in this run. */
  discard(): Promise<void>;
  /** What was wrong with the file, in a sentence; null when nothing was. */
  readonly problem: string | null;
}

/** The first line of every ledger. */
export const ledgerHeader = '{"listwright-ledger":1}';
const maxBytes = 64_000_000;
const maxLine = 65_536;
/** Milliseconds by which clocks of two machines may differ. */
const slack = 60_000;

/** Opens a ledger. One that is no ledger is set aside under another name, not lost; a line that does not fit is left out. */
export async function openLedger(path: string, { now }: { readonly now: () => number }): Promise<Ledger> {
  const read = await readRecords(path);
  let { problem } = read;
  if (read.foreign) {
    const aside = `${path}.broken-${new Date(now()).toISOString().replace(/[:.]/g, '-')}`;
    await rename(path, aside).catch((error: NodeJS.ErrnoException) => {
      throw new UserError(`ledger: ${path} is not a ledger and cannot be renamed (${error.code})`);
    });
    problem = `${path} is not a ledger; it was renamed to ${aside}, and a new one was created`;
  }
  await assertWritable(path);
  const journal = await openJournal(path);
  const fresh = new Map<string, { readonly record: LedgerRecord; readonly line: string }>();
  const left = new Map<string, LedgerRecord>();
  for (const line of journal.left) {
    const record = readRecord(line);
    if (record !== null) left.set(record.url, record);
  }
  /** The later of two records; one from the future was written by a clock that went wrong. */
  const later = (one: LedgerRecord | undefined, other: LedgerRecord): boolean =>
    one === undefined || one.checkedAt <= other.checkedAt || Date.parse(one.checkedAt) > now() + slack;
  for (const [url, record] of left) if (later(read.records.get(url), record)) read.records.set(url, record);
  return {
    find: (url) => fresh.get(url)?.record ?? read.records.get(url) ?? null,
    record(record) {
      const stored = { ...record, evidence: record.evidence.map(withoutSecretsIn) };
      const line = JSON.stringify(stored);
      fresh.set(record.url, { record: stored, line });
      journal.add(line);
    },
    discard: () => journal.close(false),
    async save() {
      if (fresh.size === 0 && left.size === 0) return;
      const { default: writeFileAtomic } = await import('write-file-atomic');
      await withLock(`${path}.lock`, now, async () => {
        // What nobody wrote meanwhile need not be read again.
        const { records } = (await versionOf(path)) === read.version ? read : await readRecords(path);
        for (const [url, record] of left) if (later(records.get(url), record)) records.set(url, record);
        for (const [url, { record }] of fresh) if (later(records.get(url), record)) records.set(url, record);
        const lines = [...records.values()]
          .sort((a, b) => (a.url < b.url ? -1 : 1))
          .map((record) => {
            const own = fresh.get(record.url);
            return own?.record === record ? own.line : JSON.stringify(record);
          });
        await writeFileAtomic(path, `${[ledgerHeader, ...lines].join('\n')}\n`, 'utf8');
        await journal.close(true);
      }).catch((error: NodeJS.ErrnoException) => {
        if (error instanceof UserError) throw error;
        throw new UserError(`ledger: ${path} cannot be written (${error.code ?? error.message})`);
      });
    },
    problem,
  };
}

/** Evidence as it may be kept: each text on one short line, without passwords. */
function withoutSecretsIn(evidence: Evidence): Evidence {
  return textsShortened(evidence) as Evidence;
}

function textsShortened(value: unknown): unknown {
  if (typeof value === 'string') return evidenceLine(value);
  if (typeof value !== 'object' || value === null) return value;
  // Most evidence stays as it is, and is not copied.
  const changed = Object.entries(value).flatMap(([key, each]): [string, unknown][] => {
    const short = textsShortened(each);
    return short === each ? [] : [[key, short]];
  });
  if (changed.length === 0) return value;
  return Object.assign(Array.isArray(value) ? [...value] : { ...value }, Object.fromEntries(changed));
}

async function assertWritable(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const facts = await stat(path).catch(() => null);
    if (facts?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    await (await import('node:fs/promises')).access(facts === null ? dirname(path) : path, 2);
  } catch (error) {
    throw new UserError(
      `ledger: ${path} cannot be written (${(error as NodeJS.ErrnoException).code}); use another file, or pass --no-ledger`,
    );
  }
}

/** Tells whether a file is as it was; a ledger is never written in place. */
async function versionOf(path: string): Promise<string> {
  const facts = await stat(path).catch(() => null);
  return facts === null ? 'none' : `${facts.ino} ${facts.mtimeMs} ${facts.size}`;
}

async function readRecords(path: string): Promise<{
  readonly records: Map<string, LedgerRecord>;
  readonly foreign: boolean;
  readonly problem: string | null;
  readonly version: string;
}> {
  // Taken before the file is read: what comes later is another version.
  const version = await versionOf(path);
  const records = new Map<string, LedgerRecord>();
  const facts = await stat(path).catch(() => null);
  if (facts === null || facts.isDirectory()) return { records, foreign: false, problem: null, version };
  if (facts.size > maxBytes) return { records, foreign: true, problem: null, version };
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`ledger: ${path} cannot be read (${error.code})`);
  });
  if (text.trim() === '') return { records, foreign: false, problem: null, version };
  const [first, ...lines] = text.split('\n');
  if (first?.trim() !== ledgerHeader) return { records, foreign: true, problem: null, version };
  let dropped = 0;
  for (const line of lines) {
    if (line === '') continue;
    const record = line.length > maxLine ? null : readRecord(line);
    if (record === null) dropped++;
    else records.set(record.url, record);
  }
  const problem =
    dropped === 0
      ? null
      : `${path}: ${plural(dropped, 'invalid line', 'invalid lines')} ${pluralForm(dropped, 'was', 'were')} ignored`;
  return { records, foreign: false, problem, version };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isMaybeText = (value: unknown): value is string | null => value === null || isText(value);
const isAddress = (value: unknown): boolean => isText(value) && /^https?:\/\//i.test(value) && URL.canParse(value);
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

/** Reads one line of a ledger; null where anything does not fit. */
export function readRecord(line: string): LedgerRecord | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const record = value as Record<keyof LedgerRecord, unknown>;
  const isDate = (date: unknown): boolean => isText(date) && !Number.isNaN(Date.parse(date));
  const fits =
    isText(record.url) &&
    URL.canParse(record.url) &&
    verdictNames.includes(record.verdict as VerdictName) &&
    isMaybeText(record.reason) &&
    (record.status === null || Number.isSafeInteger(record.status)) &&
    (record.finalUrl === null || isAddress(record.finalUrl)) &&
    isTexts(record.notes) &&
    Array.isArray(record.evidence) &&
    record.evidence.every(isEvidence) &&
    Array.isArray(record.redirects) &&
    record.redirects.every(
      (hop: Redirect | null) => Number.isSafeInteger(hop?.status) && isText(hop?.url) && URL.canParse(hop.url),
    ) &&
    isDate(record.checkedAt) &&
    [record.firstFailedAt, record.firstAliveAt, record.lastAliveAt].every((date) => date === null || isDate(date)) &&
    Number.isSafeInteger(record.failures) &&
    Number(record.failures) >= 0 &&
    isMaybeText(record.title) &&
    isMaybeText(record.hostId) &&
    (record.vantage === 'ci' || record.vantage === 'local');
  if (!fits) return null;
  // Lines of before have no such keys.
  const { probe = 'http', validators = null, fragments = [], durationMs = null } = record;
  const tags = validators as Record<string, unknown> | null;
  const isTag = (tag: unknown): boolean => isMaybeText(tag) && !/[^\x20-\x7E]/.test(tag ?? '');
  if (!isText(probe) || !isTexts(fragments)) return null;
  if (durationMs !== null && !(Number.isFinite(durationMs) && Number(durationMs) >= 0)) return null;
  if (tags !== null && !(typeof tags === 'object' && isTag(tags.etag) && isTag(tags.lastModified))) return null;
  const known = { probe, fragments, validators: validators as LedgerRecord['validators'] };
  return { ...(value as LedgerRecord), ...known, durationMs: durationMs as number | null };
}
