import { UserError } from '../model/trouble.js';
import { type LedgerRecord, ledgerHeader, readRecord } from './ledger.js';

/** True for a text that begins as ledgers do. */
export function isLedger(text: string): boolean {
  return text.startsWith(ledgerHeader);
}

/** Joins ledgers: the newest record of each address counts, and the earliest time that it was seen alive. Throws a UserError for what is none. */
export function mergeLedgers(ledgers: readonly { readonly name: string; readonly text: string }[]): string {
  const records = new Map<string, LedgerRecord>();
  for (const { name, text } of ledgers) {
    if (!isLedger(text)) throw new UserError(`${name}: this is no ledger; it does not begin with ${ledgerHeader}`);
    for (const line of text.split('\n').slice(1)) {
      const record = line === '' ? null : readRecord(line);
      if (record === null) continue;
      const known = records.get(record.url);
      records.set(record.url, known === undefined ? record : joined(known, record));
    }
  }
  const lines = [...records.values()].sort((a, b) => (a.url < b.url ? -1 : 1)).map((record) => JSON.stringify(record));
  return `${[ledgerHeader, ...lines].join('\n')}\n`;
}

function joined(one: LedgerRecord, other: LedgerRecord): LedgerRecord {
  const newest = one.checkedAt <= other.checkedAt ? other : one;
  const pick = (dates: readonly (string | null)[], order: 1 | -1): string | null =>
    dates.filter((date) => date !== null).sort((a, b) => (a < b ? -order : order))[0] ?? null;
  return {
    ...newest,
    firstAliveAt: pick([one.firstAliveAt, other.firstAliveAt], 1),
    lastAliveAt: pick([one.lastAliveAt, other.lastAliveAt], -1),
    hostId: newest.hostId ?? one.hostId ?? other.hostId,
  };
}
