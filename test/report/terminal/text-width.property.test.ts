import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { charactersOf, widthOf } from '../../../src/report/terminal/text-width.js';

const all = Array.from({ length: 0x3000 - 0x20 }, (_, index) => String.fromCodePoint(index + 0x20));

/** Not shown or escaped in reports, parts of syllables, or drawn in one column by some terminals and in two by others. */
const unsettled = /[\p{C}\p{M}\u1100-\u11ff\u2329\u232a☰-☷⚊-⚏]|\p{Emoji_Modifier_Base}/u;

test('characters are as wide, alone and in company, as a slower library says', () => {
  const settled = all.filter((character) => !unsettled.test(character));
  expect(settled.filter((character) => widthOf(character) !== stringWidth(character))).toEqual([]);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...settled, '織', '機', '한', '🧵', '👩‍🌾', '🇫🇷', '1️⃣') }), (text) => {
      expect(widthOf(text)).toBe(stringWidth(text));
    }),
  );
  expect(widthOf('織機')).toBe(4);
  expect(widthOf('🧵')).toBe(2);
  expect(widthOf('👩‍🌾 é')).toBe(4);
  expect(widthOf('ｱ')).toBe(1);
});

test('characters are what a reader takes for one', () => {
  expect(charactersOf('a🧑‍🌾é')).toEqual(['a', '🧑‍🌾', 'é']);
  expect(charactersOf('ab›')).toEqual(['a', 'b', '›']);
});
