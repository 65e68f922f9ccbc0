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
  'way1.test/not-found': { body: html('Oh dear', nothing) },
  'way2.test/courses/': { body: html('All courses', '<p>Knitting, weaving, sewing.</p>'.repeat(9)) },
  'way3.test/pots/': { body: html('Pots', words) },
  'www.linkedin.com/authwall': { body: html('Join', words) },
  // One site answers every address alike, the other has a page of the same kind.
  'alike.test/*': { body: html('Clay', '<p>Oops, this was removed or never was. Try the search.</p>') },
  'differs.test/pots': { body: html('Clay', '<p>This kiln was removed from the catalogue in May.</p>') },
  'differs.test/*': { status: 404, body: html('Nothing', '') },
  'shell.test/*': { body: '<!doctype html><title>Clay</title><div id="root"></div><script src="/a.js"></script>' },
};

let web: Web;
let outcome: LinkOutcome;
const more = ['http://alike.test/pots', 'http://differs.test/pots', 'http://shell.test/pots'];

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
}, 30_000);
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

  test('an application that a script fills is alive: only a browser could tell more', () => {
    expect(rowOf(outcome, 'http://shell.test/pots')).toMatchObject({ verdict: 'alive' });
    expect(web.log.filter((visit) => visit.host === 'shell.test')).toHaveLength(1);
  });
});
