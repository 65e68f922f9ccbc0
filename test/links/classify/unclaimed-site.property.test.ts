import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPage } from '../../../src/links/classify/page-text.js';
import { detectUnclaimedSite } from '../../../src/links/classify/unclaimed-site.js';
import type { HttpResponse } from '../../../src/links/http/response.js';
import { hasKind } from '../../../src/model/evidence.js';
import { evidenceText } from '../../../src/report/evidence.js';
import { answerOf, anyHtml, hostile } from './hostile.js';

function host(html: string, facts: Partial<HttpResponse>): string | null {
  const because = detectUnclaimedSite(answerOf(html, facts), readPage(html))?.because;
  return because !== undefined && hasKind(because, 'unclaimed-site') ? because.platform : null;
}

test('any answer', () => {
  for (const [, html] of hostile) expect(host(html, { status: 404 })).toBeNull();
  fc.assert(
    fc.property(anyHtml, fc.string(), fc.constantFrom(200, 404, 410, 500, 530), (html, url, status) => {
      const word = detectUnclaimedSite(
        answerOf(html, { url, status, headers: { server: 'cloudflare' } }),
        readPage(html),
      );
      expect(word === null || evidenceText(word.because).length > 0).toBe(true);
    }),
  );
});
