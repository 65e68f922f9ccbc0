import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LinkOutcome } from '../../src/links/check.js';
import { startWeb, type Web } from '../web/server.js';
import { checkLines, rowOf } from './world.js';

let web: Web;
beforeAll(async () => {
  web = await startWeb();
});
afterAll(() => web.stop());

/** What each address of the small web must be called; near misses stand beside the hits. */
const table: readonly (readonly [url: string, verdict: string, reason: string | null])[] = [
  ['http://plain.test/a', 'alive', null],
  ['http://moved.test/old', 'moved', 'permanent-redirect'],
  ['http://moved.test/older', 'moved', 'permanent-redirect'],
  ['http://moved.test/temporary', 'alive', null],
  ['http://moved.test/mixed', 'alive', null],
  ['http://moved.test/refresh', 'moved', 'permanent-redirect'],
  ['http://moved.test/slow-refresh', 'alive', null],
  ['http://moved.test/deep/page', 'suspect', 'redirect-to-root'],
  ['http://moved.test/deep/temporary', 'suspect', 'redirect-to-root'],
  ['http://moved.test/', 'alive', null],
  ['http://moved.test/members', 'suspect', 'login'],
  ['http://moved.test/login', 'alive', null],
  ['http://moved.test/away', 'moved', 'permanent-redirect'],
  ['http://moved.test/gone-away', 'suspect', 'hijacked'],
  ['http://moved.test/mail', 'unverifiable', 'redirect-to-scheme'],
  ['http://moved.test/private', 'skipped', 'private-address'],
  ['http://moved.test/unicode', 'moved', 'permanent-redirect'],
  ['http://moved.test/to-error', 'broken', 'http-404'],
  ['http://loop.test/a', 'broken', 'redirect-loop'],
  ['http://loop.test/long', 'broken', 'too-many-redirects'],
  ['http://loop.test/cookie', 'alive', null],
  ['http://status.test/404', 'broken', 'http-404'],
  ['http://status.test/410', 'broken', 'http-410'],
  ['http://status.test/flaky', 'alive', null],
  ...[401, 402, 403, 405, 406, 407, 412, 418, 431, 422].map(
    (code) => [`http://status.test/${code}`, 'unverifiable', 'http-4xx'] as const,
  ),
  ['http://status.test/999', 'unverifiable', 'bot-wall'],
  ['http://status.test/451', 'suspect', 'legal'],
  ['http://status.test/408', 'unreachable', 'timeout'],
  ['http://status.test/425', 'unreachable', 'rate-limited'],
  ['http://status.test/500', 'unreachable', 'http-5xx'],
  ['http://status.test/503', 'unreachable', 'http-5xx'],
  ['http://busy.test/x', 'unreachable', 'rate-limited'],
  ['http://status.test/202-empty', 'unverifiable', 'bot-wall'],
  ['http://wall.test/cloudflare', 'unverifiable', 'bot-wall'],
  ['http://wall.test/cloudflare-200', 'unverifiable', 'bot-wall'],
  ['http://wall.test/vercel', 'unverifiable', 'bot-wall'],
  ['http://wall.test/aws', 'unverifiable', 'bot-wall'],
  ['http://wall.test/moment', 'unverifiable', 'bot-wall'],
  ['http://wall.test/anubis', 'unverifiable', 'bot-wall'],
  ['http://wall.test/404', 'unverifiable', 'bot-wall'],
  ['http://wall.test/widget', 'alive', null],
  ['http://wall.test/server-only', 'broken', 'http-404'],
  ['http://app.test/real', 'unverifiable', 'spa'],
  ['http://app.test/other', 'broken', 'http-404'],
  ['http://drip.test/', 'alive', null],
  ['http://odd.test/endless', 'alive', null],
  ['http://odd.test/bomb', 'alive', null],
  ['http://hang.test/', 'unreachable', 'timeout'],
  ['http://odd.test/big-header', 'alive', null],
  ['http://odd.test/huge-header', 'unreachable', 'headers-too-large'],
  ['http://odd.test/short', 'alive', null],
  ['http://odd.test/garbage', 'unreachable', 'malformed'],
  ['http://odd.test/reset', 'unreachable', 'reset'],
  ['http://odd.test/close', 'unreachable', 'reset'],
  ['http://odd.test/binary', 'alive', null],
  ['http://refused.test/', 'unreachable', 'refused'],
  ['https://secure.test/', 'alive', null],
  ['https://expired.test/', 'broken', 'tls-expired'],
  ['https://wrong-name.test/', 'broken', 'tls-invalid'],
  ['https://self-signed.test/', 'broken', 'tls-invalid'],
  ['https://unknown-authority.test/', 'broken', 'tls-invalid'],
  ['https://incomplete.test/', 'alive', null],
  ['http://127.0.0.1:1/', 'skipped', 'private-address'],
  ['http://[::1]/', 'skipped', 'private-address'],
  ['http://[::ffff:7f00:1]/', 'skipped', 'private-address'],
  ['http://0x7f.1/', 'skipped', 'private-address'],
  ['http://localhost/', 'skipped', 'private-address'],
];

