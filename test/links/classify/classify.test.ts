import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from '../../../src/links/classify/classify.js';
import {
  type HttpResponse,
  type HttpResult,
  type RequestChain,
  requestEvidence,
} from '../../../src/links/http/response.js';
import { verdictNames } from '../../../src/model/verdict-names.js';
import { evidenceText } from '../../../src/report/evidence.js';
import { evidenceLine } from '../../../src/text/evidence-line.js';

const accept = [{ from: 200, to: 299 }];
const entry = ['kiln', 'potter'];

function answer(facts: Partial<HttpResponse> & { readonly url: string }): HttpResponse {
  return { kind: 'answer', status: 200, statusText: '', headers: {}, body: '<p>Page</p>', broken: null, ...facts };
}

/** Judges a way that leads from one address over hops with these statuses to an answer. */
function judged(
  from: string,
  statuses: readonly number[],
  end: Partial<HttpResponse> & { readonly url: string },
  words = entry,
) {
  const redirects = statuses.map((status) => ({ status, url: end.url }));
  const trail: RequestChain = { reply: answer(end), redirects, durationMs: 1, incompleteChain: false };
  const { verdict, reason } = classify(trail, { url: from, words: () => words, accept });
  return [verdict, reason];
}

const deep = 'http://old.test/kilns/raku';

describe('where a way ends', () => {
  test.each([
    // From, statuses, end, verdict, reason.
    ['permanent all the way', deep, [301, 308], { url: 'https://www.old.test/raku' }, 'moved', 'permanent-redirect'],
    ['one hop of it temporary', deep, [301, 302], { url: 'https://www.old.test/raku' }, 'alive', null],
    ['the front page', deep, [301], { url: 'https://old.test/' }, 'suspect', 'redirect-to-root'],
    ['the front page of a language', deep, [302], { url: 'https://old.test/de-de/' }, 'suspect', 'redirect-to-root'],
    ['a short path that is no language', deep, [301], { url: 'https://old.test/raku' }, 'moved', 'permanent-redirect'],
    [
      'front page to front page',
      'http://old.test/',
      [301],
      { url: 'https://old.test/' },
      'moved',
      'permanent-redirect',
    ],
    [
      'a query is no front page',
      'http://old.test/?p=1',
      [301],
      { url: 'https://old.test/' },
      'suspect',
      'redirect-to-root',
    ],
    ['a login', deep, [302], { url: 'https://old.test/users/sign_in' }, 'suspect', 'login'],
    ['a host for logins', deep, [302], { url: 'https://accounts.other.test/x' }, 'suspect', 'login'],
    ['a page on logins', deep, [302], { url: 'https://old.test/login-with-clay' }, 'alive', null],
    [
      'from login to login',
      'http://old.test/login',
      [301],
      { url: 'https://old.test/login' },
      'moved',
      'permanent-redirect',
    ],
    ['a stranger', deep, [301], { url: 'https://bets.test/x' }, 'suspect', 'hijacked'],
    ['a stranger, for now', deep, [302], { url: 'https://bets.test/x' }, 'alive', null],
    [
      'a stranger who speaks of it',
      deep,
      [301],
      { url: 'https://new.test/x', body: '<h1>Kiln</h1>' },
      'moved',
      'permanent-redirect',
    ],
    [
      'a word in a script only',
      deep,
      [301],
      { url: 'https://bets.test/x', body: '<p>Bet</p><script>kiln</script>' },
      'suspect',
      'hijacked',
    ],
    ['a file without words', deep, [301], { url: 'https://new.test/x.pdf', body: '' }, 'moved', 'permanent-redirect'],
    ['another ending of the name', deep, [301], { url: 'https://old.example/x' }, 'moved', 'permanent-redirect'],
    ['an error behind it', deep, [301], { url: 'https://old.test/x', status: 404 }, 'broken', 'http-404'],
  ] as const)('%s', (_, from, statuses, end, verdict, reason) => {
    expect(judged(from, statuses, end)).toEqual([verdict, reason]);
  });

  test('nothing is known of the entry: nobody is called a hijacker', () => {
    expect(judged(deep, [301], { url: 'https://bets.test/x' }, [])).toEqual(['moved', 'permanent-redirect']);
  });
});

describe('marks of walls beat any status, and only marks do', () => {
  const wall = ['unverifiable', 'bot-wall'];
  const long = '<p>Words and words.</p>'.repeat(1000);
  test.each([
    [{ headers: { 'cf-mitigated': 'challenge' } }, { headers: { 'cf-ray': 'x', server: 'cloudflare' } }],
    [{ status: 404, headers: { 'x-vercel-mitigated': 'deny' } }, { headers: { 'x-vercel-id': 'x' } }],
    [{ headers: { 'x-amzn-waf-action': 'challenge' } }, { headers: { 'x-amzn-requestid': 'x' } }],
    [
      { status: 202, body: ' ' },
      { status: 202, body: '<p>Accepted</p>' },
    ],
    [
      { status: 403, headers: { 'x-cache': 'Error from cloudfront' } },
      { headers: { 'x-cache': 'Miss from cloudfront' } },
    ],
    [{ status: 403, headers: { 'set-cookie': ['a=b', 'datadome=x'] } }, { headers: { 'set-cookie': ['datadome=x'] } }],
    [{ status: 403, headers: { 'x-iinfo': '1' } }, { headers: { 'x-iinfo': '1' } }],
    [{ status: 403, headers: { 'x-px-block': '1' } }, { headers: { 'x-px-block': '1' } }],
    [{ status: 429, headers: { 'x-kpsdk-ct': '1' } }, { headers: { 'x-kpsdk-ct': '1' } }],
    [
      { status: 403, body: 'Access Denied <p>Reference&#32;&#35;18.2' },
      { body: 'Access Denied: a film. Reference #18.2' },
    ],
    [{ body: '<title>Just a moment...</title>' }, { body: '<title>Just a moment...</title>'.padEnd(20_000, 'x') }],
    [
      { status: 503, body: `${long}<script>window._cf_chl_opt={}</script>` },
      { body: `${long}<script>window._cf_chl_opt={}</script>` },
    ],
    [
      { body: '<script>window._cf_chl_opt = {cvId: 3}</script>' },
      { body: '<h1>Challenges</h1><p>Their script sets _cf_chl_opt, and goes on.</p>' },
    ],
    [{ body: '<title>Client Challenge</title>' }, { body: '<title>The client challenge: a film</title>' }],
    [{ body: '<script id="anubis_challenge">' }, { body: '<p>How anubis_challenge works</p>' }],
    [{ status: 999 }, { status: 299 }],
  ] as const)('%o is a wall, %o is none', (hit, miss) => {
    const url = 'https://a.test/x';
    const hitBody = hit as Partial<HttpResponse>;
    expect(judged(url, [], { url, ...hitBody })).toEqual(wall);
    expect(judged(url, [], { url, ...(miss as Partial<HttpResponse>) })).toEqual(['alive', null]);
  });
});

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

test('passwords, controls and length are kept out of evidence', () => {
  expect(evidenceLine('GET http://me:secret@a.test/x -> 301 to https://you:hidden@b.test/')).toBe(
    'GET http://a.test/x -> 301 to https://b.test/',
  );
  expect(evidenceLine('GET http://a.test/@me -> 200')).toBe('GET http://a.test/@me -> 200');
  expect(evidenceLine('a\u001B[31m\r\nb\u202Ec')).toBe('a [31m b c');
  expect(evidenceLine('x'.repeat(300))).toHaveLength(200);
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
