import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { type Sites, startWeb, type Web } from '../web/server.js';
import { runBuilt } from './built.js';
import { folderOf } from './command.js';

const zeros = Buffer.alloc(200_000_000);
const gzip = gzipSync(zeros, { level: 1 });
const br = brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
const bombs = { gzip, br, twice: gzipSync(gzip) };
const evil = '\u001B]0;owned\u0007\u202Egpj.exe\r\n::error::owned <script>alert(1)</script> | `@everyone`';
const encoded =
  (encoding: string, body: Buffer): Sites[string] =>
  ({ response }) =>
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding }).end(body);

/** Every answer that wants to do harm, and description of the entry. A fragment makes the checker read all it is willing to read. */
const rows: readonly (readonly [host: string, path: string, verdict: string, site: Sites[string]])[] = [
  ['gzip.test', '/#a', 'alive', encoded('gzip', bombs.gzip)],
  ['brotli.test', '/#a', 'alive', encoded('br', bombs.br)],
  ['twice.test', '/#a', 'alive', encoded('gzip', bombs.twice)],
  ['layers.test', '/', 'alive', encoded(Array(50).fill('gzip').join(', '), bombs.gzip)],
  [
    'large.test',
    '/#a',
    'alive',
    ({ response }) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '100000000' });
      const more = (): void => {
        for (
          let sent = 0;
          sent < 1000 && !response.destroyed && response.write('<p id="x">More.</p>'.repeat(500));
          sent++
        );
      };
      response.on('drain', more);
      more();
    },
  ],
  [
    'hops.test',
    '/1',
    'broken too-many-redirects',
    ({ path, response }) => response.writeHead(301, { location: `/${Number(path.slice(1)) + 1}` }).end(),
  ],
  [
    'inside.test',
    '/',
    'skipped private-address',
    ({ response }) => response.writeHead(301, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
  ],
  [
    'mapped.test',
    '/',
    'skipped private-address',
    ({ response }) => response.writeHead(302, { location: 'http://[::ffff:7f00:1]/' }).end(),
  ],
  [
    'file.test',
    '/',
    'unverifiable redirect-to-scheme',
    ({ response }) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  ],
  [
    'refresh.test',
    '/',
    'skipped private-address',
    ({ response }) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<meta http-equiv="refresh" content="0;url=http://127.0.0.1/">'),
  ],
  [
    'flood.test',
    '/',
    'unreachable headers-too-large',
    ({ response }) =>
      response
        .writeHead(200, Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`x-${index}`, 'y'.repeat(200)])))
        .end(),
  ],
  [
    'cookies.test',
    '/',
    'alive',
    ({ response }) =>
      response
        .writeHead(200, { 'content-type': 'text/html', 'set-cookie': Array(300).fill(`a=${'b'.repeat(100)}`) })
        .end('<p>Fine.</p>'),
  ],
  [
    'latin.test',
    '/',
    'alive',
    ({ path, response }) =>
      path === '/'
        ? response.socket?.end('HTTP/1.1 302 Found\r\nLocation: /caf\xE9?x=\xFF\r\nContent-Length: 0\r\n\r\n')
        : response.writeHead(200).end('<p>Fine.</p>'),
  ],
  [
    'title.test',
    '/',
    'suspect soft-404',
    ({ response }) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<title>Not found | ${evil}</title><h1>Not found</h1>`),
  ],
  [
    'reason.test',
    '/',
    'broken http-404',
    ({ response }) => response.socket?.end('HTTP/1.1 404 \x1B[31m::error::owned\x07\r\nContent-Length: 0\r\n\r\n'),
  ],
  ['garbage.test', '/', 'unreachable malformed', ({ response }) => response.socket?.end('\0\x01garbage\r\n\r\n')],
  [
    'drip.test',
    '/',
    'alive',
    ({ response }) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => response.write('<'), 30);
      response.on('close', () => clearInterval(timer));
    },
  ],
  [
    'markup.test',
    '/#a',
    'alive',
    ({ response }) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`${'<h1>'.repeat(200_000)}${'<title'.repeat(50_000)}`),
  ],
];

let web: Web;
let report: Report;
let shown: string;
let peak: number;

beforeAll(async () => {
  web = await startWeb(Object.fromEntries(rows.map(([host, , , site]) => [host, site])));
  const items = rows.map(([host, path]) => `- [${host}](http://${host}${path}) - Wants to do harm.\n`);
  const folder = folderOf({
    'README.md': `# Awesome Harm\n\n## Harm\n\n${items.join('')}`,
    'listwright.config.json': '{ "hosts": { "drip.test": { "timeout": "3s" } } }',
  });
  writeFileSync(
    join(folder, 'peak.mjs'),
    "import { writeFileSync } from 'node:fs';\nprocess.on('exit', () => writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)));\n",
  );
  const env = {
    PEAK_FILE: join(folder, 'peak'),
    NODE_OPTIONS: `--import=${join(folder, 'peak.mjs')}`,
    FORCE_COLOR: '1',
  };
  const args = [
    'links',
    '--no-ledger',
    '--timeout',
    '300s',
    '--retries',
    '0',
    '--confirm-after',
    '50ms',
    '-r',
    `json=${join(folder, 'report.json')}`,
    '-r',
    'pretty',
    '--verbose',
  ];
  const { stdout, stderr } = await runBuilt(
    folder,
    [...args, ...web.connectTo().flatMap((each) => ['--connect-to', each])],
    { env },
  );
  report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;
  shown = stdout + stderr;
  peak = Number(readFileSync(join(folder, 'peak'), 'utf8')) / 1000;
});
afterAll(() => web.stop());

describe('answers that want to do harm', () => {
  test.each(rows)('%s%s is %s', (host, path, verdict) => {
    const row = report.links.find(({ url }) => url === `http://${host}${path}`);
    expect([row?.verdict, row?.reason].filter((word) => word).join(' ')).toBe(verdict);
  });

  test('the memory stays small', () => expect(peak).toBeLessThan(250));

  test('nothing of them reaches a terminal or a workflow as more than text', () => {
    // Our own colours are the only escapes.
    expect(shown.replace(/\u001B\[[\d;]*m/g, '')).not.toMatch(
      /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/,
    );
    expect(shown).not.toMatch(/^\s*::/m);
  });
});