describe('every answer is called what the contract calls it', () => {
  let outcome: LinkOutcome;
  beforeAll(async () => {
    const connectTo = [...web.connectTo(), 'refused.test:80:127.0.0.1:1'];
    outcome = await checkLines(
      table.map(([url]) => url),
      { connectTo, cacert: web.ca, hosts: { 'hang.test': { timeout: '2s' }, 'drip.test': { timeout: '5s' } } },
    );
  });

  test.each(table)('%s is %s %s', (url, verdict, reason) => {
    const row = rowOf(outcome, url);
    expect([row.verdict, row.reason], row.evidence.join('\n')).toEqual([verdict, reason]);
    expect(row.evidence.length).toBeGreaterThan(0);
  });

  test('what is broken was asked twice and says so', () => {
    for (const row of outcome.rows.filter((each) => each.verdict === 'broken')) {
      expect(row.evidence.at(-1), row.url).toMatchObject({ kind: 'confirmed', same: true });
      expect(rowOf(outcome, row.url).evidence.at(-1)).toMatch(/^the same result \d+ s later: /);
    }
  });

  test('the way is told hop by hop, with statuses', () => {
    expect(rowOf(outcome, 'http://moved.test/older')).toMatchObject({
      finalUrl: 'http://moved.test/new',
      suggestion: 'http://moved.test/new',
      redirects: [
        { status: 308, url: 'http://moved.test/old' },
        { status: 301, url: 'http://moved.test/new' },
      ],
    });
    expect(rowOf(outcome, 'http://moved.test/mixed')).toMatchObject({
      notes: ['temporary-redirect'],
      suggestion: null,
    });
    expect(rowOf(outcome, 'https://incomplete.test/').notes).toEqual(['incomplete-certificate-chain']);
    expect(rowOf(outcome, 'http://moved.test/unicode').finalUrl).toBe('http://moved.test/caf%C3%A9');
  });
});

test('a host that asks for patience is asked again when it said, and not before', async () => {
  const from = web.log.length;
  const outcome = await checkLines(['http://status.test/retry'], {
    connectTo: web.connectTo(),
    retries: 2,
  });
  expect(rowOf(outcome, 'http://status.test/retry').verdict).toBe('alive');
  const times = web.log.slice(from).map(({ at }) => at);
  expect(times).toHaveLength(3);
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(990);
});

test('nobody else of a host goes before its not-before', async () => {
  const shy = await startWeb({
    'shy.test': ({ response, before, path }) => {
      const busy = path === '/0' && before === 0;
      response.writeHead(busy ? 429 : 200, { 'content-type': 'text/html', ...(busy ? { 'retry-after': '1' } : {}) });
      response.end('<title>Shy</title>');
    },
  });
  try {
    const urls = Array.from({ length: 20 }, (_, index) => `http://shy.test/${index}`);
    const outcome = await checkLines(urls, { connectTo: shy.connectTo(['shy.test']), retries: 2, perHost: 8 });
    expect(outcome.rows.every((row) => row.verdict === 'alive')).toBe(true);
    const refused = shy.log.findIndex(({ path }) => path === '/0');
    const soon = shy.log.findIndex(({ at }) => at >= (shy.log[refused]?.at ?? 0) + 950);
    // What was on its way when the host asked for patience still arrives: at most one for each other connection.
    expect(soon).toBeGreaterThan(refused);
    expect(soon - refused).toBeLessThanOrEqual(8);
    expect(shy.log.length - soon).toBeGreaterThan(5);
  } finally {
    await shy.stop();
  }
});

test('headers of the user go to their host alone, also after a redirect', async () => {
  const from = web.log.length;
  await checkLines(['http://moved.test/away', 'http://plain.test/x'], {
    connectTo: web.connectTo(),
    header: ['moved.test=authorization: Bearer secret'],
  });
  const seen = web.log.slice(from).map(({ host, headers }) => [host, headers.authorization ?? null]);
  expect(seen).toContainEqual(['moved.test', 'Bearer secret']);
  expect(seen.filter(([host]) => host !== 'moved.test').every(([, value]) => value === null)).toBe(true);
});

test('addresses that differ in the fragment alone are asked once, and each has its row', async () => {
  const from = web.log.length;
  const outcome = await checkLines(
    ['http://plain.test/same#a', 'http://plain.test/same#b', 'http://PLAIN.test:80/same'],
    { connectTo: web.connectTo() },
  );
  expect(web.log.slice(from)).toHaveLength(1);
  expect(outcome.rows).toHaveLength(3);
});

test('settings decide what is asked', async () => {
  const from = web.log.length;
  const urls = ['http://plain.test/a', 'http://plain.test/b', 'tel:123', 'http://status.test/403'];
  const outcome = await checkLines(urls, { connectTo: web.connectTo(), exclude: ['/a$'], accept: '200..299,403' });
  expect(urls.map((url) => rowOf(outcome, url)).map(({ verdict, reason }) => [verdict, reason])).toEqual([
    ['skipped', 'excluded'],
    ['alive', null],
    ['skipped', 'scheme'],
    ['alive', null],
  ]);
  expect(
    web.log
      .slice(from)
      .map(({ path }) => path)
      .sort(),
  ).toEqual(['/403', '/b']);
  const offline = await checkLines(['http://plain.test/a'], { offline: true });
  expect(rowOf(offline, 'http://plain.test/a')).toMatchObject({ verdict: 'skipped', reason: 'offline' });
});

