import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classify } from '../../../src/links/classify/classify.js';
import { type HttpResult, type RequestChain, requestEvidence } from '../../../src/links/http/response.js';
import { verdictNames } from '../../../src/model/verdict-names.js';
import { evidenceText } from '../../../src/report/evidence.js';
import { judged } from './judged.js';

const accept = [{ from: 200, to: 299 }];
/** URLs of any path and query. The generator of fast-check takes seconds to build. */
const anyUrl = fc
  .tuple(fc.constantFrom('wool.test', 'a.b.test', 'xn--tda.test', '192.0.2.7'), fc.string(), fc.string())
  .map(([host, path, query]) => `https://${host}/${encodeURIComponent(path)}?${new URLSearchParams({ query })}`);
const anyReply: fc.Arbitrary<HttpResult> = fc.oneof(
  fc.record({
    kind: fc.constant('answer' as const),
    url: anyUrl,
    status: fc.oneof(fc.constantFrom(200, 301, 403, 404, 429, 503, 999), fc.integer({ min: 100, max: 999 })),
    statusText: fc.string(),
    headers: fc.dictionary(
      fc.constantFrom('server', 'x-cache', 'set-cookie', 'cf-mitigated'),
      fc.oneof(fc.string(), fc.array(fc.string())),
    ),
    body: fc.string(),
    broken: fc.option(fc.string()),
  }),
  fc.record({
    kind: fc.constant('failure' as const),
    url: anyUrl,
    reason: fc.constantFrom(
      'dns',
      'dns-failure',
      'refused',
      'reset',
      'timeout',
      'tls-expired',
      'tls-incomplete',
      'malformed',
      'private-address',
      'proxy',
    ),
    detail: fc.string(),
  }),
);
const anyTrail: fc.Arbitrary<RequestChain> = fc.record({
  reply: anyReply,
  redirects: fc.array(fc.record({ status: fc.constantFrom(200, 301, 302, 308), url: anyUrl }), { maxLength: 4 }),
  durationMs: fc.nat(),
  incompleteChain: fc.boolean(),
});

test('every trail has one verdict, twice the same, and evidence that is fit to be shown', () => {
  fc.assert(
    fc.property(anyTrail, anyUrl, fc.array(fc.string()), (trail, url, words) => {
      const first = classify(trail, { url, words: () => words, accept });
      expect(verdictNames).toContain(first.verdict);
      expect(first.verdict === 'alive' || first.reason !== null).toBe(true);
      expect(classify(trail, { url, words: () => words, accept })).toEqual(first);
      const evidence = requestEvidence(trail, url).map(evidenceText);
      expect(evidence).toHaveLength(trail.redirects.length + 1);
      for (const line of evidence) expect(line).toMatch(/^[^\p{Cc}\u202A-\u202E\u2066-\u2069]{1,200}$/u);
    }),
  );
});

test('nothing but hard evidence is called broken', () => {
  fc.assert(
    fc.property(anyTrail, anyUrl, (trail, url) => {
      const { verdict, reason } = classify(trail, { url, words: () => [], accept });
      if (verdict === 'broken') expect(reason).toMatch(/^(?:http-4(?:04|10)|dns|tls-(?:expired|invalid))$/);
    }),
  );
});

test.each([
  ...[
    '<title',
    '<h1>',
    '<script',
    '<style',
    '<div ',
    '<div id=root',
    '<!--',
    '<meta ',
    '<meta http-equiv=',
    '<noscript',
  ],
  ...[
    'awswaf.com/',
    'Access Denied',
    '&#',
    '<a name=',
    '<svg>',
    '"',
    '404 ',
    'for sale ',
    'domain ',
    '<input type=password',
  ],
])('a page that is nothing but %s, again and again, is judged before anyone waits', (token) => {
  const body = token.repeat(Math.ceil(1_000_000 / token.length));
  for (const status of [200, 403, 404])
    for (const statuses of [[], [301]])
      expect(judged('http://old.test/kilns', statuses, { url: 'http://new.test/x', status, body })[0]).toBeDefined();
});
