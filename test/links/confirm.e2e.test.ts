import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RawOptions } from '../../src/config/config-file.js';
import { checkLinks } from '../../src/links/check.js';
import { noFiles } from '../../src/model/files.js';
import { parse } from '../../src/parse/parse.js';
import { type Sites, startWeb } from '../web/server.js';
import { checkLines, rowOf, settingsFor } from './world.js';

const page = (title: string): string =>
  `<!doctype html><title>${title}</title><h1>${title}</h1><p>${'Words about pots. '.repeat(80)}</p>`;
const day = 86_400_000;

test('an older page is asked whether it has changed; what has changed is read anew', async () => {
  let version = 1;
  const web = await startWeb({
    'pots.test': ({ path, request, response }) => {
      const etag = `"v${version}"`;
      if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
      else
        response
          .writeHead(path === '/gone' && version > 1 ? 404 : 200, { 'content-type': 'text/html', etag })
          .end(page(`Pots ${version}`));
    },
  });
  const ledger = join(mkdtempSync(join(tmpdir(), 'again-')), 'ledger.jsonl');
  let at = Date.parse('2030-05-01T12:00:00Z');
  const run = () =>
    checkLines(
      ['http://pots.test/a', 'http://pots.test/gone'],
      { ledger, connectTo: web.connectTo() },
      { now: () => at },
    );
  try {
    expect(rowOf(await run(), 'http://pots.test/a').verdict).toBe('alive');
    at += 3 * day;
    const second = rowOf(await run(), 'http://pots.test/a');
    expect(second).toMatchObject({ verdict: 'alive', status: 304, cached: false });
    expect(second.evidence.join('\n')).toContain('it has not changed since then');
    at += 3 * day;
    version = 2;
    const third = await run();
    expect(rowOf(third, 'http://pots.test/a')).toMatchObject({ verdict: 'alive', status: 200 });
    expect(rowOf(third, 'http://pots.test/gone')).toMatchObject({ verdict: 'broken', reason: 'http-404' });
    expect(web.log.filter(({ headers }) => headers['if-none-match'] !== undefined)).toHaveLength(4);
  } finally {
    await web.stop();
  }
});

test('a server that says that nothing has changed, unasked, is not believed', async () => {
  const web = await startWeb({ 'odd.test': ({ response }) => response.writeHead(304).end() });
  const outcome = await checkLines(['http://odd.test/'], { connectTo: web.connectTo() });
  expect(rowOf(outcome, 'http://odd.test/')).toMatchObject({ verdict: 'unverifiable', reason: 'http-3xx' });
  await web.stop();
});

