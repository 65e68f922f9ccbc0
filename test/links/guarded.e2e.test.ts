import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evidenceText, withSentences } from '../../src/report/evidence.js';
import { startWeb, type Web } from '../web/server.js';
import { checkLines, rowOf } from './world.js';

const send =
  (status: number, headers: Record<string, string> = {}) =>
  ({ response }: { readonly response: import('node:http').ServerResponse }): void => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end('<title>Pots and kilns</title>');
  };

let web: Web;
beforeAll(async () => {
  web = await startWeb({
    'safe.test': ({ path, response }) => {
      const to = { '/down': 'http://safe.test/plain', '/same': '/here', '/port': 'http://safe.test:8080/x' }[path];
      send(to === undefined ? 200 : 301, to === undefined ? {} : { location: to })({ response });
    },
    'cookies.test': ({ response }) =>
      send(302, { location: 'http://plain.test/after', 'set-cookie': 'id=1; Path=/' })({ response }),
    'down.test': send(503),
    'shy.test': send(429),
  });
});
afterAll(() => web.stop());

const connectTo = (): string[] => [
  `:443:127.0.0.1:${web.https}`,
  `:80:127.0.0.1:${web.http}`,
  `:8080:127.0.0.1:${web.http}`,
];

describe('what is secret stays with its origin', () => {
  const secretsAt = async (url: string): Promise<readonly (readonly [string, boolean])[]> => {
    const from = web.log.length;
    await checkLines([url], { connectTo: connectTo(), cacert: web.ca, header: ['safe.test=x-token: secret'] });
    return web.log.slice(from).map(({ path, headers }) => [path, headers['x-token'] === 'secret'] as const);
  };

  test('a header follows to the same origin', async () => {
    expect(await secretsAt('https://safe.test/same')).toEqual([
      ['/same', true],
      ['/here', true],
    ]);
  });

  test('but not where the encryption ends', async () => {
    expect(await secretsAt('https://safe.test/down')).toEqual([
      ['/down', true],
      ['/plain', false],
    ]);
  });

  test('nor to another port', async () => {
    expect(await secretsAt('http://safe.test/port')).toEqual([
      ['/port', true],
      ['/x', false],
    ]);
  });

  test('nor a cookie to another host', async () => {
    const from = web.log.length;
    await checkLines(['http://cookies.test/'], { connectTo: connectTo() });
    const after = web.log.slice(from).find(({ host }) => host === 'plain.test');
    expect(after?.headers.cookie).toBeUndefined();
  });
});

test('private addresses are reached only when that is allowed', async () => {
  let visits = 0;
  const server = createServer((_, response) => {
    visits++;
    response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Inside');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  try {
    const url = `http://127.0.0.1:${port}/`;
    const dressed = `http://[::ffff:127.0.0.1]:${port}/`;
    const refused = await checkLines([url, dressed], {});
    expect(rowOf(refused, url)).toMatchObject({ verdict: 'skipped', reason: 'private-address' });
    expect(rowOf(refused, dressed)).toMatchObject({ verdict: 'skipped', reason: 'private-address' });
    expect(visits).toBe(0);
    expect(rowOf(await checkLines([url], { allowPrivate: true }), url).verdict).toBe('alive');
    expect(visits).toBe(1);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});

test('no address, however odd, makes the checker throw', async () => {
  const odd = [
    'http://1.2.3.4.5/',
    'http://a.test:99999/',
    'http://xn--a.test/',
    'http://a..test/',
    'http://%zz.test/',
    'mailto:',
    'x:',
  ];
  const outcome = await checkLines(
    odd.map((url) => `- [Odd](<${url}>) - Odd.`),
    { connectTo: connectTo() },
  );
  for (const row of outcome.rows) expect(row.evidence.length, row.url).toBeGreaterThan(0);
  expect(rowOf(outcome, 'http://1.2.3.4.5/')).toMatchObject({ verdict: 'skipped', reason: 'invalid-url' });
  expect(rowOf(outcome, 'http://a.test:99999/')).toMatchObject({ verdict: 'skipped', reason: 'invalid-url' });
});

test('a host that never lets up is let alone, and what was not asked says so', async () => {
  for (const [host, reason] of [
    ['shy.test', 'rate-limited'],
    ['down.test', 'http-5xx'],
  ] as const) {
    const from = web.log.length;
    let time = Date.parse('2026-03-01T12:00:00Z');
    const urls = Array.from({ length: 30 }, (_, index) => `http://${host}/${index}`);
    const outcome = await checkLines(
      urls,
      { connectTo: connectTo(), retries: 2, perHost: 1 },
      {
        now: () => time,
        sleep: async (ms) => {
          time += ms;
          await new Promise((resolve) => setImmediate(resolve));
        },
        random: () => 0.5,
      },
    );
    expect(new Set(outcome.rows.map((row) => `${row.verdict} ${row.reason}`))).toEqual(
      new Set([`unreachable ${reason}`]),
    );
    expect(web.log.length - from).toBeLessThan(15);
    const unasked = outcome.rows.filter((row) =>
      row.evidence.some((line) => evidenceText(line).includes('was not requested')),
    );
    expect(unasked.length).toBeGreaterThan(15);
    expect(unasked.every((row) => row.failures <= 1)).toBe(true);
  }
});

test('two runs over the same web say the same', async () => {
  const urls = [
    'http://plain.test/a',
    'http://moved.test/older',
    'http://status.test/404',
    'http://moved.test/deep/page',
  ];
  const [one, other] = await Promise.all(
    [0, 1].map(async () => {
      const { rows } = await checkLines(urls, { connectTo: connectTo() });
      return rows.map((row) => ({ ...withSentences(row), durationMs: 0, firstFailedAt: null }));
    }),
  );
  expect(one).toEqual(other);
});

test('the certificate of a host that is written with its final dot is that of the host', async () => {
  const urls = ['https://safe.test./plain', 'https://wrong-name.test./plain'];
  const outcome = await checkLines(urls, { connectTo: connectTo(), cacert: web.ca });
  expect(urls.map((url) => rowOf(outcome, url).reason)).toEqual([null, 'tls-invalid']);
});
