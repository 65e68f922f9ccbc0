import { expect, test } from 'vitest';
import { storedValues } from '../../../src/links/ledger/stored-values.js';

const result = (day: number, value: unknown = 'A') => ({
  readAt: `2029-05-${String(day).padStart(2, '0')}T00:00:00.000Z`,
  value,
});

test('the results of a ledger are those that fit', () => {
  const stored = {
    ...{ card: result(1), grade: result(2, { a: [1, null] }) },
    ...{ Card: result(1), undated: { value: 1 }, empty: { readAt: result(1).readAt }, text: 'A' },
    long: result(1, 'x'.repeat(10_001)),
  };
  expect(Object.keys(storedValues(stored))).toEqual(['card', 'grade']);
  expect([storedValues(null), storedValues([]), storedValues('x')]).toEqual([{}, {}, {}]);
});

test('of too many results of a URL the newest are kept, wherever they are', () => {
  const stored = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`p${index}`, result(index + 1)]));
  const kept = Object.keys(storedValues(stored));
  expect(kept.length).toBe(10);
  expect(kept).toContain('p11');
  expect(kept).not.toContain('p0');
  expect(kept).not.toContain('p1');
});
