import { expect, test } from 'vitest';
import { extendStreak, storedStreaks } from '../../../src/links/ledger/streak.js';

const at = (day: number): string => `2029-05-${String(day).padStart(2, '0')}T00:00:00.000Z`;

test('a streak goes on with each reading, counts one once, and starts over after three weeks', () => {
  const first = extendStreak(undefined, { readAt: at(1) });
  expect(first).toEqual({ since: at(1), last: at(1), checks: 1 });
  const second = extendStreak(first, { readAt: at(8) });
  expect(second).toEqual({ since: at(1), last: at(8), checks: 2 });
  expect(extendStreak(second, { readAt: at(8) })).toEqual(second);
  expect(extendStreak(second, { readAt: at(29) }).since).toBe(at(1));
  expect(extendStreak(second, { readAt: at(30) })).toEqual({ since: at(30), last: at(30), checks: 1 });
  expect(extendStreak(second, { readAt: at(2) })).toEqual({ since: at(2), last: at(2), checks: 1 });
});

test('streaks of a ledger are read where they fit', () => {
  const good = { since: at(1), last: at(8), checks: 2 };
  const bad = [{ ...good, since: at(9) }, { ...good, checks: 0 }, { ...good, last: 'May' }, null, 7];
  const value = Object.fromEntries([['repo-age', good], ...bad.map((each, index) => [`bad-${index}`, each])]);
  expect(storedStreaks(value)).toEqual({ 'repo-age': good });
  for (const none of [undefined, null, [], 'x', { 'Not A Rule': good }]) expect(storedStreaks(none)).toBeNull();
});
