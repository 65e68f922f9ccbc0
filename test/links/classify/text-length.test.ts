import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../src/links/classify/page-text.js';
import { surelyShowsMoreThan } from '../../../src/links/classify/text-length.js';
import { runs } from '../../properties/runs.js';
import { anyHtml } from './hostile.js';

const words = '<p>Clay shrinks as it dries, and again as it is fired.</p>'.repeat(30);

describe('a page that surely shows more than 1,000 characters', () => {
  test.each([
    ['a long page', `<!doctype html><title>Clay</title><body>${words}`, true],
    [
      'with a script, a style and a comment',
      `<script>if (a < b) c()</script><style>p{}</style><!-- x -->${words}`,
      true,
    ],
    ['with angle brackets in an attribute', `<a title="a > b" href='/'>x</a>${words}`, true],
    ['a short page', '<p>Clay</p>', false],
    ['long in its script alone', `<script>${'let a = 1;'.repeat(300)}</script><p>Clay</p>`, false],
    ['long in what is hidden alone', `<noscript>${words}</noscript><template>${words}</template><p>Clay</p>`, false],
    ['long in a comment alone', `<!-- ${words} --><p>Clay</p>`, false],
    ['long in white space and references', `<p>${'&nbsp; \n'.repeat(600)}</p>`, false],
    ['long in white space beyond ASCII', `<p>${'\u3000\u00a0\u2003'.repeat(600)}a</p>`, false],
    ['in a script that has no spaces', `<p>${'陶器'.repeat(600)}</p>`, true],
    ['hidden within the hidden: in doubt', `<svg><svg></svg>${words}</svg>`, false],
  ])('%s', (_, html, expected) => {
    expect(surelyShowsMoreThan(html, 1000)).toBe(expected);
    if (expected) expect(readPage(html).text.length).toBeGreaterThan(1000);
  });

  test('never says more than the reader of pages finds', () => {
    fc.assert(
      fc.property(anyHtml, fc.integer({ min: 0, max: 200 }), (html, length) => {
        if (surelyShowsMoreThan(html, length)) expect(readPage(html).text.length).toBeGreaterThan(length);
      }),
      { numRuns: runs(500) },
    );
  });
});
