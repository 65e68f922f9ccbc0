import { describe, expect, test } from 'vitest';
import type { HttpResponse } from '../../../src/links/http/response.js';
import { evidenceLine } from '../../../src/text/evidence-line.js';
import { judged, judgedAs, notesOf } from './judged.js';

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
    ...[
      '/?utm_source=x',
      '/?ref=awesome',
      '/?lang=en',
      '//',
      '/default.htm',
      '/Default.aspx',
      '/Default.aspx?ref=a',
      '/index.html?x=1',
      '/main.html',
      '/index',
      '/homepage/',
      '/www/',
    ].map(
      (path) =>
        [
          `another name of the front page, ${path}`,
          `http://old.test${path}`,
          [301],
          { url: 'https://old.test/' },
          'moved',
          'permanent-redirect',
        ] as const,
    ),
    ...[
      '/?p=1&ref=a',
      '/index.php?id=5',
      '/default.aspx?page=kilns',
      '/mainly.html',
      '/x/index.html',
      '/www/kilns',
    ].map(
      (path) =>
        [
          `a page below the front page, ${path}`,
          `http://old.test${path}`,
          [301],
          { url: 'https://old.test/' },
          'suspect',
          'redirect-to-root',
        ] as const,
    ),
    ['a login', deep, [302], { url: 'https://old.test/users/sign_in' }, 'suspect', 'login'],
    ['a host for logins', deep, [302], { url: 'https://accounts.other.test/x' }, 'suspect', 'login'],
    [
      'a check of the browser',
      deep,
      [301],
      { url: 'https://old.test/unsupported-browser' },
      'unverifiable',
      'bot-wall',
    ],
    ['a check of the age', deep, [302], { url: 'https://old.test/age-gate?next=/x' }, 'unverifiable', 'bot-wall'],
    ['a challenge', deep, [302], { url: 'https://old.test/x?__cf_chl_rt_tk=a' }, 'unverifiable', 'bot-wall'],
    ['a closed site', deep, [301], { url: 'https://old.test/maintenance.html' }, 'unverifiable', 'bot-wall'],
    ['a challenge by its name', deep, [302], { url: 'https://old.test/challenge' }, 'unverifiable', 'bot-wall'],
    ['a page on maintenance', deep, [302], { url: 'https://old.test/kiln-maintenance' }, 'alive', null],
    [
      'from maintenance to maintenance',
      'http://old.test/maintenance',
      [301],
      { url: 'https://old.test/maintenance' },
      'moved',
      'permanent-redirect',
    ],
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

  test('an entry may be about what such pages are called', () => {
    const end = { url: 'https://old.test/challenge', body: '<h1>The kiln challenge</h1>' };
    expect(judged(deep, [302], end, ['kiln', 'challenge'])).toEqual(['alive', null]);
  });

  test('nothing is known of the entry: nobody is called a hijacker', () => {
    expect(judged(deep, [301], { url: 'https://bets.test/x' }, [])).toEqual(['moved', 'permanent-redirect']);
  });
});

test.each([
  ['an old page of many words', `<p>${'Bricks and glazes. '.repeat(20)}</p>`, ['unnamed-target']],
  ['a page that names the entry', `<p>Kiln ${'bricks and glazes. '.repeat(20)}</p>`, []],
  ['a page of few words', '<p>Bricks</p>', []],
])('a new URL on the same site shows %s', (_, body, notes) => {
  expect(notesOf('http://old.test/x', [301], { url: 'https://old.test/glazes', body })).toEqual(notes);
});

test('an entry may be named as error pages are', () => {
  const page = '<title>Not Found</title><h1>Not Found</h1><p>A game of four levels.</p>';
  expect(judgedAs('Not Found', page)).toEqual(['alive', null]);
  expect(judgedAs('Found', page)).toEqual(['suspect', 'soft-404']);
  expect(judgedAs('404', '<title>404</title><h1>404</h1>')).toEqual(['alive', null]);
  expect(judgedAs('Kiln 404', '<title>404</title><h1>404</h1>')).toEqual(['suspect', 'soft-404']);
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
    [
      { body: '<title>Just a moment...</title><p>Enable JavaScript to go on.</p>' },
      { body: `<title>Just a moment...</title>${'<p>A blog on kilns and what they are fired with.</p>'.repeat(80)}` },
    ],
    [
      { body: '<title>Making sure you&#39;re not a bot!</title><p>Loading</p>' },
      {
        body: `<pre>/.within.website/x/cmd/anubis/</pre>${'<p>How it keeps robots away from our kilns.</p>'.repeat(80)}`,
      },
    ],
    [
      { status: 404, body: '<title>Access Denied</title><h1>Access Denied</h1>Reference #18.2d351ab8.1557' },
      { body: '<title>Access Denied: a film</title><h1>Access Denied</h1>Reference #18.2' },
    ],
    [
      { status: 404, body: '<title>Sucuri WebSite Firewall - Access Denied</title>' },
      { body: '<title>How the Sucuri WebSite Firewall works</title>' },
    ],
    [
      { body: "<title>You are being redirected...</title><script>var s={},sucuri_cloudproxy_js='';</script>" },
      { body: '<title>You are being redirected...</title><p>What sucuri_cloudproxy_js does</p>' },
    ],
    [
      { body: "<title>kiln.test</title><script>var dd={'host':'geo.captcha-delivery.com'}</script>" },
      { body: '<title>kiln.test</title><p>We block captcha-delivery.com.</p>' },
    ],
    [
      { status: 404, url: 'https://a.test/cdn-cgi/challenge-platform/x' },
      { url: 'https://a.test/challenge-platform/x' },
    ],
    [{ url: 'https://validate.perfdrive.com/?ssa=1' }, { url: 'https://a.test/validate.perfdrive.com/' }],
    [{ status: 404, headers: { 'x-datadome': 'blocked' } }, { headers: { 'x-datadome': 'protected' } }],
    [{ status: 999 }, { status: 299 }],
  ] as const)('%o is a wall, %o is none', (hit, miss) => {
    const url = 'https://a.test/x';
    const hitBody = hit as Partial<HttpResponse>;
    expect(judged(url, [], { url, ...hitBody })).toEqual(wall);
    expect(judged(url, [], { url, ...(miss as Partial<HttpResponse>) })).toEqual(['alive', null]);
  });
});

test('passwords, controls and length are kept out of evidence', () => {
  expect(evidenceLine('GET http://me:secret@a.test/x -> 301 to https://you:hidden@b.test/')).toBe(
    'GET http://a.test/x -> 301 to https://b.test/',
  );
  expect(evidenceLine('GET http://a.test/@me -> 200')).toBe('GET http://a.test/@me -> 200');
  expect(evidenceLine('a\u001B[31m\r\nb\u202Ec')).toBe('a [31m b c');
  expect(evidenceLine('x'.repeat(300))).toHaveLength(200);
});
