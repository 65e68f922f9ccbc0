import { expect, test } from 'vitest';
import { isPassingTarget, isSpelling } from '../../src/url/passing-target.js';

const on = (path: string): string => (path.startsWith('/') ? `https://silk.example${path}` : `https://${path}`);

test.each([
  ['/docs/latest/', '/docs/v1.2.3/'],
  ['/en/stable/x', '/en/7.1/x'],
  ['/docs/', '/docs/2.x/'],
  ['/guide', '/v2/guide'],
  ['/manual/current/', '/manual/16/'],
  ['/latest.zip', '/kite-3.zip'],
  ['/today', '/2026/12/01'],
  ['/issue', '/issues/2026-12-01'],
  ['/random', '/p/8231'],
  ['/', '/home/index.html?v=abc123'],
  ['/weave', '/m/weave'],
  ['/weave', 'm.silk.example/weave'],
  ['/weave', '/amp/weave'],
])('%s leads to %s only at present', (from, to) => {
  expect(isPassingTarget(on(from), on(to))).toBe(true);
});

test.each([
  ['/docs/latest/', '/documentation/latest/'],
  ['/docs/1.2/a', '/documentation/1.2/b'],
  ['/latest', 'www.silk.example/latest/'],
  ['/weave', '/2026/12/01/weave'],
  ['/2026/12/01', '/archive/2026/12/01'],
  ['/weave', '/weaving'],
  ['/plan', '/plans?id=5'],
  ['/python-3.12', '/python-3.13'],
  ['/', 'www.silk.example/'],
  ['/m/a', '/m/b'],
  ['/a/1', '/b/1'],
  ['/latest-news', '/news'],
  ['m.silk.example/a', 'm.silk.example/b'],
])('%s leads to %s for good', (from, to) => {
  expect(isPassingTarget(on(from), on(to))).toBe(false);
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
});
