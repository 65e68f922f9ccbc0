import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LinkOutcome } from '../../src/links/check.js';
import type { Sites } from '../web/server.js';
import { startWeb, type Web } from '../web/server.js';
import { checkLines, rowOf } from './world.js';

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
    ['a page that does not get the URL', leading(() => 'http://portal.hotel.test/'), all],
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

describe('a network that decrypts HTTPS with its own authority', () => {
  let web: Web;
  beforeAll(async () => {
    web = await startWeb(
      Object.fromEntries(sites.map((host) => [host, ({ response }) => response.end('pots')] as const)),
    );
  });
  afterAll(() => web.stop());
  const all = sites.map((host) => `https://${host}/kiln`);

  test('is to blame, and not the sites, although plain HTTP gets through', async () => {
    const urls = [...all, 'http://plain.test/a'];
    const outcome = await checkLines(urls, { connectTo: web.connectTo(), confirmAfter: '5s' });
    const { verdict, failures } = rowOf(outcome, 'http://plain.test/a');
    expect([verdict, failures]).toEqual(['alive', 0]);
    for (const url of all) {
      const row = outcome.rows.find((each) => each.url === url);
      expect(row).toMatchObject({ verdict: 'unreachable', reason: 'intercepted', failures: 0 });
      expect(row?.evidence.at(-1)).toEqual({ kind: 'intercepted', issuer: 'Small web authority' });
    }
    // A check and a confirmation look at the certificate anyway; finding out who issued it takes no more requests.
    expect(web.log.filter(({ host }) => sites.includes(host))).toHaveLength(2 * all.length);
  });
});

test('a fault of the network makes no dead link of one that has failed before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'listwright-fault-'));
  let status = 500;
  const web = await startWeb({ 'kiln.test': ({ response }) => response.writeHead(status, html).end('') });
  const checkOn = async (day: number): Promise<LinkOutcome> =>
    checkLines(
      ['http://kiln.test/'],
      { connectTo: web.connectTo(), ledger: join(folder, 'ledger.jsonl') },
      { now: () => Date.now() + day * 86_400_000 },
    );
  try {
    for (const day of [0, 1, 2]) expect(verdicts(await checkOn(day))).toEqual(['unreachable http-5xx']);
    status = 511;
    expect(verdicts(await checkOn(8))).toEqual(['unreachable intercepted']);
    status = 500;
    expect(verdicts(await checkOn(9))).toEqual(['broken http-5xx']);
  } finally {
    await web.stop();
    rmSync(folder, { recursive: true });
  }
});