test('a 404 that a server gives only to programs is not broken: the second request looks like a browser, and names itself', async () => {
  const answering =
    (pattern: RegExp): Sites[string] =>
    ({ request, response }) =>
      pattern.test(String(request.headers['user-agent']))
        ? response.writeHead(200, { 'content-type': 'text/html' }).end(page('Pots and kilns'))
        : response.writeHead(404, { 'content-type': 'text/html' }).end(page('Not found'));
  const web = await startWeb({
    'shy.test': answering(/^Mozilla\/5\.0 .*\bChrome\/\d+\.0\.0\.0 Safari\//),
    'gone.test': answering(/never/),
  });
  const urls = ['http://shy.test/a', 'http://gone.test/a'] as const;
  const verdicts = async (options: RawOptions) => {
    const outcome = await checkLines(urls, { connectTo: web.connectTo(), ...options });
    return urls.map((url) => rowOf(outcome, url).verdict);
  };
  try {
    expect(await verdicts({})).toEqual(['alive', 'broken']);
    const agents = web.log.map(({ headers }) => headers['user-agent']);
    expect(agents.filter((agent) => agent === 'listwright-test')).toHaveLength(2);
    expect(agents.filter((agent) => agent?.includes('; compatible; listwright-test) Chrome/'))).toHaveLength(2);
    // The user's own stays as it is.
    expect(await verdicts({ userAgent: 'loom/1 (+https://loom.example)' })).toEqual(['broken', 'broken']);
    expect(new Set(web.log.slice(4).map(({ headers }) => headers['user-agent']))).toEqual(
      new Set(['loom/1 (+https://loom.example)']),
    );
  } finally {
    await web.stop();
  }
});

test('https is asked for where fixes are made, and named where it gives the same page', async () => {
  const same: Sites[string] = ({ response }) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(page('Pots'));
  const web = await startWeb({
    'same.test': same,
    'other.test': ({ request, response }) => {
      const secure = 'encrypted' in request.socket;
      response.writeHead(200, { 'content-type': 'text/html' }).end(page(secure ? 'Welcome to the server' : 'Pots'));
    },
    'refused.test': ({ request, response }) =>
      response.writeHead('encrypted' in request.socket ? 403 : 200, { 'content-type': 'text/html' }).end(page('Pots')),
  });
  const urls = ['http://same.test/', 'http://other.test/', 'http://refused.test/'];
  const list = parse(`# Pots\n\n## Tools\n\n${urls.map((url) => `- [Pots](${url}) - Pots.\n`).join('')}`);
  const settings = await settingsFor({ connectTo: web.connectTo(), cacert: web.ca });
  const check = (upgrade: boolean) =>
    checkLinks([{ list, files: noFiles }], { ...settings, upgrade }, { signal: new AbortController().signal });
  try {
    const plain = await check(false);
    expect(plain.rows.map((row) => row.notes)).toEqual([[], [], []]);
    expect(web.log).toHaveLength(3);
    const upgraded = await check(true);
    expect(urls.map((url) => rowOf(upgraded, url).notes)).toEqual([['same-over-https'], [], []]);
    expect(upgraded.rows.map((row) => row.verdict)).toEqual(['alive', 'alive', 'alive']);
  } finally {
    await web.stop();
  }
});

test('a permanent redirect that leads elsewhere each time, or for another reader, is noted', async () => {
  let asked = 0;
  const go: (location: () => string, vary?: string) => Sites[string] =
    (location, vary) =>
    ({ path, response }) => {
      if (path !== '/a') response.writeHead(200, { 'content-type': 'text/html' }).end(page('Pots'));
      else response.writeHead(301, { location: location(), ...(vary === undefined ? {} : { vary }) }).end();
    };
  const web = await startWeb({
    'steady.test': go(() => '/b', 'Accept-Encoding'),
    'random.test': go(() => `/b/${asked++}`),
    'phones.test': go(() => '/b', 'Accept-Encoding, User-Agent'),
  });
  const urls = ['http://steady.test/a', 'http://random.test/a', 'http://phones.test/a'];
  const list = parse(`# Pots\n\n## Tools\n\n${urls.map((url) => `- [Pots](${url}) - Pots.\n`).join('')}`);
  const settings = await settingsFor({ connectTo: web.connectTo() });
  const check = (upgrade: boolean) =>
    checkLinks([{ list, files: noFiles }], { ...settings, upgrade }, { signal: new AbortController().signal });
  try {
    const plain = await check(false);
    expect(urls.map((url) => rowOf(plain, url).notes)).toEqual([[], [], ['varying-redirect']]);
    expect(web.log).toHaveLength(6);
    const fixing = await check(true);
    expect(urls.map((url) => rowOf(fixing, url).notes)).toEqual([[], ['varying-redirect'], ['varying-redirect']]);
    expect(fixing.rows.map((row) => row.verdict)).toEqual(['moved', 'moved', 'moved']);
    expect(rowOf(fixing, 'http://random.test/a').evidence.join()).toContain('not the same target');
  } finally {
    await web.stop();
  }
});

test('a copy in the archive is named for what is broken, when that is asked for', async () => {
  const web = await startWeb({
    'gone.test': ({ response }) => response.writeHead(410).end(),
    'archive.org': ({ query, response }) => {
      const url = `http://web.archive.org/web/20200101000000/${query.get('url')}`;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({
          archived_snapshots: query.get('url')?.endsWith('/a')
            ? { closest: { available: true, status: '200', url } }
            : {},
        }),
      );
    },
  });
  const lines = ['http://gone.test/a', 'http://gone.test/b'];
  const options = { connectTo: web.connectTo(), cacert: web.ca };
  try {
    expect((await checkLines(lines, options)).rows.map((row) => row.suggestion)).toEqual([null, null]);
    const outcome = await checkLines(lines, { ...options, archive: true });
    expect(outcome.rows.map((row) => row.suggestion)).toEqual([
      'https://web.archive.org/web/20200101000000/http://gone.test/a',
      null,
    ]);
    expect(rowOf(outcome, lines[0] ?? '').evidence.at(-1)).toContain('archived copy: https://web.archive.org/');
  } finally {
    await web.stop();
  }
});

test('a network that is lost in the middle is not the fault of the sites', async () => {
  const hosts = Array.from({ length: 20 }, (_, index) => `site-${String(index).padStart(2, '0')}.test`);
  let lost = false;
  const web = await startWeb(
    Object.fromEntries(
      hosts.map((host) => [
        host,
        ({ request, response }) => {
          if (host === 'site-03.test') lost = true;
          if (lost) request.socket.destroy();
          else response.writeHead(200, { 'content-type': 'text/html' }).end(page(host));
        },
      ]),
    ),
  );
  try {
    const outcome = await checkLines(
      hosts.map((host) => `http://${host}/`),
      { connectTo: web.connectTo(), concurrency: 1 },
    );
    const reasons = outcome.rows.map((row) => `${row.verdict} ${row.reason}`);
    expect(reasons.slice(0, 3)).toEqual(Array(3).fill('alive null'));
    expect(new Set(reasons.slice(3))).toEqual(new Set(['unreachable reset', 'unreachable network-lost']));
    expect(reasons.at(-1)).toBe('unreachable network-lost');
    // What was not the site's fault is no failure of the site.
    expect(outcome.rows.at(-1)?.failures).toBe(0);
  } finally {
    await web.stop();
  }
});

test('many dead sites in a row are dead, as long as others still answer', async () => {
  const dead = Array.from({ length: 12 }, (_, index) => `dead-${index}.test`);
  const web = await startWeb({
    ...Object.fromEntries(dead.map((host) => [host, ({ request }) => request.socket.destroy()] as const)),
    'alive.test': ({ response }) => response.writeHead(200, { 'content-type': 'text/html' }).end(page('Pots')),
  });
  try {
    const outcome = await checkLines(['http://alive.test/', ...dead.map((host) => `http://${host}/`)], {
      connectTo: web.connectTo(),
      concurrency: 1,
    });
    expect(new Set(outcome.rows.slice(1).map((row) => row.reason))).toEqual(new Set(['reset']));
  } finally {
    await web.stop();
  }
});
