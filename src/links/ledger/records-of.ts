import type { List } from '../../model/list.js';
import { requestUrl } from '../../url/request-url.js';
import { readLedgerFile } from './file.js';
import { type LedgerRecord, timeOf } from './record.js';

/** The records of a ledger for the links of a list, by URL as written. Throws a UserError for a file that is none. */
export async function readRecords(path: string, list: List): Promise<ReadonlyMap<string, LedgerRecord>> {
  const wanted = new Map<string, Set<string>>();
  for (const { url } of list.links) {
    const key = ledgerKey(url);
    if (key !== null) wanted.set(key, (wanted.get(key) ?? new Set()).add(url));
  }
  const records = new Map<string, LedgerRecord>();
  await readLedgerFile(path, (record) => {
    for (const url of wanted.get(record.url) ?? []) {
      const known = records.get(url);
      if (known === undefined || timeOf(known.checkedAt) <= timeOf(record.checkedAt)) records.set(url, record);
    }
  });
  return records;
}

/** The URL as a ledger has it, without fragment and user name; null for what is not requested. */
export function ledgerKey(written: string): string | null {
  return /^https?:/i.test(written) ? (requestUrl(written)?.href ?? null) : null;
}
