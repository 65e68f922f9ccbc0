import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMojibake } from '../../src/parse/mojibake.js';

const macintosh = new TextDecoder('macintosh');
/** Text as a program shows it that takes its UTF-8 for Mac Roman, or for Latin-1. */
const garble = {
  macintosh: (text: string): string => macintosh.decode(Buffer.from(text, 'utf8')),
  latin1: (text: string): string => Buffer.from(text, 'utf8').toString('latin1'),
};
const repair = (text: string): string => {
  let result = text;
  for (const { start, end, repaired } of [...findMojibake(text)].reverse()) {
    result = result.slice(0, start) + (repaired ?? '') + result.slice(end);
  }
  return result;
};

describe('garbled text comes back', () => {
  test.each(['macintosh', 'latin1'] as const)('from %s, emoji and punctuation alike', (charset) => {
    const word = fc.constantFrom('🚀', '🗺️', '☁️', '⚡', '👩‍💻', '’', '“', '…', '—', '日本', 'plain', 'words', 'here');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        const text = words.join(' ');
        expect(repair(garble[charset](text))).toBe(text);
      }),
    );
  });

  test('also when it went wrong twice', () => {
    expect(repair(garble.latin1(garble.latin1('it’s')))).toBe('it’s');
  });
});

test.each([
  ['French', '« Déjà vu ! », “été”, où, naïve, œuvre, ÉTÉ'],
  ['German', '„Spaß“, „Ü“, Größe, Äpfel, ‚ßü‘'],
  ['Spanish', '¿Qué? ¡Añade más! ÑANDÚ'],
  ['Portuguese', 'São Paulo, AÇÃO, Ã, coração'],
  ['Turkish', 'İstanbul, ÇIĞLIK, şöyle'],
  ['Vietnamese', 'Tiếng Việt, Đà Nẵng, ÂẤ'],
  ['Polish', 'Zażółć gęślą jaźń — „tak”'],
  ['Russian', 'Привет, мир — «да»'],
  ['Greek', 'Καλημέρα'],
  ['Japanese', '「日本語」、そして…'],
  ['Arabic', 'مرحبا'],
  ['symbols', '30 °C ± 2 µm, © 2020 ®, ½ £5 §3'],
])('right text in %s stays as it is', (_, text) => {
  expect(findMojibake(text)).toEqual([]);
});

test('a lost character is found and cannot be repaired', () => {
  expect(findMojibake('a \uFFFD\uFFFD b')).toEqual([{ start: 2, end: 4, repaired: null, charset: null }]);
});
