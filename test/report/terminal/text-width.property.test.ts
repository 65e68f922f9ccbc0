import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { charactersOf, loadWidths, widthOf } from '../../../src/report/terminal/text-width.js';

const all = Array.from({ length: 0x3000 - 0x20 }, (_, index) => String.fromCodePoint(index + 0x20));

test('every character, alone and in company, is as wide as the library says', async () => {
  await loadWidths('織機');
  const wrong = all.filter((character) => widthOf(character) !== stringWidth(character));
  expect(wrong.filter((character) => !/[\p{Cc}\p{M}]/u.test(character))).toEqual([]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(widthOf(text)).toBe(stringWidth(text));
    }),
  );
  expect(widthOf('織機')).toBe(4);
  expect(widthOf('🧵')).toBe(2);
});

test('characters are what a reader takes for one', () => {
  expect(charactersOf('a🧑‍🌾é')).toEqual(['a', '🧑‍🌾', 'é']);
  expect(charactersOf('ab›')).toEqual(['a', 'b', '›']);
});
