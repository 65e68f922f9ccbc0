import { afterEach, describe, expect, test, vi } from 'vitest';
import { UserError } from '../../src/model/errors.js';
import { TimeLimitError, withPatterns, withTimeLimit } from '../../src/text/regex-timeout.js';
import { shortenLimits } from './short-limits.js';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a limit', () => {
  test('hands on what is given and what is thrown', () => {
    expect(withTimeLimit(1000, () => 'woven')).toBe('woven');
    expect(() =>
      withTimeLimit(1000, () => {
        throw new RangeError('torn');
      }),
    ).toThrow(RangeError);
  });

  test('ends a loop and a regular expression that would not end', () => {
    const forever = (): never => {
      for (;;);
    };
    expect(() => withTimeLimit(50, forever)).toThrow(TimeLimitError);
    expect(() => withTimeLimit(50, () => /^(?:a+)+$/.test(`${'a'.repeat(60)}b`))).toThrow('longer than 0.05 s');
  });

  test('may stand inside another one', () => {
    expect(withTimeLimit(60_000, () => withTimeLimit(60_000, () => 1) + withTimeLimit(60_000, () => 2))).toBe(3);
  });
});

describe('patterns of a configuration', () => {
  test('match as they are', () => {
    expect(withPatterns('exclude', (matches) => [matches(/we+ft/, 'weeft'), matches(/^warp/, 'a warp')])).toEqual([
      true,
      false,
    ]);
  });

  test('that never end stop the run, and are named', () => {
    shortenLimits();
    const run = () => withPatterns('exclude', (matches) => matches(/^(\w+\s?)*$/, `${'weft '.repeat(20)}!`));
    expect(run).toThrow(UserError);
    expect(run).toThrow('exclude: /^(\\w+\\s?)*$/ regular expression is too slow');
  });
});
