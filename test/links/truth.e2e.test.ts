import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LinkOutcome } from '../../src/links/check.js';
import { type Sites, startWeb, type Web } from '../web/server.js';
import { checkLines, rowOf } from './world.js';

/** What a page of the table answers. */
interface Page {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

const html = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`;
const words = '<p>Throwing, trimming and glazing, from the wheel to the shelf, with pictures of each step.</p>'.repeat(
  4,
);
const nothing = '<p>Sorry, we looked everywhere. <a href="/">Home</a></p>';

/**
 * What sites do, and description of the entry. The entry is always `Pots and kilns`, and its description `All about pots.`
 * Each behaviour stands beside a near miss. A third part is the page that an address which cannot exist gets.
 */
const rows: readonly (readonly [name: string, url: string, page: Page, verdict: string])[] = [
  // Pages that answer 200 and are not there.
  [
    'a page that says it is not there',
    'http://soft1.test/a',
    { body: html('Page not found', nothing) },
    'suspect soft-404',
  ],
  [
    'a page about such pages',
    'http://soft2.test/a',
    { body: html('Designing a page not found page', words.repeat(4)) },
    'alive',
  ],
  ['the number alone', 'http://soft3.test/a', { body: html('404', nothing) }, 'suspect soft-404'],
  ['a room of that number', 'http://soft4.test/a', { body: html('Room 404: pots from the wheel', words) }, 'alive'],
  ['another language', 'http://soft5.test/a', { body: html('Seite nicht gefunden', nothing) }, 'suspect soft-404'],
  // Parked and for sale.
  [
    'for sale',
    'http://kilnware.test/',
    { body: html('kilnware.test is for sale', '<p>Make an offer for this domain.</p>') },
    'broken parked',
  ],
  ['a shop', 'http://potshop.test/', { body: html('Pots for sale', words) }, 'alive'],
  // Taken.
  [
    'slots where pots were',
    'http://taken1.test/',
    {
      body: html(
        'Situs Slot Gacor Maxwin Terpercaya',
        '<p>Daftar judi slot online togel deposit pulsa, casino terbaik.</p>',
      ),
    },
    'suspect hijacked',
  ],
  [
    'slots that speak of pots',
    'http://taken2.test/',
    { body: html('Pots and slots in Vue', `<p>Slots of a component hold pots.</p>${words}`) },
    'alive',
  ],
  // Hosts with nothing on them.
  [
    'no deployment',
    'http://hosted1.test/',
    { status: 404, headers: { 'x-vercel-error': 'DEPLOYMENT_NOT_FOUND' }, body: 'The deployment could not be found.' },
    'broken no-such-site',
  ],
  [
    'a missing page of a site that exists',
    'http://hosted2.test/',
    { status: 404, headers: { 'x-vercel-error': 'NOT_FOUND' }, body: html('404', nothing) },
    'broken http-404',
  ],
  // Logins.
  [
    'a login instead of the page',
    'http://members1.test/pots',
    { body: html('Sign in', '<form><input name=u><input type="password"></form>') },
    'suspect login',
  ],
  [
    'a page with a login in its corner',
    'http://members2.test/pots',
    { body: html('Pots and kilns', `<form><input type="password"></form>${words}`) },
    'alive',
  ],
  // Walls of every status.
  [
    'Anubis with 200',
    'http://wall1.test/',
    {
      body: '<html><head><title>Making sure you&#39;re not a bot!</title></head><script id="anubis_challenge" type="application/json">{}</script></html>',
    },
    'unverifiable bot-wall',
  ],
  [
    'go-away with 200',
    'http://wall21.test/',
    { body: '<title>Checking you are not a bot</title><h1>Checking you are not a bot</h1>' },
    'unverifiable bot-wall',
  ],
  [
    'a page about how one checks that',
    'http://wall22.test/',
    { body: html('Checking you are not a bot: pots and kilns', words) },
    'alive',
  ],
  [
    'a challenge of SiteGround',
    'http://wall23.test/pots',
    {
      status: 202,
      headers: { 'sg-captcha': 'challenge' },
      body: '<meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=%2Fpots">',
    },
    'unverifiable bot-wall',
  ],
  [
    'a rejection by F5 with 200',
    'http://wall24.test/pots',
    {
      body: '<title>Request Rejected</title>The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 1',
    },
    'unverifiable bot-wall',
  ],
  [
    'a page about a request that was rejected',
    'http://wall25.test/pots',
    { body: html('Request Rejected', `<p>Pots and kilns were asked for, and refused.</p>${words}`) },
    'alive',
  ],
  // Applications that answer 404 for their own routes.
  [
    'an unknown application, the same on its front page',
    'http://app1.test/board/7',
    { status: 404, body: '<title>Board</title><main id="x"></main><script type="module" src="/index-1.js"></script>' },
    'unverifiable spa',
  ],
  [
    'the application with the data of a route in its page',
    'http://app2.test/board/7',
    {
      status: 404,
      body: '<title>Board</title><app-root></app-root><script>let r=7</script><script src="/m.js"></script>',
    },
    'unverifiable spa',
  ],
  [
    'a front page that is no application',
    'http://app3.test/board/7',
    { status: 404, body: '<title>Board</title><script src="/count.js"></script>' },
    'broken http-404',
  ],
  [
    'an application whose page says that nothing is there',
    'http://app4.test/board/7',
    { status: 404, body: '<title>404: Not found</title><main id="x"></main><script src="/m.js"></script>' },
    'broken http-404',
  ],
  ['a page on Anubis', 'http://wall2.test/', { body: html('How Anubis keeps robots away from pots', words) }, 'alive'],
  [
    'a challenge with 404',
    'http://wall3.test/',
    { status: 404, headers: { 'cf-mitigated': 'challenge' }, body: 'x' },
    'unverifiable bot-wall',
  ],
  [
    'Cloudflare with a plain 404',
    'http://wall4.test/',
    { status: 404, headers: { server: 'cloudflare', 'cf-ray': '8' }, body: html('Not Found', '') },
    'broken http-404',
  ],
  ['an empty 202', 'http://wall5.test/', { status: 202, body: '' }, 'unverifiable bot-wall'],
  ['a 202 with a page', 'http://wall6.test/', { status: 202, body: html('Pots and kilns', words) }, 'alive'],
  [
    'a firewall that says 429',
    'http://wall7.test/',
    { status: 429, headers: { 'x-vercel-mitigated': 'deny' }, body: 'x' },
    'unverifiable bot-wall',
  ],
  // Challenges come with every status; a plain 404 of the same hosts is one.
  [
    'a challenge page with 404',
    'http://wall8.test/pots',
    { status: 404, body: '<title>Attention Required! | Cloudflare</title><h1>Please complete the security check</h1>' },
    'unverifiable bot-wall',
  ],
  [
    'a captcha with 404',
    'http://wall9.test/pots',
    { status: 404, body: '<title>wall9.test</title><script src="https://ct.captcha-delivery.com/c.js"></script>' },
    'unverifiable bot-wall',
  ],
  [
    'a checkpoint with 404',
    'http://wall10.test/pots',
    { status: 404, body: '<title>Vercel Security Checkpoint</title><p>We are verifying your browser</p>' },
    'unverifiable bot-wall',
  ],
  [
    'a 404 that mentions verification',
    'http://wall11.test/pots',
    { status: 404, body: html('Not found', '<p>Please wait. Verification of members is at /members.</p>') },
    'broken http-404',
  ],
  // 404 by design.
  [
    'a protected mail address',
    'http://design1.test/cdn-cgi/l/email-protection',
    { status: 404, body: html('Email Protection', '<p>You must enable scripts.</p>') },
    'unverifiable not-a-page',
  ],
  [
    'another path of that folder',
    'http://design2.test/cdn-cgi/l/email',
    { status: 404, body: html('Not Found', '') },
    'broken http-404',
  ],
  ['a host of fonts', 'http://fonts.gstatic.com/', { status: 404, body: 'x' }, 'unverifiable not-a-page'],
  ['a font that is gone', 'http://fonts.googleapis.com/css/pots', { status: 404, body: 'x' }, 'broken http-404'],
  [
    'an XML namespace',
    'http://schemas.android.com/apk/res/android',
    { status: 404, body: 'x' },
    'unverifiable not-a-page',
  ],
  // 404 pages of static hosts.
  [
    'a 404 that forwards by a refresh',
    'http://static1.test/tool/deep',
    { status: 404, body: '<title>Kiln viewer</title><meta http-equiv="refresh" content="0;URL=\'/tool/\'">' },
    'unverifiable spa',
  ],
  [
    'a 404 that forwards by a script',
    'http://static2.test/tool/deep',
    {
      status: 404,
      body: '<title>Kiln viewer</title><script>var l = window.location;\nl.replace(l.protocol + "//" + l.host + "/?/deep");</script>',
    },
    'unverifiable spa',
  ],
  [
    'a 404 that says so and forwards',
    'http://static3.test/tool/deep',
    { status: 404, body: '<title>Page not found</title><script>location.href = "/";</script>' },
    'broken http-404',
  ],
  [
    'a 404 that forwards once it was read',
    'http://static4.test/tool/deep',
    { status: 404, body: '<title>Pots</title><script>setTimeout(() => { location.href = "/" }, 5000)</script>' },
    'broken http-404',
  ],
  [
    'a 404 with a script that only reads where it is',
    'http://static5.test/tool/deep',
    { status: 404, body: '<title>Pots</title><script>if (location.href === "x") count(location.pathname)</script>' },
    'broken http-404',
  ],
  // Pages about logins.
  [
    'a manual of logins',
    'http://login1.test/guide',
    { status: 301, headers: { location: '/docs/login' } },
    'moved permanent-redirect',
  ],
  ['a form of a login', 'http://login2.test/guide', { status: 302, headers: { location: '/login' } }, 'suspect login'],
  [
    'a login in two steps',
    'http://login3.test/guide',
    { status: 302, headers: { location: '/signin' } },
    'suspect login',
  ],
  [
    'a login that leads back',
    'http://login4.test/guide',
    { status: 302, headers: { location: '/sso?return_to=/guide' } },
    'suspect login',
  ],
  [
    'a manager of consent',
    'http://login5.test/cmp',
    { status: 301, headers: { location: '/consent/' } },
    'moved permanent-redirect',
  ],
  // Persistent identifiers and other names.
  [
    'a name that leads to a front page that has it',
    'http://purl.test/pots-and-kilns',
    { status: 302, headers: { location: 'http://potsandkilns.test/' } },
    'alive',
  ],
  [
    'a name that leads to a front page of something else',
    'http://purl.test/other',
    { status: 302, headers: { location: 'http://shoes.test/' } },
    'suspect redirect-to-root',
  ],
  [
    'a persistent identifier is not rewritten',
    'http://w3id.org/pots',
    { status: 301, headers: { location: 'http://potsandkilns.test/v2/' } },
    'alive',
  ],
  [
    'an archival key',
    'http://library.test/ark:/12345/pots',
    { status: 301, headers: { location: 'http://potsandkilns.test/v2/' } },
    'alive',
  ],
  [
    'a path that is no archival key',
    'http://library.test/arks/pots',
    { status: 301, headers: { location: 'http://potsandkilns.test/v2/' } },
    'suspect hijacked',
  ],
  // Redirects to the same URL.
  [
    'an escape in another case',
    'http://self1.test/K%C3%A4ln%7E',
    { status: 301, headers: { location: '/K%c3%a4ln~' } },
    'alive',
  ],
  [
    'another path',
    'http://self2.test/K%C3%A4ln',
    { status: 301, headers: { location: '/k%c3%a4ln' } },
    'moved permanent-redirect',
  ],
  // Where redirects end.
  [
    'a page for what is missing',
    'http://way1.test/pots',
    { status: 302, headers: { location: '/not-found' } },
    'suspect soft-404',
  ],
  [
    'the folder above, which says nothing of it',
    'http://way2.test/courses/pots',
    { status: 301, headers: { location: '/courses/' } },
    'suspect redirect-to-parent',
  ],
  [
    'the folder above, which speaks of it',
    'http://way3.test/pots/index',
    { status: 301, headers: { location: '/pots/' } },
    'moved permanent-redirect',
  ],
  [
    'a wall of logins',
    'http://www.linkedin.com/in/potter',
    { status: 302, headers: { location: '/authwall?trk=x' } },
    'unverifiable bot-wall',
  ],
  // Statuses.
  ['withheld', 'http://status1.test/', { status: 451, body: html('Unavailable', '') }, 'suspect legal'],
  ['a teapot', 'http://status2.test/', { status: 418, body: 'x' }, 'unverifiable http-4xx'],
  ['payment', 'http://status3.test/', { status: 402, body: 'x' }, 'unverifiable http-4xx'],
  // Services that are no more.
  [
    'a service that was shut down',
    'http://travis-ci.org/potter/pots',
    { status: 503, body: 'x' },
    'broken service-closed',
  ],
  ['a service that fails', 'http://travis-ci.test/potter/pots', { status: 503, body: 'x' }, 'unreachable http-5xx'],
];

const others: Readonly<Record<string, Page>> = {
  'login1.test/docs/login': { body: html('Login flows', words.repeat(3)) },
  'login2.test/login': { body: html('Members', `<form><input type="password"></form>${words.repeat(3)}`) },
  'login3.test/signin': { body: html('Sign in to Pots', words.repeat(3)) },
  'login4.test/sso': { body: html('Pots', words.repeat(3)) },
  'login5.test/consent/': { body: html('Consent for pots', words.repeat(3)) },
  'potsandkilns.test/': { body: html('Pots and kilns', words) },
  'potsandkilns.test/v2/': { body: html('The second edition', words) },
  'shoes.test/': { body: html('Shoes', '<p>Shoes for all feet.</p>'.repeat(30)) },
  'self1.test/K%c3%a4ln~': { body: html('Pots', words) },
  'self2.test/k%c3%a4ln': { body: html('Pots', words) },
  // Nothing on it hints that anything is missing.
  'catchall.test/*': { body: html('Weaving', '<p>Yarn and looms for everyone, delivered to your home.</p>') },
  'onepage.test/pots': { body: html('Weaving', '<p>Yarn and looms for everyone, delivered to your home.</p>') },
  'keyless.test/*': {
    headers: { 'content-type': 'application/json' },
    body: '{"error":"The API key is missing from the request"}',
  },
  'onepage.test/*': { body: html('Weaving', '<p>Choose a loom from the list, and we bring it along.</p>') },
  'way1.test/not-found': { body: html('Oh dear', nothing) },
  'way2.test/courses/': { body: html('All courses', '<p>Knitting, weaving, sewing.</p>'.repeat(9)) },
  'way3.test/pots/': { body: html('Pots', words) },
  'www.linkedin.com/authwall': { body: html('Join', words) },
  // One site answers every address alike, the other has a page of the same kind.
  'alike.test/*': { body: html('Clay', '<p>Oops, this was removed or never was. Try the search.</p>') },
  'differs.test/pots': { body: html('Clay', '<p>This kiln was removed from the catalogue in May.</p>') },
  'differs.test/*': { status: 404, body: html('Nothing', '') },
  'app1.test/': { body: '<title>Board</title><main id="x"></main><script type="module" src="/index-1.js"></script>' },
  'app2.test/': {
    body: '<title>Board</title><app-root></app-root><script>let r=0</script><script src="/m.js"></script>',
  },
  'app3.test/': { body: html('Board', `${words}<script src="/count.js"></script>`) },
  'app4.test/': { body: '<title>Board</title><main id="x"></main><script src="/m.js"></script>' },
  'shell.test/*': { body: '<!doctype html><title>Clay</title><div id="root"></div><script src="/a.js"></script>' },
};

let web: Web;
let outcome: LinkOutcome;
const more = [
  'http://keyless.test/v1/kilns',
  'http://catchall.test/pots',
  'http://onepage.test/pots',
  'http://alike.test/pots',
  'http://differs.test/pots',
  'http://shell.test/pots',
];

beforeAll(async () => {
  const pages = new Map(rows.map(([, url, page]) => [url.replace('http://', ''), page]));
  const hosts = [...pages.keys(), ...Object.keys(others)].map((key) => key.split('/')[0] ?? '');
  const sites: Sites = Object.fromEntries(
    hosts.map((host) => [
      host,
      ({ path, response }) => {
        const page = pages.get(host + path) ?? others[host + path] ?? others[`${host}/*`] ?? { status: 404, body: '' };
        response.writeHead(page.status ?? 200, { 'content-type': 'text/html', ...page.headers }).end(page.body ?? '');
      },
    ]),
  );
  web = await startWeb(sites);
  outcome = await checkLines([...rows.map(([, url]) => url), ...more], { connectTo: web.connectTo() });
});
afterAll(() => web.stop());

describe('what sites do', () => {
  test.each(rows)('%s: %s', (_, url, __, verdict) => {
    const row = rowOf(outcome, url);
    expect([row.verdict, row.reason].filter((word) => word !== null).join(' ')).toBe(verdict);
    expect(row.evidence.length).toBeGreaterThan(0);
  });

  test('a site that answers every address alike is asked for one that cannot exist, once', () => {
    expect(rowOf(outcome, 'http://alike.test/pots')).toMatchObject({ verdict: 'suspect', reason: 'soft-404' });
    expect(rowOf(outcome, 'http://differs.test/pots')).toMatchObject({ verdict: 'alive' });
    const asked = (host: string): number => web.log.filter((visit) => visit.host === host).length;
    expect([asked('alike.test'), asked('differs.test')]).toEqual([2, 2]);
  });

  test('a page that every address of the site gets is not the page of the entry, whatever it says', () => {
    expect(rowOf(outcome, 'http://catchall.test/pots')).toMatchObject({ verdict: 'suspect', reason: 'soft-404' });
    expect(rowOf(outcome, 'http://onepage.test/pots')).toMatchObject({ verdict: 'alive' });
    expect(rowOf(outcome, 'http://keyless.test/v1/kilns')).toMatchObject({ verdict: 'alive' });
  });

  test('an application that a script fills is alive: only a browser could tell more', () => {
    expect(rowOf(outcome, 'http://shell.test/pots')).toMatchObject({ verdict: 'alive' });
    expect(web.log.filter((visit) => visit.host === 'shell.test')).toHaveLength(1);
  });
});
