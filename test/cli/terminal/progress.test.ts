import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ProgressFacts,
  type ProgressStyle,
  progressLine,
  startProgress,
  type Times,
} from '../../../src/cli/terminal/progress.js';
import { formatDuration, trackThroughput } from '../../../src/cli/terminal/throughput.js';

const facts: ProgressFacts = {
  total: 200,
  done: 50,
  counts: { alive: 40, moved: 0, broken: 3, suspect: 1, unreachable: 0, unverifiable: 4, skipped: 2 },
  waits: [
    { host: 'loom.example', until: 45_000, queued: 12 },
    { host: 'reed.example', until: 30_000, queued: 3 },
  ],
  phase: 'asking',
  confirming: 0,
  slowest: [
    { host: 'loom.example', left: 90 },
    { host: 'comb.example', left: 40 },
    { host: 'warp.example', left: 1 },
  ],
};
const times: Times = { rate: 5, left: 30_000, now: 5_000 };
const wide: ProgressStyle = { columns: 200, colour: false, unicode: true };

/** A terminal that remembers what was written, and a clock that stands until it is set. */
function stage(isTerminal = true) {
  const written: string[] = [];
  const clock = { time: 0 };
  const stream = { columns: 100, write: (text: string) => written.push(text) };
  return { written, clock, progress: startProgress(stream, { isTerminal, colour: false, now: () => clock.time }) };
}

describe('the line', () => {
  test('tells bar, count, rate, time left, verdicts so far, the longest wait and how many it holds back', () => {
    expect(progressLine(facts, times, wide)).toBe(
      '━━━─────────  50/200  5.0/s  30 s left  3 broken  1 suspect  loom.example: waiting 40 s, as requested  (15 held back by 2 hosts)',
    );
    expect(progressLine(facts, times, { ...wide, unicode: false })).toMatch(/^\[###\.{9}\] {2}50\/200/);
  });

  test('names the hosts with the most left where nobody waits, not one with a single link', () => {
    const line = progressLine(facts, { ...times, now: 60_000 }, wide);
    expect(line).toMatch(/ {2}most left: loom\.example 90, comb\.example 40$/);
    const alone = progressLine({ ...facts, waits: [], slowest: facts.slowest.slice(2) }, times, wide);
    expect(alone).not.toContain('most left');
  });

  test('says what it does when nothing but the second look or the archive is left', () => {
    const confirming = progressLine({ ...facts, phase: 'confirming', confirming: 3 }, times, wide);
    expect(confirming).toContain('  rechecking 3 to confirm');
    expect(confirming).not.toContain(' left');
    expect(progressLine({ ...facts, phase: 'archive' }, times, wide)).toContain('  looking for archived copies');
  });

  test('leaves out the time left before it is known and after the last, and waits that are over', () => {
    const none = { ...facts, done: 0, counts: {} };
    expect(progressLine(none, { rate: 0, left: null, now: 50_000 }, wide)).toBe('────────────  0/200');
    const all = { ...facts, done: 200, counts: {}, waits: [], slowest: [] };
    expect(progressLine(all, times, wide)).toBe('━━━━━━━━━━━━  200/200');
  });

  test('on a narrow terminal keeps what matters most', () => {
    expect(progressLine(facts, times, { ...wide, columns: 74 })).toBe(
      '━━━─────────  50/200  30 s left  loom.example: waiting 40 s, as requested',
    );
    expect(progressLine(facts, times, { ...wide, columns: 20 })).toBe('50/200  30 s left');
  });

  test('shows no host as it stands in a list: controls are taken out, endless names cut', () => {
    const host = `\u001B[2Jx\u202E\u009B${'a'.repeat(300)}.example`;
    const line = progressLine({ ...facts, waits: [{ host, until: 45_000, queued: 1 }] }, times, wide);
    expect(line).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202E]/);
    expect(line).toContain(`[2Jx${'a'.repeat(25)}...: waiting 40 s`);
  });

  test('colours when asked, and is as wide as without', () => {
    const coloured = progressLine(facts, times, { ...wide, colour: true });
    expect(coloured).toContain('\u001B[31m3 broken');
    expect(stripVTControlCharacters(coloured)).toBe(progressLine(facts, times, wide));
  });

  test('is narrower than the terminal, whose last column would wrap', () => {
    fc.assert(
      fc.property(
        ...[fc.nat(9999), fc.nat(9999), fc.integer({ min: 1, max: 200 }), fc.boolean(), fc.boolean()],
        (a, b, columns, colour, unicode) => {
          const some = { ...facts, done: Math.min(a, b), total: Math.max(a, b) };
          const line = stripVTControlCharacters(progressLine(some, times, { columns, colour, unicode }));
          expect(line.length).toBeLessThan(columns);
        },
      ),
    );
  });
});

