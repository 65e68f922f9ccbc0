import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPage } from '../../../src/links/classify/page-text.js';
import { detectSoft404 } from '../../../src/links/classify/soft-404-words.js';
import { anyHtml, hostile } from './hostile.js';

test('any page, any size', () => {
  for (const [, html] of hostile) expect(detectSoft404(readPage(html))).toBeNull();
  fc.assert(
    fc.property(anyHtml, (html) => {
      const page = readPage(html);
      const words = detectSoft404(page);
      expect(words ?? '404').toMatch(/^[^\p{Cc}\u202A-\u202E\u2066-\u2069]{1,200}$/u);
    }),
  );
});
