import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext, type SecureContext } from 'node:tls';
import { type Certificate, createAuthority, createSelfSigned } from './certificate.js';
import { anySite, sites, type Visit } from './site.js';

/** What was asked of the small web. */
export interface LoggedVisit {
  readonly host: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A small web on loopback. */
export interface Web {
  readonly http: number;
  readonly https: number;
  /** Path of the PEM file of its authority. */
  readonly ca: string;
  readonly log: readonly LoggedVisit[];
  /** `--connect-to` values for the named hosts, or for every host of the table. */
  connectTo(hosts?: readonly string[]): string[];
  stop(): Promise<void>;
}

/** Sites that come with the web, and what else a test wants. */
export type Sites = Readonly<Record<string, (visit: Visit) => void>>;

/** The certificates of the web. */
interface Certificates {
  /** PEM of its authority. */
  readonly ca: string;
  /** The certificate of `secure.test`. */
  readonly own: Certificate;
  /** DER of the certificate that `incomplete.test` leaves out. */
  readonly issuer: () => Uint8Array;
  readonly contextFor: (host: string) => Promise<SecureContext>;
}

async function makeCertificates(): Promise<Certificates> {
  const authority = await createAuthority('Small web authority');
  const others = await createAuthority('Nobody knows this authority');
  const contexts = new Map<string, Promise<SecureContext>>();
  let issuer: Uint8Array = new Uint8Array();
  const certificateFor = async (host: string): Promise<Certificate> => {
    if (host === 'expired.test') return authority.issue(host, { expired: true });
    if (host === 'wrong-name.test') return authority.issue('another-name.test');
    if (host === 'unknown-authority.test') return others.issue(host);
    if (host === 'self-signed.test') return createSelfSigned(host);
    if (host === 'incomplete.test') {
      const made = await authority.issueIncomplete(host, ['http://authority.test/issuer.der']);
      issuer = made.issuer;
      return made;
    }
    return authority.issue(host);
  };
  return {
    ca: authority.cert,
    own: await authority.issue('secure.test'),
    issuer: () => issuer,
    contextFor(host) {
      const known = contexts.get(host) ?? certificateFor(host).then(createSecureContext);
      contexts.set(host, known);
      return known;
    },
  };
}

let certificates: Promise<Certificates> | null = null;

/** Starts the web; all webs of a process have the same certificates, which are good for a day. */
export async function startWeb(more: Sites = {}): Promise<Web> {
  certificates ??= makeCertificates();
  const { ca: authority, own, issuer, contextFor } = await certificates;
  const authoritySite = ({ response }: Visit): void => {
    response.writeHead(200, { 'content-type': 'application/pkix-cert' }).end(issuer());
  };
  const table: Sites = { ...sites, 'authority.test': authoritySite, ...more };
  const log: LoggedVisit[] = [];
  const counts = new Map<string, number>();
  const sockets = new Set<Socket>();
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    const url = new URL(request.url ?? '/', 'http://any.test');
    const key = `${host} ${url.pathname}`;
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    log.push({ host, path: `${url.pathname}${url.search}`, headers: request.headers, at: Date.now() });
    response.on('error', () => {});
    (table[host] ?? anySite(host))({ path: url.pathname, query: url.searchParams, request, response, before });
  };
  const plain = createServer({ maxHeaderSize: 65_536 }, handle);
  const secure = createSecureServer(
    {
      ...own,
      SNICallback: (host, done) => {
        contextFor(host).then(
          (context) => done(null, context),
          (error) => done(error),
        );
      },
    },
    handle,
  );
  for (const server of [plain, secure]) {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
    });
    server.on('tlsClientError', () => {});
    server.on('clientError', (_, socket) => socket.destroy());
  }
  const folder = mkdtempSync(join(tmpdir(), 'small-web-'));
  const ca = join(folder, 'ca.pem');
  writeFileSync(ca, authority);
  const http = await listen(plain);
  const https = await listen(secure);
  return {
    http,
    https,
    ca,
    log,
    connectTo: (hosts = Object.keys(table)) =>
      hosts.flatMap((host) => [`${host}:80:127.0.0.1:${http}`, `${host}:443:127.0.0.1:${https}`]),
    async stop() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([plain, secure].map((server) => new Promise((resolve) => server.close(resolve))));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}
