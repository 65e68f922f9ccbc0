import { describe, expect, test } from 'vitest';
import { factText } from '../../src/refresh/fact-text.js';
import { repository } from '../prune/ledger.js';

const text = (
  fact: Parameters<typeof factText>[0]['fact'],
  change: number,
  written: string,
  facts: Parameters<typeof repository>[0],
  others: readonly string[] = [],
) => factText({ field: 'x', fact, change }, written, repository(facts), others);

describe('a count', () => {
  test.each([
    ['1.2k', 1_260, '1.3k'],
    ['1.2K', 12_600, '12.6K'],
    ['12k', 14_400, '14k'],
    ['980k', 1_240_000, '1.2m'],
    ['1,234', 2_345, '2,345'],
    ['1234', 2_345, '2345'],
    ['980', 870, '870'],
    ['1.2k', 980, '980'],
  ])('%s becomes %s as %s', (written, stars, expected) => {
    expect(text('stars', 0, written, { stars })).toBe(expected);
  });

  test('that passes a thousand takes the form of the others', () => {
    expect(text('stars', 0, '980', { stars: 1_240 }, ['12', '3.4k'])).toBe('1.2k');
    expect(text('stars', 0, '980', { stars: 1_240 }, ['12', '3,400'])).toBe('1,240');
    expect(text('stars', 0, '980', { stars: 1_240 })).toBe('1240');
  });

  test('stays below the least change, where it is not known, and where it is no count', () => {
    expect(text('stars', 10, '1000', { stars: 1_099 })).toBeNull();
    expect(text('stars', 10, '1000', { stars: 1_100 })).toBe('1100');
    expect(text('stars', 10, '1000', { stars: 900 })).toBe('900');
    expect(text('stars', 0, '1.2k', { stars: 1_210 })).toBeNull();
    expect(text('stars', 0, '1000', { stars: null })).toBeNull();
    expect(text('stars', 0, 'many', { stars: 5 })).toBeNull();
    expect(text('downloads', 0, '1000', {})).toBeNull();
  });
});

describe('a date', () => {
  const pushedAt = '2029-05-06T07:08:09.000Z';
  test.each([
    ['2028-01-02', '2029-05-06'],
    ['2028/01/02', '2029/05/06'],
    ['2028.01', '2029.05'],
    ['2028', '2029'],
  ])('%s becomes %s', (written, expected) => {
    expect(text('pushed', 0, written, { pushedAt })).toBe(expected);
  });

  test('stays below the least change', () => {
    expect(text('pushed', 30, '2029-04-10', { pushedAt })).toBeNull();
    expect(text('pushed', 30, '2029-04-01', { pushedAt })).toBe('2029-05-06');
    expect(text('pushed', 0, 'May 2029', { pushedAt })).toBeNull();
  });
});

describe('a version and a license', () => {
  const release = (name: string) => ({ release: { name, publishedAt: null } });
  test('keep their form', () => {
    expect(text('version', 0, '1.0', release('v1.2.3'))).toBe('1.2.3');
    expect(text('version', 0, 'v1.0', release('1.2.3'))).toBe('v1.2.3');
    expect(text('version', 0, 'latest', release('v1.2.3'))).toBeNull();
    expect(text('version', 0, '1.0', release('nightly](x)'))).toBeNull();
    expect(text('license', 0, 'MIT', { license: 'Apache-2.0' })).toBe('Apache-2.0');
    expect(text('license', 0, 'mit', { license: 'MIT' })).toBeNull();
    for (const license of ['NONE', 'NOASSERTION', null, '`x`'])
      expect(text('license', 0, 'MIT', { license })).toBeNull();
  });
});
