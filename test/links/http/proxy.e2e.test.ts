import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { readProxies } from '../../../src/links/http/proxy.js';
import { UserError } from '../../../src/model/errors.js';
import { startWeb, type Web } from '../../web/server.js';
import { checkLines, rowOf } from '../world.js';

describe('the environment tells the way', () => {
  const way = (env: Record<string, string>, url: string) => readProxies(env).proxyFor(new URL(url));
  const env = { HTTPS_PROXY: 'http://proxy.test:3128', NO_PROXY: 'inside.test, .corp.test,port.test:8443' };

  test.each([
    ['https://a.test/', 'http://proxy.test:3128'],
    ['http://a.test/', null],
    ['https://inside.test/', null],
    ['https://deep.inside.test/', null],
    ['https://notinside.test/', 'http://proxy.test:3128'],
    ['https://x.corp.test/', null],
    ['https://port.test:8443/', null],
    ['https://port.test/', 'http://proxy.test:3128'],
  ])('to %s through %s', (url, proxy) => {
    expect(way(env, url)).toBe(proxy);
  });

  test('names in lower case win, a scheme may be left out, and * turns all off', () => {
    expect(way({ ...env, https_proxy: 'other.test:8080' }, 'https://a.test/')).toBe('http://other.test:8080');
    expect(way({ ...env, NO_PROXY: '*' }, 'https://a.test/')).toBeNull();
    expect(way({ HTTPS_PROXY: '' }, 'https://a.test/')).toBeNull();
  });

  test('what is no proxy is said, without the password that may stand in it', () => {
    expect(() => readProxies({ HTTPS_PROXY: 'ftp://me:secret@proxy.test' })).toThrow(UserError);
    expect(() => readProxies({ HTTPS_PROXY: 'ftp://me:secret@proxy.test' })).not.toThrow(/secret/);
  });
});

describe('requests go through the proxy', () => {
  let web: Web;
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Through the proxy</title>');
  });
  beforeAll(async () => {
    web = await startWeb();
    proxy.on('connect', (request, socket) => {
      asked.push(`${request.method} ${request.url}`);
      if (request.url?.startsWith('silent.test')) {
        socket.resume().on('end', () => socket.destroy());
        return;
      }
      if (request.url?.startsWith('torn.test')) {
        socket.destroy();
        return;
      }
      if (request.url?.startsWith('closed.test')) {
        socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
        return;
      }
      const way = connect(web.https, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        way.pipe(socket).pipe(way);
      });
      for (const each of [way, socket]) each.on('error', () => {});
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', () => resolve()));
  });
  afterAll(async () => {
    proxy.closeAllConnections();
    await new Promise((resolve) => proxy.close(resolve));
    await web.stop();
  });
  afterEach(() => vi.unstubAllEnvs());

  test('names are left to it, certificates and private addresses are not', async () => {
    const uri = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    for (const name of ['http_proxy', 'https_proxy', 'no_proxy']) vi.stubEnv(name, undefined);
    vi.stubEnv('HTTP_PROXY', uri);
    vi.stubEnv('HTTPS_PROXY', uri);
    vi.stubEnv('NO_PROXY', '');
    const urls = [
      'http://unknown.test/x',
      'https://secure.test/',
      'https://expired.test/',
      'https://closed.test/',
      'https://torn.test/',
      'https://silent.test/',
      'http://10.0.0.1/',
    ];
    const outcome = await checkLines(urls, { cacert: web.ca, hosts: { 'silent.test': { timeout: '1s' } } });
    expect(urls.map((url) => [rowOf(outcome, url).verdict, rowOf(outcome, url).reason])).toEqual([
      ['alive', null],
      ['alive', null],
      ['broken', 'tls-expired'],
      ['unreachable', 'proxy'],
      ['unreachable', 'proxy'],
      ['unreachable', 'timeout'],
      ['skipped', 'private-address'],
    ]);
    expect(asked).toContain('GET http://unknown.test/x');
    expect(asked).toContain('CONNECT secure.test:443');
    expect(asked.filter((line) => line === 'CONNECT torn.test:443')).toHaveLength(1);
    expect(asked.join('\n')).not.toContain('10.0.0.1');
  });

  test('what --connect-to names goes straight there', async () => {
    vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:1');
    const outcome = await checkLines(['http://plain.test/a'], { connectTo: web.connectTo() });
    expect(rowOf(outcome, 'http://plain.test/a').verdict).toBe('alive');
  });
});
