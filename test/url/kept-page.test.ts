import { expect, test } from 'vitest';
import { isSpelling, keepsPage } from '../../src/url/kept-page.js';

const on = (path: string): string => (path.startsWith('/') ? `https://silk.example${path}` : `https://${path}`);

test.each([
  // What a URL means at present, or one edition.
  ['/docs/latest/', '/docs/v1.2.3/'],
  ['/en/stable/x', '/en/7.1/x'],
  ['/stable/weaving', '/weaving'],
  ['/v2/weaving', '/weaving'],
  ['/guide', '/v2/guide'],
  ['/guide', '/2026/guide'],
  ['/guide', '/enterprise/guide'],
  ['/latest.zip', '/kite-3.zip'],
  ['/today', '/2026/12/01'],
  ['/random', '/p/8231'],
  ['/python-3.12', '/python-3.13'],
  ['/python-3', '/python'],
  ['/weave', '/m/weave'],
  ['/weave', 'm.silk.example/weave'],
  ['/weave', '/amp/weave'],
  ['/weave', '/lite/weave'],
  // One language or country.
  ['/weave', '/docs/en-us/weave'],
  ['/weave', '/us/weave'],
  ['/es/weave', '/weave'],
  ['/weave', 'en.silk.example/weave'],
  ['/weave', '/weave-german'],
  // What stands before a page.
  ['/weave', '/unsupported-browser'],
  ['/weave', '/geo-restricted/weave'],
  ['/weave', '/age-verification'],
  ['/weave', '/maintenance.html'],
  ['/weave', '/sorry'],
  ['/weave', '/subscribe'],
  // Another page.
  ['/', '/home/index.html'],
  ['/', '/index.html'],
  ['/weave', '/'],
  ['/weave', '/search?q=weave'],
  ['/weave', '/search/weave'],
  ['/weave', '/tags/weave'],
  ['/weave', '/products'],
  ['/weave', '/home.aspx'],
  ['/a/weave', '/weaving'],
  ['/kites/overview', '/sails/overview'],
  ['/weave?id=5', '/weave'],
  ['/weave', '/weave?page=2'],
  ['/weave', '/weave?theme=dark'],
  ['/weave', '/weave?id=5&view=list'],
  ['/weave?id=5', '/weave?id=6'],
  ['kite.silk.example/', 'silk.example/'],
  ['silk.example/', 'shop.silk.example/'],
  ['shop.silk.example/weave', 'silk.example/weave'],
  ['a.silk.example/weave', 'b.silk.example/weave'],
  ['/weave', 'cloth.example/weave'],
  ['/plan.pdf', '/plan.html'],
])('%s does not surely become %s', (from, to) => {
  expect(keepsPage(on(from), on(to))).toBe(false);
});

test.each([
  ['/weave', 'www.silk.example/weave/'],
  ['/latest', 'www.silk.example/latest/'],
  ['/Weave', '/weave'],
  ['/weave.html', '/weave'],
  ['/weave/index.php', '/weave/'],
  ['/index.html', '/'],
  ['/weave', '/2026/12/01/weave'],
  ['/2026/12/weave', '/blog/weave'],
  ['/weave', '/docs/weave.html'],
  ['/docs/latest/weaving', '/documentation/latest/weaving'],
  ['/old', '/new'],
  ['/docs/1.2/weave', '/docs/1.2/weaving'],
  ['/weave', '/weaving'],
  ['/en/weave', '/en/docs/weave'],
  ['/weave', '/weaves?id=5'],
  ['/weave', '/cloth/weave?post_id=a-5'],
  ['/weave?id=5', '/cloth/weave?id=5&utm_source=x'],
  ['docs.silk.example/weave', 'silk.example/weave'],
  ['docs.silk.example/weave', 'silk.example/docs/weave'],
  ['silk.example/kite/plan', 'kite.silk.example/plan'],
  ['kite.silk.example/', 'silk.example/kite'],
])('%s becomes %s', (from, to) => {
  expect(keepsPage(on(from), on(to))).toBe(true);
});

test.each([
  ['http://silk.example/a', 'https://www.silk.example/a/', true],
  ['http://silk.example', 'https://silk.example/', true],
  ['http://silk.example/a?b=1', 'https://silk.example/a?b=1', true],
  ['http://silk.example/a?b=1', 'https://silk.example/a', false],
  ['http://silk.example/a', 'https://m.silk.example/a', false],
  ['http://silk.example/a', 'https://silk.example/A', false],
  ['no URL', 'no URL', false],
])('%s and %s are two spellings: %s', (from, to, expected) => {
  expect(isSpelling(from, to)).toBe(expected);
  if (expected) expect(keepsPage(from, to)).toBe(true);
});

test('what is no URL does not become one', () => {
  expect(keepsPage('no URL', 'no URL')).toBe(false);
});
