import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type AlternativeName, type ChainFaults, createAuthority } from '../web/certificate.js';
import { startWeb, type Web } from '../web/server.js';
import { checkLines, rowOf } from './world.js';

let web: Web;
beforeAll(async () => {
  web = await startWeb();
});
afterAll(() => web.stop());
afterEach(() => vi.restoreAllMocks());

test('an extra authority is read once, not for each connection', async () => {
  const hosts = ['clay.test', 'loam.test', 'slip.test', 'grog.test'];
  // What tls.connect calls where it is given no context; the way out makes its own before.
  const made = vi.spyOn(tls, 'createSecureContext');
  const outcome = await checkLines(
    hosts.map((host) => `https://${host}/`),
    { connectTo: web.connectTo(hosts), cacert: web.ca },
  );
  for (const host of hosts) expect(rowOf(outcome, `https://${host}/`).verdict).toBe('alive');
  const withAuthorities = made.mock.calls.filter(([options]) => options?.ca !== undefined);
  expect(withAuthorities).toHaveLength(0);
});

test('the certificate that a server leaves out is asked for under our name', async () => {
  const hosts = ['incomplete.test', 'authority.test'];
  const outcome = await checkLines(['https://incomplete.test/'], { connectTo: web.connectTo(hosts), cacert: web.ca });
  expect(rowOf(outcome, 'https://incomplete.test/').notes).toContain('incomplete-certificate-chain');
  const asked = web.log.filter(({ host }) => host === 'authority.test');
  expect(asked.map(({ headers }) => headers['user-agent'])).toEqual(['listwright-test']);
});

/** Where the issuers of some hosts are, if not in a file of their own. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  'bundle.test': ['bundle.test.p7c'],
  'moved.test': ['moved/moved.test.der'],
  'second.test': ['gone.der', 'second.test.der'],
  'circle.test': ['circle'],
};

/** What is wrong with a chain whose middle the server leaves out, and what the whole chain would be called. */
const chains: readonly (readonly [host: string, name: string, faults: ChainFaults, verdict: string])[] = [
  ['right.test', 'right.test', {}, 'alive'],
  ['bank.test', 'other.test', {}, 'broken tls-invalid'],
  ['old-leaf.test', 'old-leaf.test', { leafExpired: true }, 'broken tls-expired'],
  ['old-middle.test', 'old-middle.test', { issuerExpired: true }, 'broken tls-expired'],
  ['no-authority.test', 'no-authority.test', { issuerIsNoAuthority: true }, 'broken tls-invalid'],
  ['no-signing.test', 'no-signing.test', { issuerMayNotSign: true }, 'broken tls-invalid'],
  ['stranger.test', 'stranger.test', {}, 'broken tls-invalid'],
  ['bundle.test', 'bundle.test', {}, 'alive'],
  ['moved.test', 'moved.test', {}, 'alive'],
  ['second.test', 'second.test', {}, 'alive'],
  ['circle.test', 'circle.test', {}, 'broken tls-invalid'],
  ['nameless.test', 'nameless.test', { names: [] }, 'broken tls-invalid'],
];

test('a chain that is completed is verified whole: name, dates and usage', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chains-'));
  const [authority, stranger] = [await createAuthority('Chains'), await createAuthority('A stranger')];
  writeFileSync(join(folder, 'ca.pem'), authority.cert);
  const issuers = new Map<string, Uint8Array>();
  const made = await Promise.all(
    chains.map(async ([host, name, faults]) => {
      const signer = host === 'stranger.test' ? stranger : authority;
      const files = elsewhere[host] ?? [`${host}.der`];
      const addresses = files.map((file) => `http://issuers.test/${file}`);
      const chain = await signer.issueIncomplete(name, addresses, faults);
      issuers.set(`/${host}.der`, chain.issuer);
      issuers.set(`/${host}.p7c`, chain.bundle);
      const server = createServer({ cert: chain.cert, key: chain.key }, (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Pots and kilns</title>');
      });
      server.on('tlsClientError', () => {});
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
      });
      return { host, server, port: (server.address() as AddressInfo).port };
    }),
  );
  const shop = await startWeb({
    'issuers.test': ({ path, response }) => {
      if (path.startsWith('/moved/')) response.writeHead(301, { location: path.slice(6) }).end();
      else if (path === '/circle') response.writeHead(301, { location: '/circle' }).end();
      else if (issuers.get(path) === undefined) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'application/pkix-cert' }).end(issuers.get(path));
    },
  });
  try {
    const outcome = await checkLines(
      chains.map(([host]) => `https://${host}/pots`),
      {
        connectTo: [
          ...shop.connectTo(['issuers.test']),
          ...made.map(({ host, port }) => `${host}:443:127.0.0.1:${port}`),
        ],
        cacert: join(folder, 'ca.pem'),
      },
    );
    for (const [host, , , verdict] of chains) {
      const row = rowOf(outcome, `https://${host}/pots`);
      const said = [row.verdict, row.reason].filter((word) => word !== null).join(' ');
      expect(`${host} ${said}`, row.evidence.join('\n')).toBe(`${host} ${verdict}`);
      expect(row.notes).toEqual(verdict === 'alive' ? ['incomplete-certificate-chain'] : []);
    }
  } finally {
    await shop.stop();
    for (const { server } of made) server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a certificate is for the names that browsers look at', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'names-'));
  const authority = await createAuthority('Names');
  writeFileSync(join(folder, 'ca.pem'), authority.cert);
  const cases: readonly (readonly [host: string, names: readonly AlternativeName[], verdict: string])[] = [
    ['named.test', [{ type: 'dns', value: 'named.test' }], 'alive'],
    ['any.wide.test', [{ type: 'dns', value: '*.wide.test' }], 'alive'],
    [
      'both.test',
      [
        { type: 'ip', value: '192.0.2.7' },
        { type: 'dns', value: 'both.test' },
      ],
      'alive',
    ],
    // The subject alone has the name.
    ['subject.test', [], 'broken tls-invalid'],
    ['address.test', [{ type: 'ip', value: '192.0.2.7' }], 'broken tls-invalid'],
    ['part.wide.test', [{ type: 'dns', value: 'p*.wide.test' }], 'broken tls-invalid'],
    ['two.any.wide.test', [{ type: 'dns', value: '*.wide.test' }], 'broken tls-invalid'],
  ];
  const made = await Promise.all(
    cases.map(async ([host, names]) => {
      const server = createServer(await authority.issue(host, { names }), (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Pots and kilns</title>');
      });
      server.on('tlsClientError', () => {});
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
      });
      return { host, server, port: (server.address() as AddressInfo).port };
    }),
  );
  try {
    const outcome = await checkLines(
      cases.map(([host]) => `https://${host}/pots`),
      { connectTo: made.map(({ host, port }) => `${host}:443:127.0.0.1:${port}`), cacert: join(folder, 'ca.pem') },
    );
    for (const [host, , verdict] of cases) {
      const row = rowOf(outcome, `https://${host}/pots`);
      const said = [row.verdict, row.reason].filter((word) => word !== null).join(' ');
      expect(`${host} ${said}`, row.evidence.join('\n')).toBe(`${host} ${verdict}`);
    }
  } finally {
    for (const { server } of made) server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
