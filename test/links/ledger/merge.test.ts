import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ledgerHeader } from '../../../src/links/ledger/file.js';
import { mergeLedgers } from '../../../src/links/ledger/merge.js';
import { type LedgerRecord, readRecord } from '../../../src/links/ledger/record.js';
import { unknownPackage } from '../../../src/links/sites/package-registry.js';

const day = (number: number): string => new Date(Date.UTC(2030, 0, number)).toISOString();
const now = Date.UTC(2030, 0, 20);
const record = (url: string, checkedAt: string, facts: Partial<LedgerRecord> = {}): LedgerRecord => ({
  ...{ url, verdict: 'alive', reason: null, status: 200, finalUrl: null, redirects: [], notes: [] },
  ...{ evidence: ['it answered'], checkedAt, firstFailedAt: null, failures: 0, firstAliveAt: null, lastAliveAt: null },
  ...{
    title: null,
    hostId: null,
    vantage: 'ci',
    probe: 'http',
    durationMs: 120,
    validators: null,
    fragments: [],
    facts: null,
    prefetched: {},
  },
  ...facts,
});
const ledger = (...records: readonly LedgerRecord[]) => ({
  name: 'some.jsonl',
  text: `${[ledgerHeader, ...records.map((one) => JSON.stringify(one))].join('\n')}\n`,
});
const merge = (
  ...ledgers: readonly { readonly name: string; readonly text: string }[]
): readonly (LedgerRecord | null)[] => mergeLedgers(ledgers, now).text.trim().split('\n').slice(1).map(readRecord);

describe('ledgers', () => {
  test.each([
    ['the newer one', day(3), day(9), 1],
    ['the newer one, though it comes first', day(9), day(3), 0],
    ['the newer one, times written otherwise', '2030-01-03T09:00:00+09:00', '2030-01-03T05:00:00Z', 1],
    ['the older one, where the newer is of the future', day(3), day(25), 0],
    ['the newer one, where both are of the future', day(26), day(25), 0],
    ['the newer one, where clocks differ by half a minute', day(3), '2030-01-20T00:00:30.000Z', 1],
  ])('%s counts', (_, first, second, winner) => {
    const [one] = merge(
      ledger(record('http://a.test/', first, { status: 200 })),
      ledger(record('http://a.test/', second, { status: 201 })),
    );
    expect(one?.status).toBe(200 + winner);
  });

  test('failures go with the newest; the first and last time alive are kept', () => {
    const failing = { verdict: 'unreachable', failures: 2, firstFailedAt: day(8) } as const;
    const [one] = merge(
      ledger(record('http://a.test/', day(9), { ...failing, firstAliveAt: day(4), lastAliveAt: day(7) })),
      ledger(
        record('http://a.test/', day(5), {
          failures: 1,
          firstFailedAt: day(2),
          firstAliveAt: day(1),
          lastAliveAt: day(5),
        }),
      ),
    );
    expect(one).toMatchObject({ ...failing, firstAliveAt: day(1), lastAliveAt: day(7) });
  });

  describe('of two vantages', () => {
    const dead = {
      verdict: 'broken',
      reason: 'http-404',
      status: 404,
      failures: 2,
      evidence: ['it was gone'],
    } as const;
    const joinedOf = (
      first: Partial<LedgerRecord>,
      second: Partial<LedgerRecord>,
      ...days: readonly [number, number]
    ) => {
      const ledgers = [first, second].map((facts, index) =>
        ledger(record('http://a.test/', day(days[index] ?? 1), facts)),
      );
      const [one] = merge(...ledgers);
      expect(merge(...ledgers.toReversed())[0]).toEqual(one);
      return one;
    };

    test.each([
      ['broken', 'alive'],
      ['unreachable', 'alive'],
      ['broken', 'moved'],
    ] as const)('%s and %s are unverifiable, with both as evidence', (verdict, other) => {
      const one = joinedOf({ ...dead, verdict, vantage: 'ci' }, { verdict: other, vantage: 'local' }, 9, 8);
      expect(one).toMatchObject({ verdict: 'unverifiable', reason: 'vantages-differ', failures: 0 });
      expect(one?.evidence).toMatchObject([
        { kind: 'vantage-saw', vantage: 'local', verdict: other, seen: 'it answered' },
        { kind: 'vantage-saw', vantage: 'ci', verdict, seen: 'it was gone' },
      ]);
    });

    test('broken from both stays broken', () => {
      expect(joinedOf({ ...dead, vantage: 'ci' }, { ...dead, vantage: 'local' }, 9, 8)).toMatchObject(dead);
    });

    test('one vantage does not contradict itself', () => {
      expect(joinedOf({ ...dead, vantage: 'ci' }, { vantage: 'ci' }, 9, 8)).toMatchObject(dead);
    });

    test('what was alive long before does not count', () => {
      expect(joinedOf({ ...dead, vantage: 'ci' }, { vantage: 'local' }, 19, 2)).toMatchObject(dead);
    });
  });

  test.each([
    ['those of the older record, where they were read later', 2, 8, 8],
    ['those of the newer record, where they were read later', 9, 8, 9],
    ['those of the newer record, where the others are of the future', 2, 25, 2],
    ['those of the older record, where the newer has none', null, 8, 8],
  ])('of facts and results, %s', (_, newer, older, expected) => {
    const read = (date: number | null): Partial<LedgerRecord> => {
      if (date === null) return {};
      const facts = { kind: 'package', service: 'npm', readAt: day(date), ...unknownPackage('kite') } as const;
      return { facts, prefetched: { grade: { readAt: day(date), value: date } } };
    };
    const ledgers = [ledger(record('http://a.test/', day(9), read(newer)))];
    ledgers.push(ledger(record('http://a.test/', day(8), read(older))));
    for (const given of [ledgers, ledgers.toReversed()]) {
      const [one] = merge(...given);
      expect(one?.facts?.readAt).toBe(day(expected));
      expect(one?.prefetched).toEqual({ grade: { readAt: day(expected), value: expected } });
    }
  });

  test('parts of a ledger give the ledger, sorted, in whatever order they come', () => {
    const urls = fc.uniqueArray(fc.webUrl(), { maxLength: 12 });
    fc.assert(
      fc.property(urls, fc.infiniteStream(fc.nat(2)), (names, dice) => {
        const records = names.map((url, index) => record(url, day(1 + (index % 9))));
        const parts = [0, 1, 2].map((): LedgerRecord[] => []);
        for (const one of records) parts[dice.next().value ?? 0]?.push(one);
        const whole = mergeLedgers([ledger(...records)], now).text;
        expect(
          mergeLedgers(
            parts.map((part) => ledger(...part)),
            now,
          ).text,
        ).toBe(whole);
        expect(
          mergeLedgers(
            parts.toReversed().map((part) => ledger(...part)),
            now,
          ).text,
        ).toBe(whole);
      }),
    );
  });

  test('lines that do not fit are left out; what is no ledger is refused by name', () => {
    const { name, text } = ledger(record('http://a.test/', day(1)));
    const partly = { name, text: `${text}nonsense\n\n{"url":"http://b.test/"}\n` };
    expect(merge(partly)).toHaveLength(1);
    expect(mergeLedgers([partly, { name, text }], now).unreadable).toEqual([{ name, count: 2, first: 3 }]);
    expect(() => mergeLedgers([{ name: 'odd.jsonl', text: '{}' }], now)).toThrow(/^odd\.jsonl: not a ledger/);
  });
});
