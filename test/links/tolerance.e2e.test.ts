import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LinkOutcome } from '../../src/links/check.js';
import { eventually } from '../eventually.js';
import { createAuthority } from '../web/certificate.js';
import { checkLines, rowOf } from './world.js';

const servers: Server[] = [];
const sockets = new Set<Socket>();
const folder = mkdtempSync(join(tmpdir(), 'tolerance-'));
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  rmSync(folder, { recursive: true, force: true });
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

function connects(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve();
    }).on('error', reject);
  });
}

const body = `<!doctype html><title>Pots and kilns</title><h1>Pots and kilns</h1><p>${'All about pots. '.repeat(40)}`;
const gone = '<!doctype html><title>Not found</title><h1>Page not found</h1>';
const chunks = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;
const http = (status: string, fields: readonly string[], content: string): string =>
  `HTTP/1.1 ${status}\r\n${[...fields, 'Content-Type: text/html'].join('\r\n')}\r\n\r\n${content}`;
const zipped = gzipSync(body);

/** The bytes that each host answers with, what that is, and the tolerance it takes. */
const answers: readonly (readonly [host: string, bytes: string | Buffer, verdict: string, fault: string | null])[] = [
  ['strict', http('200 OK', [`Content-Length: ${body.length}`], body), 'alive', null],
  [
    'twice',
    http('200 OK', [`Content-Length: ${body.length}`, `Content-Length: ${body.length}`], body),
    'alive',
    'the response repeats its Content-Length',
  ],
  [
    'twice-gone',
    http('404 Not Found', [`Content-Length: ${gone.length}`, `Content-Length: ${gone.length}`], gone),
    'broken http-404',
    'the response repeats its Content-Length',
  ],
  [
    'twice-soft',
    http('200 OK', [`Content-Length: ${gone.length}`, `Content-Length: ${gone.length}`], gone),
    'suspect soft-404',
    'the response repeats its Content-Length',
  ],
  [
    'differ',
    http('200 OK', [`Content-Length: ${body.length}`, 'Content-Length: 5'], body),
    'unreachable malformed',
    null,
  ],
  [
    'both',
    http('200 OK', ['Content-Length: 1', 'Transfer-Encoding: chunked'], chunks(body)),
    'alive',
    'the response has a Content-Length although it is chunked',
  ],
  [
    'both-soft',
    http('200 OK', ['Transfer-Encoding: chunked', 'Content-Length: 1'], chunks(gone)),
    'suspect soft-404',
    'the response has a Content-Length although it is chunked',
  ],
  ['control', http('200 OK', ['X-Kiln: a\x01b'], body), 'alive', 'the response has a malformed header'],
  ['space', http('200 OK', ['X-Kiln : a'], body), 'alive', 'the response has a malformed header'],
  ['nul', http('200 OK', ['X-Kiln: a\0b'], body), 'unreachable malformed', null],
  ['lines', http('200 OK', [], body).replaceAll('\r\n', '\n'), 'alive', 'lines of the response end with LF alone'],
  [
    'zipped',
    Buffer.concat([
      Buffer.from('HTTP/1.1 200 OK\r\nX-Kiln : a\r\nContent-Encoding: gzip\r\nContent-Type: text/html\r\n\r\n'),
      zipped,
    ]),
    'alive',
    'the response has a malformed header',
  ],
  [
    'moves',
    http('301 Moved', ['X-Kiln : a', 'Location: http://strict.test/pots'], ''),
    'moved permanent-redirect',
    'the response has a malformed header',
  ],
  [
    'interim',
    `HTTP/1.1 100 Continue\r\n\r\n${http('200 OK', [`Content-Length: ${body.length}`], body)}`,
    'alive',
    'the server sends an interim response that was not asked for',
  ],
  [
    'interim-gone',
    `HTTP/1.1 100 Continue\r\n\r\n${http('404 Not Found', [`Content-Length: ${gone.length}`], gone)}`,
    'broken http-404',
    'the server sends an interim response that was not asked for',
  ],
  [
    'interim-twice',
    `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${http('200 OK', [], body)}`,
    'alive',
    'the server sends an interim response that was not asked for',
  ],
  ['hints', `HTTP/1.1 103 Early Hints\r\n\r\n${http('200 OK', [], body)}`, 'alive', null],
  ['interim-alone', 'HTTP/1.1 100 Continue\r\n\r\n', 'unreachable malformed', null],
  ['noise', 'hello, this is a potter\r\n\r\n', 'unreachable malformed', null],
  ['huge', `HTTP/1.1 200 OK\nX-Kiln : ${'a'.repeat(200_000)}`, 'unreachable', null],
  ['endless', `HTTP/1.1 200 OK\nX-Kiln : a\nContent-Type: text/html\n\n${body.repeat(2000)}`, 'alive', 'any'],
];