describe('on a terminal', () => {
  test('it is redrawn ten times a second at most, and only when it has changed', () => {
    const { written, clock, progress } = stage();
    for (const [time, done] of [
      [0, 1],
      [50, 2],
      [99, 3],
      [100, 4],
      [150, 5],
      [200, 4],
    ] as const) {
      clock.time = time;
      progress.update({ ...facts, waits: [], done });
    }
    expect(written).toHaveLength(2);
    expect(written.every((text) => text.startsWith('\r\u001B[2K') && !text.includes('\n'))).toBe(true);
  });

  test('it goes away when stopped, once, and not where it never stood', () => {
    const { written, progress } = stage();
    progress.stop();
    expect(written).toEqual([]);
    progress.update(facts);
    progress.stop();
    progress.stop();
    expect(written.slice(1)).toEqual(['\r\u001B[2K']);
  });
});

test('it is silent where there is no terminal', () => {
  const { written, progress } = stage(false);
  progress.update(facts);
  progress.stop();
  expect(written).toEqual([]);
});

describe('the time left', () => {
  /** Runs a pace over steps of 250 ms with so many done in each; gives the time left after each, in ms. */
  function run(total: number, perStep: (step: number) => number): (number | null)[] {
    const pace = trackThroughput(0);
    let done = 0;
    const told: (number | null)[] = [];
    for (let step = 1; done < total && step < 2000; step++) {
      done = Math.min(total, done + perStep(step));
      pace.note(done, total, step * 250);
      told.push(pace.left(step * 250));
    }
    return told;
  }

  test('counts down at a steady rate, and is right', () => {
    const told = run(400, () => 5).map((left, index) => [left, (79 - index) * 250] as const);
    for (const [left, truth] of told.slice(8, -4)) expect(Math.abs((left ?? 0) - truth)).toBeLessThan(1100);
    const lefts = told.flatMap(([left]) => left ?? []);
    expect(lefts.every((left, index) => index === 0 || left <= (lefts[index - 1] ?? 0))).toBe(true);
  });

  test('does not jump when a burst comes or a second brings nothing', () => {
    const told = run(4000, (step) => (step === 40 ? 100 : step >= 60 && step < 64 ? 0 : 5));
    for (const [index, left] of told.entries()) {
      const before = told[index - 1] ?? null;
      if (left === null || before === null || before < 5000) continue;
      expect(Math.abs(left - before) / before, `step ${index}`).toBeLessThan(0.15);
    }
  });

  test('is not told in the first two seconds, nor when nothing is left', () => {
    const told = run(100, () => 5);
    expect(told.slice(0, 7).every((left) => left === null)).toBe(true);
    expect(told[8]).not.toBeNull();
    expect(told.at(-1)).toBeNull();
  });

  test.each([
    [300, '1 s'],
    [12_400, '12 s'],
    [33_000, '35 s'],
    [89_000, '90 s'],
    [240_000, '4 min'],
    [7_200_000, '2 h'],
  ])('%i ms is %s', (ms, words) => expect(formatDuration(ms)).toBe(words));
});