test('all addresses of one host fall into one shard', async () => {
  const urls = Array.from({ length: 30 }, (_, index) => `http://host${index % 10}.test/${index}`);
  const shards = await Promise.all(
    [1, 2, 3].map((index) => checkLines(urls, { connectTo: [`:80:127.0.0.1:${web.http}`], shard: `${index}/3` })),
  );
  const hosts = shards.map((outcome) => new Set(outcome.rows.map((row) => new URL(row.url).host)));
  expect(shards.reduce((sum, outcome) => sum + outcome.rows.length, 0)).toBe(30);
  expect(hosts.reduce((sum, set) => sum + set.size, 0)).toBe(10);
});

test('an interrupt gives back what is settled, without waiting for the rest', async () => {
  const abort = new AbortController();
  const outcome = await checkLines(
    ['http://plain.test/quick', 'http://hang.test/'],
    { connectTo: web.connectTo() },
    { signal: abort.signal, onVerdict: () => abort.abort() },
  );
  expect(outcome.interrupted).toBe(true);
  expect(rowOf(outcome, 'http://plain.test/quick').verdict).toBe('alive');
  expect(rowOf(outcome, 'http://hang.test/')).toMatchObject({ verdict: 'skipped', reason: 'interrupted' });
});

test('what is reported after an interrupt is in the ledger, and what is answered later is in neither', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'listwright-interrupt-'));
  const ledger = join(folder, 'ledger.jsonl');
  // All are answered together, half of them once the run has been interrupted.
  const held: ServerResponse[] = [];
  const server = createServer((_, response) => {
    held.push(response);
    if (held.length < 60) return;
    held.forEach((each, index) => {
      each.writeHead(200, { 'content-type': 'text/html' });
      if (index % 2 === 0) each.end('<title>Pots</title><h1>Pots and kilns</h1>');
      else setTimeout(() => each.end('<title>Pots</title><h1>Pots and kilns</h1>'), 5);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    const abort = new AbortController();
    const outcome = await checkLines(
      Array.from({ length: 60 }, (_, index) => `http://pots${index}.test/`),
      { connectTo: [`:80:127.0.0.1:${(server.address() as AddressInfo).port}`], ledger },
      { signal: abort.signal, onVerdict: () => abort.abort() },
    );
    const alive = outcome.rows.filter(({ verdict }) => verdict === 'alive').map(({ url }) => url);
    expect(alive.length).toBeGreaterThan(0);
    const lines = readFileSync(ledger, 'utf8').trim().split('\n').slice(1);
    expect(lines.map((line) => (JSON.parse(line) as { url: string }).url)).toEqual(alive);
    await new Promise((passed) => setTimeout(passed, 200));
    expect(readdirSync(folder)).toEqual(['ledger.jsonl']);
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  }
});

test('after an interrupt no request begins', async () => {
  const from = web.log.length;
  const abort = new AbortController();
  const hosts = Array.from({ length: 60 }, (_, index) => `pots${index}.test`);
  await checkLines(
    hosts.map((host) => `http://${host}/`),
    { connectTo: [`:80:127.0.0.1:${web.http}`], concurrency: 2 },
    { signal: abort.signal, onVerdict: () => abort.abort() },
  );
  await new Promise((passed) => setTimeout(passed, 100));
  // Two had ended or were under way, and two more may have begun in the same turn.
  expect(web.log.length - from).toBeLessThan(8);
});

test.each([
  ['http://status.test/425', 'unreachable'],
  ['http://status.test/500', 'broken'],
])('what fails for weeks may be dead, but not what only limits requests: %s is %s', async (url, verdict) => {
  const folder = mkdtempSync(join(tmpdir(), 'listwright-weeks-'));
  try {
    let outcome: LinkOutcome | null = null;
    for (let week = 0; week < 4; week++)
      outcome = await checkLines(
        [url],
        { connectTo: web.connectTo(), ledger: join(folder, 'ledger.jsonl') },
        { now: () => Date.now() + week * 7 * 86_400_000 },
      );
    expect(outcome?.rows[0]).toMatchObject({ verdict, failures: 4 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('no network is not a broken list', async () => {
  const names = ['http://a.invalid/', 'http://b.other.invalid/', 'http://third.invalid/'];
  const outcome = await checkLines(names, {});
  expect(outcome.offline).toBe(true);
  expect(outcome.rows.every((row) => row.verdict === 'skipped' && row.reason === 'offline')).toBe(true);
  // As soon as one host answers, a name that does not exist is one.
  const online = await checkLines([...names, 'http://plain.test/'], { connectTo: web.connectTo() });
  expect(online.offline).toBe(false);
});