describe('a response that a strict parser refuses', () => {
  let outcome: LinkOutcome;
  let later: LinkOutcome;
  const ledger = join(folder, 'ledger.jsonl');
  const requests = new Map<string, number>();
  beforeAll(async () => {
    const connectTo: string[] = [];
    for (const [host, bytes] of answers) {
      const port = await listen(
        createServer((socket) => {
          let got = '';
          socket.on('data', (data) => {
            got += data;
            if (!got.includes('\r\n\r\n')) return;
            requests.set(host, (requests.get(host) ?? 0) + 1);
            got = '';
            socket.end(bytes);
          });
        }),
      );
      connectTo.push(`${host}.test:80:127.0.0.1:${port}`);
    }
    const urls = answers.map(([host]) => `http://${host}.test/pots`);
    const start = Date.now();
    outcome = await checkLines(urls, { connectTo, ledger }, { now: () => start });
    await checkLines(urls, { connectTo, ledger }, { now: () => start + 4 * 86_400_000 });
    later = await checkLines(urls, { connectTo, ledger }, { now: () => start + 9 * 86_400_000 });
  });

  test.each(answers)('%s', (host, _, verdict, fault) => {
    const row = rowOf(outcome, `http://${host}.test/pots`);
    const said = [row.verdict, row.reason].filter((word) => word !== null).join(' ');
    expect(said, row.evidence.join('\n')).toContain(verdict);
    const tolerated = row.evidence.filter((line) => line.includes('browsers tolerate'));
    if (fault === null) expect(tolerated).toEqual([]);
    else if (fault !== 'any') expect(tolerated).toEqual([`${fault}; browsers tolerate that`]);
    else expect(tolerated).not.toEqual([]);
  });

  test('is never broken for its age, since the host does answer', () => {
    for (const host of ['differ', 'nul', 'noise'])
      expect(rowOf(later, `http://${host}.test/pots`), host).toMatchObject({ verdict: 'unreachable', failures: 3 });
  });

  test('is requested again only where the strict parser refused it', () => {
    expect(requests.get('strict')).toBeLessThan((requests.get('twice') ?? 0) + 1);
    expect(rowOf(later, 'http://strict.test/pots').verdict).toBe('alive');
  });
});

test('a lenient request keeps the guard against private addresses', async () => {
  const port = await listen(createServer((socket) => socket.end('HTTP/1.1 200 OK\n\nx')));
  const refused = await checkLines([`http://127.0.0.1:${port}/`], {});
  expect(rowOf(refused, `http://127.0.0.1:${port}/`)).toMatchObject({ verdict: 'skipped', reason: 'private-address' });
  const allowed = await checkLines([`http://127.0.0.1:${port}/`], { allowPrivate: true });
  expect(rowOf(allowed, `http://127.0.0.1:${port}/`).verdict).toBe('alive');
});

describe('servers that need another TLS than most', () => {
  const hosts = ['h2.test', 'h2-gone.test', 'h2-expired.test'];
  let outcome: LinkOutcome;
  beforeAll(async () => {
    const authority = await createAuthority('Tolerance authority');
    writeFileSync(join(folder, 'ca.pem'), authority.cert);
    const connectTo: string[] = [];
    for (const host of hosts) {
      const certificate = await authority.issue(host, { expired: host === 'h2-expired.test' });
      const server = createSecureServer({ ...certificate, allowHTTP1: false, ALPNProtocols: ['h2'] }, (_, response) => {
        response.writeHead(host === 'h2-gone.test' ? 404 : 200, { 'content-type': 'text/html' });
        response.end(host === 'h2-gone.test' ? gone : body);
      });
      server.on('tlsClientError', () => {});
      server.on('sessionError', () => {});
      connectTo.push(`${host}:443:127.0.0.1:${await listen(server)}`);
    }
    outcome = await checkLines(
      hosts.map((host) => `https://${host}/pots`),
      { connectTo, cacert: join(folder, 'ca.pem') },
    );
  });

  test.each([
    ['h2.test', 'alive', null],
    ['h2-gone.test', 'broken', 'http-404'],
    ['h2-expired.test', 'broken', 'tls-expired'],
  ])('%s, which only speaks HTTP/2, is %s', (host, verdict, reason) => {
    const row = rowOf(outcome, `https://${host}/pots`);
    expect([row.verdict, row.reason], row.evidence.join('\n')).toEqual([verdict, reason]);
    if (verdict === 'alive') expect(row.evidence.join()).toContain('the server only speaks HTTP/2');
  });

  const hasGnutls = spawnSync('gnutls-serv', ['--version']).status === 0;
  test.skipIf(!hasGnutls)('a server without secure renegotiation is alive, as in browsers', async () => {
    const authority = await createAuthority('Old authority');
    const certificate = await authority.issue('old.test');
    for (const [name, pem] of Object.entries({ ...certificate, ca: authority.cert }))
      writeFileSync(join(folder, `old.${name}`), pem);
    const probe = createServer();
    const port = await listen(probe);
    await new Promise((resolve) => probe.close(resolve));
    const args = ['--http', '--port', String(port), '-q', '--x509certfile', join(folder, 'old.cert')];
    const priority = 'NORMAL:-VERS-ALL:+VERS-TLS1.2:%DISABLE_SAFE_RENEGOTIATION';
    const child = spawn('gnutls-serv', [...args, '--x509keyfile', join(folder, 'old.key'), '--priority', priority]);
    try {
      await eventually(() => connects(port));
      const options = {
        connectTo: [`old.test:443:127.0.0.1:${port}`],
        cacert: join(folder, 'old.ca'),
      };
      const row = rowOf(await checkLines(['https://old.test/'], options), 'https://old.test/');
      expect(row.verdict, row.evidence.join('\n')).toBe('alive');
      expect(row.evidence.join()).toContain('does not support secure renegotiation');
    } finally {
      child.kill();
    }
  });
});
