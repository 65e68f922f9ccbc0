import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LinkOutcome } from '../../src/links/check.js';
import type { Sites } from '../web/server.js';
import { startWeb, type Web } from '../web/server.js';
import { checkLines } from './world.js';

const page = (title: string): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
const sites = ['amphora.test', 'beaker.test', 'crock.test', 'dish.test', 'ewer.test', 'flagon.test'];
const later = (ms: number): Promise<void> => new Promise((passed) => setTimeout(passed, ms));
const html = { 'content-type': 'text/html' };

/** Each site redirects to a page about it on another host. */
const leading = (to: (host: string) => string): Sites =>
  Object.fromEntries(
    sites.map((host) => [host, ({ response }) => response.writeHead(302, { location: to(host) }).end()] as const),
  );
const portal: Sites = { 'portal.hotel.test': ({ response }) => response.writeHead(200, html).end(page('Wireless')) };
const verdicts = ({ rows }: LinkOutcome): readonly string[] => [
  ...new Set(rows.map(({ verdict, reason }) => `${verdict} ${reason}`)),
];

describe('a login page of the network', () => {
  const check = async (more: Sites, urls: readonly string[]): Promise<LinkOutcome> => {
    const web = await startWeb({ ...portal, ...more });
    try {
      const sleep = async (): Promise<void> => {
        while (web.log.filter(({ host }) => host === 'portal.hotel.test').length < urls.length) await later(20);
        await later(1000);
      };
      return await checkLines(urls, { connectTo: web.connectTo(), cacert: web.ca }, { sleep });
    } finally {
      await web.stop();
    }
  };
  const all = sites.map((host) => `http://${host}/kiln`);
  const toPortal = leading(
    (host) => `http://portal.hotel.test/login?from=${encodeURIComponent(`http://${host}/kiln`)}`,
  );

  test('is not taken for the sites that redirect to it, and no failure of theirs', async () => {
    const outcome = await check(toPortal, all);
    expect(verdicts(outcome)).toEqual(['unreachable intercepted']);
    expect(new Set(outcome.rows.map(({ failures }) => failures))).toEqual(new Set([0]));
    expect(outcome.rows[0]?.evidence.at(-1)).toEqual({ kind: 'portal', host: 'portal.hotel.test' });
  });

  test.each([
    ['three sites', toPortal, all.slice(0, 3)],
    ['a page that is not told which URL was asked for', leading(() => 'http://portal.hotel.test/'), all],
  ] as const)('is not assumed with %s', async (_, more, urls) => {
    expect((await check(more, urls)).rows.map(({ reason }) => reason)).not.toContain('intercepted');
  });

  test('is what the status 511 says', async () => {
    const { rows } = await check({ 'portal.hotel.test': ({ response }) => response.writeHead(511, html).end('') }, [
      'http://portal.hotel.test/',
    ]);
    expect(rows[0]).toMatchObject({ verdict: 'unreachable', reason: 'intercepted', failures: 0 });
  });
});

describe('a network that decrypts HTTPS with an authority of its own', () => {
  let web: Web;
  beforeAll(async () => {
    web = await startWeb(
      Object.fromEntries(sites.map((host) => [host, ({ response }) => response.end('pots')] as const)),
    );
  });
  afterAll(() => web.stop());
  const all = sites.map((host) => `https://${host}/kiln`);

  test('is to blame, and not the sites', async () => {
    const outcome = await checkLines(all, { connectTo: web.connectTo(), confirmAfter: '5s' });
    expect(verdicts(outcome)).toEqual(['unreachable intercepted']);
    expect(new Set(outcome.rows.map(({ failures }) => failures))).toEqual(new Set([0]));
    expect(outcome.rows[0]?.evidence.at(-1)).toEqual({ kind: 'intercepted', issuer: 'Small web authority' });
  });

  test.each([
    ['four sites', all.slice(0, 4)],
    ['many pages of one site', Array.from({ length: 8 }, (_, index) => `https://kiln-${index}.potter.test/`)],
    [
      'one of them expired and one self-signed',
      [...all.slice(0, 4), 'https://expired.test/', 'https://self-signed.test/'],
    ],
  ])('is not assumed with %s', async (_, urls) => {
    const connectTo = [`:443:127.0.0.1:${web.https}`];
    expect(verdicts(await checkLines(urls, { connectTo }))).not.toContain('unreachable intercepted');
  });

  test('is not assumed where another certificate is good', async () => {
    const urls = [
      ...all.map((url) => url.replace('https', 'http')),
      'https://unknown-authority.test/',
      'https://secure.test/',
    ];
    const outcome = await checkLines(urls, { connectTo: web.connectTo(), cacert: web.ca });
    expect(verdicts(outcome)).toContain('broken tls-invalid');
  });
});
