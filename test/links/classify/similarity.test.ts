import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../src/links/classify/page-text.js';
import { areSimilar } from '../../../src/links/classify/similarity.js';
import { anyHtml, hostile } from './hostile.js';

const absent = (path: string, count: number): string =>
  `Kiln House Pots Glazes Kilns Nothing was found at https://kilns.test${path} or ${path} — visitor ${count} today, ask 5f3a9 about it`;
const raku =
  'Kiln House Pots Glazes Kilns A raku firing is short: the pot comes out of the kiln while it glows, and smokes in straw';
const salt =
  'Kiln House Pots Glazes Kilns Salt glaze is thrown into the fire, where it turns to vapour and settles on the wares';

describe('likeness of two texts', () => {
  test('two answers to two paths are one', () => {
    expect(areSimilar(absent('/raku/2019', 12), absent('/a8f31c', 13))).toBe(1);
  });
  test('two pages of one site are not', () => {
    expect(areSimilar(raku, salt)).toBeGreaterThan(0.05);
    expect(areSimilar(raku, salt)).toBeLessThan(0.4);
  });
  test('a page and the page for what is not there', () => {
    expect(areSimilar(raku, absent('/x', 1))).toBeLessThan(0.4);
  });
  test('a change of one word leaves them alike', () => {
    expect(areSimilar(raku, raku.replace('straw', 'leaves'))).toBeGreaterThan(0.85);
  });
  test('scripts without spaces are compared as well', () => {
    const page = '陶芸の窯は土を焼くための炉であり、温度は釉薬によって違う。楽焼は短い時間で焼く。';
    expect(areSimilar(page, page.replace('短い', '長い'))).toBeGreaterThan(0.5);
    expect(
      areSimilar(page, '登り窯は斜面に築かれ、薪を燃やして一度に多くの器を焼き上げる大きな窯である。'),
    ).toBeLessThan(0.1);
  });
  test('case, numbers and pauses make no difference', () => {
    expect(areSimilar('Page 404 — Not found!', 'page, not Found')).toBe(1);
  });
  test.each([
    ['', ''],
    ['', raku],
    ['404', '404'],
    ['/a /b', '/a /b'],
  ])('without words nothing is alike: %j and %j', (a, b) => {
    expect(areSimilar(a, b)).toBe(0);
  });
  test('short texts are one or nothing', () => {
    expect(areSimilar('kiln', 'kiln')).toBe(1);
    expect(areSimilar('kiln', 'pot')).toBe(0);
  });
});

test('any two texts have a likeness from 0 to 1, whichever comes first', () => {
  for (const [, html] of hostile) expect(areSimilar(html, raku)).toBeLessThan(0.1);
  fc.assert(
    fc.property(anyHtml, anyHtml, (a, b) => {
      const value = areSimilar(a, b);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
      expect(areSimilar(b, a)).toBe(value);
      expect([0, 1]).toContain(areSimilar(readPage(a).text, readPage(a).text));
    }),
  );
});
