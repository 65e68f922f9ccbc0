import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ProgressFacts, progressLine, startProgress } from '../../src/cli/progress.js';

const facts: ProgressFacts = {
  total: 200,
  done: 50,
  counts: { alive: 40, moved: 0, broken: 3, suspect: 1, unreachable: 0, unverifiable: 4, skipped: 2 },
  waits: [
    { host: 'loom.example', until: 45_000 },
    { host: 'reed.example', until: 30_000 },
  ],
};

/** A terminal that remembers what was written, and a clock that stands until it is set. */
function stage(isTerminal = true) {
  const written: string[] = [];
  const clock = { time: 0 };
  const stream = { columns: 100, write: (text: string) => written.push(text) };
  return { written, clock, progress: startProgress(stream, { isTerminal, colour: false, now: () => clock.time }) };
}

describe('the line', () => {
  test('tells bar, count, rate, time left, verdicts so far and the longest wait', () => {
    expect(progressLine(facts, 10_000, 5_000, 200, false)).toBe(
      '[####............] 50/200  5.0/s 30 s left  40 alive  1 suspect  3 broken  loom.example: waiting 40 s, as it asked',
    );
  });

  test('leaves out the time left before the first answer and after the last, and waits that are over', () => {
    expect(progressLine({ ...facts, done: 0, counts: {} }, 10_000, 50_000, 200, false)).toBe(
      '[................] 0/200  0.0/s',
    );
    expect(progressLine({ ...facts, done: 200, counts: {} }, 10_000, 50_000, 200, false)).toBe(
      '[################] 200/200  20/s',
    );
  });

  test('colours when asked, and is as wide as without', () => {
    const coloured = progressLine(facts, 10_000, 5_000, 200, true);
    expect(coloured).toContain('\u001B[31m3 broken');
    expect(stripVTControlCharacters(coloured)).toBe(progressLine(facts, 10_000, 5_000, 200, false));
  });

  test('is narrower than the terminal, whose last column would wrap', () => {
    fc.assert(
      fc.property(
        fc.nat(9999),
        fc.nat(9999),
        fc.integer({ min: 1, max: 200 }),
        fc.boolean(),
        (a, b, columns, colour) => {
          const some = { ...facts, done: Math.min(a, b), total: Math.max(a, b) };
          const line = stripVTControlCharacters(progressLine(some, 1000, 0, columns, colour));
          expect(line.length).toBeLessThan(columns);
        },
      ),
    );
  });
});

describe('on a terminal', () => {
  test('it is redrawn ten times a second at most', () => {
    const { written, clock, progress } = stage();
    for (const time of [0, 50, 99, 100, 150, 200]) {
      clock.time = time;
      progress.update(facts);
    }
    expect(written).toHaveLength(3);
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
