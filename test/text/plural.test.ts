import { expect, it } from 'vitest';
import { countText, plural } from '../../src/text/plural.js';

it.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [512_000, '512,000'],
  [1_234_567, '1,234,567'],
])('separates thousands with commas: %i', (count, text) => expect(countText(count)).toBe(text));

it('writes a count with the form of its noun', () => {
  expect([plural(1, 'link'), plural(2, 'link'), plural(3_000, 'entry', 'entries')]).toEqual([
    '1 link',
    '2 links',
    '3,000 entries',
  ]);
});
