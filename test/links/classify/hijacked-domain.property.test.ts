import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectHijack } from '../../../src/links/classify/hijacked-domain.js';
import { readPage } from '../../../src/links/classify/page-text.js';
import { evidenceText } from '../../../src/report/evidence.js';
import { anyHtml, hostile } from './hostile.js';

const entry = ['kiln', 'firing', 'potters'];
const taken = (html: string, words: readonly string[] = entry, before: { title: string | null } | null = null) =>
  detectHijack(readPage(html), words, before);

test('any page, any words', () => {
  for (const [, html] of hostile) expect(taken(html)).toBeNull();
  fc.assert(
    fc.property(anyHtml, fc.array(fc.string()), fc.option(fc.string()), (html, words, title) => {
      const word = taken(html, words, { title });
      expect(word === null || evidenceText(word.because).length > 0).toBe(true);
    }),
  );
});
