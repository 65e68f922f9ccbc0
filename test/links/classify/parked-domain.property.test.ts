import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPage } from '../../../src/links/classify/page-text.js';
import { detectParked } from '../../../src/links/classify/parked-domain.js';
import type { HttpResponse } from '../../../src/links/http/response.js';
import { evidenceText } from '../../../src/report/evidence.js';
import { answerOf, anyHtml, hostile } from './hostile.js';

const own = 'https://kilns.test/raku';

function parked(html: string, hops: readonly string[] = [own], facts: Partial<HttpResponse> = {}): string | null {
  const because = detectParked(answerOf(html, { url: hops.at(-1) ?? own, ...facts }), readPage(html), hops);
  return because === null ? null : evidenceText(because);
}

test('any page, any size, any address', () => {
  for (const [, html] of hostile) expect(parked(html)).toBeNull();
  fc.assert(
    fc.property(anyHtml, fc.array(fc.oneof(fc.string(), fc.webUrl()), { maxLength: 4 }), (html, hops) => {
      const because = detectParked(answerOf(html, { url: hops[0] ?? '' }), readPage(html), hops);
      expect(because === null || evidenceText(because).length > 0).toBe(true);
    }),
  );
});
