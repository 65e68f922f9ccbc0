import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LedgerRecord } from '../../src/links/ledger/record.js';
import type { RepositoryFacts } from '../../src/model/facts.js';

const day = 86_400_000;
/** Read once: midnight may come between two tests. */
const now = Date.now();

/** A time so many days ago; ISO 8601. */
export const ago = (days: number): string => new Date(now - days * day).toISOString();

const blank: Omit<LedgerRecord, 'url' | 'checkedAt'> = {
  ...{ verdict: 'alive', reason: null, status: 200, finalUrl: null, redirects: [], notes: [], evidence: [] },
  ...{ firstFailedAt: null, failures: 0, firstAliveAt: null, lastAliveAt: null, title: null, hostId: null },
  ...{ vantage: 'ci', probe: 'http', durationMs: 9, validators: null, fragments: [], facts: null, prefetched: {} },
};

/** A link that was alive a day ago. */
export function alive(url: string, more: Partial<LedgerRecord> = {}): LedgerRecord {
  return { ...blank, url, checkedAt: ago(1), ...more };
}

/** A link that has failed for so many days, and so often. */
export function broken(url: string, days: number, failures = 4, more: Partial<LedgerRecord> = {}): LedgerRecord {
  return alive(url, {
    ...{ verdict: 'broken', reason: 'http-404', status: 404, firstFailedAt: ago(days), failures, ...more },
  });
}

/** What a service said of a repository a day ago. */
export function repository(more: Partial<RepositoryFacts> = {}): RepositoryFacts {
  return {
    ...{ kind: 'repository', service: 'github', readAt: ago(1), name: 'tea/leaf', description: null, license: 'MIT' },
    ...{ release: { name: 'v1.2.0', publishedAt: ago(40) }, stars: 120, forks: 3, isFork: false, isArchived: false },
    ...{ createdAt: ago(3000), pushedAt: ago(10), isReleased: true, tag: null, topics: [], language: null },
    ...{ defaultBranch: 'main', contributors: null },
    ...more,
  };
}

/** Writes a ledger. */
export function writeLedger(path: string, records: readonly LedgerRecord[]): string {
  mkdirSync(dirname(path), { recursive: true });
  const rows = records.toSorted((a, b) => (a.url < b.url ? -1 : 1)).map((record) => JSON.stringify(record));
  writeFileSync(path, `${['{"listwright-ledger":1}', ...rows].join('\n')}\n`);
  return path;
}
