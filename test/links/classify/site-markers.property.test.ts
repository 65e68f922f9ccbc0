import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPage } from '../../../src/links/classify/page-text.js';
import { markOf } from '../../../src/links/classify/site-markers.js';
import { answerOf, anyHtml, hostile } from './hostile.js';

test('any page of any host', () => {
  const hosts = [
    't.me',
    'join.slack.com',
    'img.shields.io',
    'www.youtube.com',
    'x.com',
    'docs.google.com',
    'kilns.test',
  ];
  for (const host of hosts) {
    for (const [, html] of hostile) {
      const url = `https://${host}/a`;
      const word = markOf(new URL(url), answerOf(html, { url }), readPage(html));
      expect([null, 'unverifiable bot-wall']).toContain(word && `${word.verdict} ${word.reason}`);
    }
  }
  fc.assert(
    fc.property(anyHtml, fc.constantFrom(...hosts), fc.webPath(), fc.string(), (html, host, path, end) => {
      const word = markOf(new URL(`https://${host}${path}`), answerOf(html, { url: end }), readPage(html));
      expect(word === null || ['suspect', 'unverifiable'].includes(word.verdict)).toBe(true);
    }),
  );
});
