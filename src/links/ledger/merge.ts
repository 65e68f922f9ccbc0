import { UserError } from '../../model/errors.js';
import { ledgerHeader } from './file.js';
import { type LedgerRecord, readRecord } from './record.js';

/** True for a text that begins as ledgers do. */
export function isLedger(text: string): boolean {
  return text.startsWith(ledgerHeader);
}

/** Milliseconds by which the clocks of two machines may differ. */
const slack = 60_000;

/**
 * Joins ledgers: the newest record of each address counts, unless a clock that goes wrong wrote it, and the earliest time that
 * it was seen alive. `now` is in epoch milliseconds. Throws a UserError for what is no ledger.
 */
export function mergeLedgers(
  ledgers: readonly { readonly name: string; readonly text: string }[],
  now: number,
): string {
  const records = new Map<string, LedgerRecord>();
  for (const { name, text } of ledgers) {
    if (!isLedger(text)) throw new UserError(`${name}: this is no ledger; it does not begin with ${ledgerHeader}`);
    for (const line of text.split('\n').slice(1)) {
      const record = line === '' ? null : readRecord(line);
      if (record === null) continue;
      const known = records.get(record.url);
      records.set(record.url, known === undefined ? record : joined(known, record, now));
    }
  }
  const lines = [...records.values()].sort((a, b) => (a.url < b.url ? -1 : 1)).map((record) => JSON.stringify(record));
  return `${[ledgerHeader, ...lines].join('\n')}\n`;
}

function joined(one: LedgerRecord, other: LedgerRecord, now: number): LedgerRecord {
  const [time, otherTime] = [Date.parse(one.checkedAt), Date.parse(other.checkedAt)];
  const [isAhead, isOtherAhead] = [time > now + slack, otherTime > now + slack];
  const newest = (isAhead === isOtherAhead ? time <= otherTime : isAhead) ? other : one;
  const dates = (key: 'firstAliveAt' | 'lastAliveAt'): string[] =>
    [one[key], other[key]].filter((date) => date !== null).sort((a, b) => Date.parse(a) - Date.parse(b));
  return {
    ...newest,
    firstAliveAt: dates('firstAliveAt')[0] ?? null,
    lastAliveAt: dates('lastAliveAt').at(-1) ?? null,
    hostId: newest.hostId ?? one.hostId ?? other.hostId,
  };
}
