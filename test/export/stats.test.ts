import { describe, expect, test } from 'vitest';
import { statsOf } from '../../src/export/stats.js';
import { statsText } from '../../src/report/terminal/stats.js';
import { ageText } from '../../src/text/age-text.js';
import { entry, health, listWith } from './exported.js';

const now = Date.UTC(2026, 2, 15);
const at = (date: string) => ({ at: `${date}T00:00:00.000Z`, commit: 'c'.repeat(40) });
const date = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const list = listWith([
  entry({
    name: 'New',
    added: at('2026-03-01'),
    section: ['A'],
    sectionIndex: 0,
    health: health({ verdict: 'broken' }),
  }),
  entry({ name: 'Old', added: at('2021-01-01'), section: ['A'], sectionIndex: 0, health: health() }),
  entry({
    name: 'Older',
    added: at('2020-12-01'),
    section: ['B'],
    sectionIndex: 1,
    health: health({ verdict: 'moved' }),
  }),
  entry({ name: 'Unknown', section: ['B'], sectionIndex: 1 }),
]);
const history = {
  ...{ additionOf: () => null, removalOf: () => null, present: 4 },
  range: { from: date('2025-12-31'), to: now, shallow: false, truncated: false },
  steps: [
    { date: date('2026-03-01'), added: 1, removed: 2 },
    { date: date('2026-01-31'), added: 5, removed: 0 },
  ],
};
const trouble = [
  { at: '2026-01-01T00:00:00.000Z', broken: 1, moved: 2 },
  { at: '2026-03-01T00:00:00.000Z', broken: 4, moved: 1 },
];

describe('statistics', () => {
  test('have each month, counted back from the present', () => {
    expect(statsOf({ list, history, trouble: null, now }).history?.months).toEqual([
      { month: '2025-12', entries: 0, added: 0, removed: 0 },
      { month: '2026-01', entries: 5, added: 5, removed: 0 },
      { month: '2026-02', entries: 5, added: 0, removed: 0 },
      { month: '2026-03', entries: 4, added: 1, removed: 2 },
    ]);
  });

  test('have ages of what is dated, and count the rest', () => {
    const stats = statsOf({ list, history, trouble: null, now });
    expect(stats.history?.ages.map(({ entries }) => entries)).toEqual([1, 0, 0, 0, 2]);
    expect(stats.history).toMatchObject({
      undated: 1,
      medianDays: Math.round((now - date('2021-01-01')) / 86_400_000),
    });
    expect(stats.health).toBe(null);
  });

  test('have health by verdict and by section', () => {
    const { health: known } = statsOf({ list, history: null, trouble, now });
    expect(known).toMatchObject({ verdicts: { broken: 1, moved: 1, alive: 1, suspect: 0 }, unchecked: 1, trouble });
    expect(known?.sections).toMatchObject([
      { titles: ['A'], entries: 2, verdicts: { broken: 1, alive: 1 } },
      { titles: ['B'], entries: 2, verdicts: { moved: 1 } },
    ]);
  });

  test('take a date before git and one to come for an error of a clock', () => {
    const range = { ...history.range, from: 0 };
    const steps = [
      { date: date('2999-01-01'), added: 1, removed: 0 },
      { date: 0, added: 3, removed: 0 },
    ];
    const months = statsOf({ list, history: { ...history, range, steps }, trouble: null, now }).history?.months;
    expect(months?.[0]).toMatchObject({ month: '2005-04', added: 3 });
    expect(months?.at(-1)).toMatchObject({ month: '2026-03', added: 1 });
  });

  test('end where years have five digits', () => {
    const [from, to] = [Date.UTC(9999, 10, 3), Date.UTC(10000, 1, 3)];
    const range = { ...history.range, from };
    const steps = [{ date: to, added: 1, removed: 0 }];
    const months = statsOf({ list, history: { ...history, range, steps }, trouble: null, now: to }).history?.months;
    expect(months?.map(({ added }) => added)).toEqual([0, 0, 0, 1]);
    expect(months?.[0]?.month).toBe('9999-11');
  });
});

describe('statistics as text', () => {
  const stats = statsOf({ list, history, trouble, now });

  test.each([40, 80, 100])('fit into %i columns', (width) => {
    for (const unicode of [true, false]) {
      const lines = statsText(stats, { width, unicode }).split('\n');
      expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(width);
    }
  });

  test('show numbers beside all bars, without colors', () => {
    const text = statsText(stats, { width: 80, unicode: true });
    expect(text).toMatch(/^Pens \(README.md\)\n4 entries\n/);
    expect(text).toMatch(/ {2}2026 {2}\+6 {2}█+ +-2 {2}█/);
    expect(text).toMatch(/ {2}4 years or more {2}2 {2}█+\n/);
    expect(text).toMatch(/ {2}broken +1 {2}█+\n/);
    expect(text).toMatch(/ {2}A {2}1 broken of 2\n/);
    expect(text).not.toMatch(/\u001b/);
  });

  test('are ASCII where the terminal shows no more', () => {
    expect(statsText(stats, { width: 80, unicode: false })).toMatch(/^[\x20-\x7e\n]+$/);
  });

  test('say what is not known', () => {
    const text = statsText(statsOf({ list: listWith([]), history: null, trouble: null, now }), {
      width: 80,
      unicode: true,
    });
    expect(text).toBe(
      'Pens (README.md)\n0 entries\n\nThis list is not in git, so its history is unknown.\n\n' +
        'Link health is unknown. Run `listwright check --ledger ledger.jsonl`, then\n`listwright stats --ledger ledger.jsonl`.\n',
    );
  });
});

test.each([
  [0, '0 days'],
  [1, '1 day'],
  [59, '59 days'],
  [60, '2 months'],
  [365, '12 months'],
  [731, '2 years'],
  [1500, '4.1 years'],
])('%i days are %s', (days, words) => {
  expect(ageText(days)).toBe(words);
});
