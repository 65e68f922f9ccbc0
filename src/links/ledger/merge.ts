import { UserError } from '../../model/errors.js';
import type { Evidence } from '../../model/evidence.js';
import type { VerdictName } from '../../model/verdict-names.js';
import { ledgerHeader } from './file.js';
import { type LedgerRecord, readRecord } from './record.js';

/** True for a text that begins as ledgers do. */
export function isLedger(text: string): boolean {
  return text.startsWith(ledgerHeader);
}

/** The lines of a ledger that hold no record: how many, and the number of the first one, from 1. */
export interface UnreadableLines {
  readonly name: string;
  readonly count: number;
  readonly first: number;
}

/** The text of a joined ledger, and what of its parts is not in it. */
interface MergedLedgers {
  readonly text: string;
  readonly unreadable: readonly UnreadableLines[];
}

/** Milliseconds by which the clocks of two machines may differ. */
const slack = 60_000;

/** Milliseconds within which two vantages see the same state of a site; an older record says nothing of it. */
const sameTime = 7 * 86_400_000;
/** What one vantage calls gone while another has it alive. */
const gone: ReadonlySet<VerdictName> = new Set(['broken', 'unreachable']);
const present: ReadonlySet<VerdictName> = new Set(['alive', 'moved']);

/**
 * Joins ledgers: the newest record of each URL counts, unless a clock that goes wrong wrote it, and the earliest time that
 * it was seen alive. What is dead from one vantage and alive from another is `unverifiable`, with both as evidence. `now` is
 * in epoch milliseconds. Throws a UserError for what is no ledger.
 */
export function mergeLedgers(
  ledgers: readonly { readonly name: string; readonly text: string }[],
  now: number,
): MergedLedgers {
  const unreadable: UnreadableLines[] = [];
  const byUrl = new Map<string, Map<LedgerRecord['vantage'], LedgerRecord>>();
  for (const { name, text } of ledgers) {
    if (!isLedger(text)) throw new UserError(`${name}: not a ledger; it does not begin with ${ledgerHeader}`);
    const bad: number[] = [];
    for (const [index, line] of text.split('\n').entries()) {
      if (index === 0 || line.trim() === '') continue;
      const record = readRecord(line);
      if (record === null) {
        bad.push(index + 1);
        continue;
      }
      const byVantage = byUrl.get(record.url) ?? new Map<LedgerRecord['vantage'], LedgerRecord>();
      const known = byVantage.get(record.vantage);
      byVantage.set(record.vantage, known === undefined ? record : joined(known, record, now));
      byUrl.set(record.url, byVantage);
    }
    const [first] = bad;
    if (first !== undefined) unreadable.push({ name, count: bad.length, first });
  }
  const lines = [...byUrl.values()]
    .flatMap((byVantage) => {
      const [one, other] = [...byVantage.values()];
      if (one === undefined) return [];
      return [other === undefined ? one : compared(one, other, joined(one, other, now))];
    })
    .sort((a, b) => (a.url < b.url ? -1 : 1))
    .map((record) => JSON.stringify(record));
  return { text: `${[ledgerHeader, ...lines].join('\n')}\n`, unreadable };
}

/** The joined record of two vantages: a site may serve one network and refuse another, so neither proves the other wrong. */
function compared(one: LedgerRecord, other: LedgerRecord, newest: LedgerRecord): LedgerRecord {
  const isContrary = (a: LedgerRecord, b: LedgerRecord): boolean => gone.has(a.verdict) && present.has(b.verdict);
  const apart = Math.abs(Date.parse(one.checkedAt) - Date.parse(other.checkedAt));
  if (apart > sameTime || !(isContrary(one, other) || isContrary(other, one))) return newest;
  const inOrder = one.checkedAt === newest.checkedAt && one.vantage === newest.vantage ? [other, one] : [one, other];
  const evidence = inOrder.map(({ vantage, verdict, checkedAt, reason, evidence: seen }): Evidence => {
    return { kind: 'vantage-saw', vantage, verdict, checkedAt, seen: seen.at(-1) ?? reason ?? verdict };
  });
  return {
    ...newest,
    ...{ verdict: 'unverifiable', reason: 'vantages-differ', evidence, failures: 0, firstFailedAt: null },
    ...{ notes: [], validators: null, fragments: [] },
  };
}

function joined(one: LedgerRecord, other: LedgerRecord, now: number): LedgerRecord {
  const [time, otherTime] = [Date.parse(one.checkedAt), Date.parse(other.checkedAt)];
  const [isAhead, isOtherAhead] = [time > now + slack, otherTime > now + slack];
  const newest = (isAhead === isOtherAhead ? time <= otherTime : isAhead) ? other : one;
  const older = newest === one ? other : one;
  const dates = (key: 'firstAliveAt' | 'lastAliveAt'): string[] =>
    [one[key], other[key]].filter((date) => date !== null).sort((a, b) => Date.parse(a) - Date.parse(b));
  return {
    ...newest,
    firstAliveAt: dates('firstAliveAt')[0] ?? null,
    lastAliveAt: dates('lastAliveAt').at(-1) ?? null,
    hostId: newest.hostId ?? one.hostId ?? other.hostId,
    facts: lastRead(newest.facts, older.facts, now),
    prefetched: {
      ...newest.prefetched,
      ...Object.fromEntries(
        Object.entries(older.prefetched).filter(
          ([id, value]) => lastRead(newest.prefetched[id] ?? null, value, now) === value,
        ),
      ),
    },
  };
}

/** What was read last: a record may be newer and have what it took over from one before. */
function lastRead<Value extends { readonly readAt: string }>(
  newest: Value | null,
  older: Value | null,
  now: number,
): Value | null {
  if (newest === null || older === null) return newest ?? older;
  const time = Date.parse(older.readAt);
  return time > Date.parse(newest.readAt) && time <= now + slack ? older : newest;
}
