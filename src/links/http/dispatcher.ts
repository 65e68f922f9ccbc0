import { constants, type X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { LookupFunction, Socket } from 'node:net';
import {
  checkServerIdentity,
  createSecureContext,
  type PeerCertificate,
  rootCertificates,
  type SecureContext,
  TLSSocket,
} from 'node:tls';
import type { buildConnector, Dispatcher } from 'undici';
import { UserError } from '../../model/errors.js';
import type { ConnectTo } from '../../model/link-options.js';
import type { LinkSettings } from '../../model/settings.js';
import { type Connections, createConnections } from './connections.js';
import type { DnsCache } from './dns.js';
import { isAddress, isPrivateAddress, PrivateAddressError } from './private-address.js';
import { readProxies } from './proxy.js';

/** How far the far end is trusted. */
export type TlsTrust = 'verified' | 'unverified' | 'service';

/** What a server needs of a TLS connection that is not offered to all. */
export type TlsNeed = 'http2-only' | 'legacy-renegotiation';

/** What one connection differs in from others. */
interface TlsVariant {
  readonly need?: TlsNeed | undefined;
  /** PEM of certificates that complete the server's chain; they are no authorities. */
  readonly issuers?: readonly string[];
}

/** Where requests go out: connections are pinned to addresses that the guard has seen. */
export interface ConnectionPool {
  /**
   * `unverified` is for the one question whether only an intermediate certificate is missing; no credentials go through it.
   * `service` is for services that the environment names, which may be private.
   */
  dispatcherFor(url: URL, trust?: TlsTrust, need?: TlsNeed): Connections;
  /** One that knows the certificates that a server left out; for the caller to destroy. */
  dispatcherWith(url: URL, issuers: readonly string[]): Connections;
  /** A verified connection for one request; null where a proxy is in between. */
  connect(url: URL): (() => Promise<Socket>) | null;
  /** The certificate that a host showed to `unverified`; null when it showed none. */
  certificateOf(hostname: string): X509Certificate | null;
  /** PEM of the authorities that count. */
  readonly roots: readonly string[];
  /** True when requests are sent elsewhere or through a proxy, so that the name need not resolve here. */
  reroutes(url: URL): boolean;
  close(): Promise<void>;
}

/** Header lines up to this many bytes are read; Node's own limit is 16 kB, which some sites exceed. */
const maxHeaderSize = 65_536;

/** Opens the way out; `onConnectStart` hears that a connection is begun, and gives what hears that it is open or failed. undici is loaded here. */
export async function openConnectionPool(
  settings: LinkSettings,
  names: DnsCache,
  onConnectStart: () => () => void,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<ConnectionPool> {
  const { buildConnector, Client, Pool, ProxyAgent } = await import('./undici.js');
  const { proxyFor } = readProxies(env);
  const ca =
    settings.cacert === null
      ? null
      : [...rootCertificates, ...(await extraAuthorities()), await readAuthority(settings.cacert)];
  // Made at the first TLS connection.
  const authorities = once(() => (ca === null ? {} : { secureContext: contextOf(ca) }));
  const tlsOf = ({ need, issuers = [] }: TlsVariant): { readonly secureContext?: SecureContext } => {
    const secureOptions =
      need === 'legacy-renegotiation' ? { secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT } : {};
    if (issuers.length === 0 && need !== 'legacy-renegotiation') return authorities();
    const all = issuers.length === 0 ? (ca ?? undefined) : [...(ca ?? rootCertificates), ...issuers];
    return { secureContext: createSecureContext({ ...secureOptions, ...(all === undefined ? {} : { ca: all }) }) };
  };
  const certificates = new Map<string, X509Certificate>();
  const route = (hostname: string, port: string): ConnectTo | undefined =>
    settings.connectTo.find(
      (each) =>
        (each.host === '' || each.host === hostname.replace(/^\[|\]$/g, '').toLowerCase()) &&
        (each.port === '' || each.port === port),
    );
  const longest = Math.max(settings.timeout, ...[...settings.hosts.values()].map(({ timeout }) => timeout ?? 0));
  const limits = {
    maxHeaderSize,
    // Every request has a deadline for all of it; undici's count from one piece to the next, which a drip outlives.
    headersTimeout: 0,
    bodyTimeout: 0,
    // The next request to a host follows at once or much later. Servers offer a minute and more, and each host with an idle
    // connection takes tens of kilobytes.
    keepAliveTimeout: 1000,
    keepAliveMaxTimeout: 1000,
  };
  const connectorOf = (trust: TlsTrust, variant: TlsVariant): buildConnector.connector => {
    const rejectUnauthorized = trust !== 'unverified';
    const common = {
      // A little before the deadline of all of it, so that it shows that there was no connection.
      timeout: Math.min(longest * 0.9, 10_000),
      rejectUnauthorized,
      autoSelectFamily: true,
      // The default of 250 ms gives slow hosts up; RFC 8305 allows up to two seconds.
      autoSelectFamilyAttemptTimeout: 1000,
      maxCachedSessions: 0,
      ...(trust === 'verified' ? { checkServerIdentity: checkAsBrowsers } : {}),
      allowH2: variant.need === 'http2-only',
    };
    const connectorsWith = (options: NonNullable<Parameters<typeof buildConnector>[0]>) => ({
      guarded: buildConnector({ ...options, lookup: lookupFrom(names, settings.allowPrivate) }),
      // What the user named with --connect-to may be private, and is looked up as usual.
      trusted: buildConnector(options),
    });
    const plain = connectorsWith(common);
    const secure = once(() => connectorsWith({ ...common, ...tlsOf(variant) }));
    return (requested, answer) => {
      const options = withoutFinalDot(requested);
      const ended = onConnectStart();
      const callback: typeof answer = (...result) => {
        const [, socket] = result;
        ended();
        const shown = !rejectUnauthorized && socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined;
        if (shown !== undefined) certificates.set(options.hostname, shown);
        answer(...result);
      };
      const { guarded, trusted } = options.protocol === 'https:' ? secure() : plain;
      const port = options.port || (options.protocol === 'https:' ? '443' : '80');
      const other = route(options.hostname, port);
      if (other !== undefined) {
        const hostname = other.toHost || options.hostname;
        const servername = options.servername ?? (isAddress(options.hostname) ? '' : options.hostname);
        trusted({ ...options, hostname, host: hostname, port: other.toPort || port, servername }, callback);
      } else if (trust === 'service') {
        trusted(options, callback);
      } else if (!settings.allowPrivate && isPrivateAddress(options.hostname)) {
        callback(new PrivateAddressError(options.hostname), null);
      } else guarded(options, callback);
    };
  };
  const open = (trust: TlsTrust, variant: TlsVariant): Connections => {
    const options = { ...limits, allowH2: variant.need === 'http2-only', connect: connectorOf(trust, variant) };
    return createConnections((origin) => new Client(origin, options));
  };
  /** Connections to a proxy. One that the proxy closes fails its request: undici would ask the proxy again without end. */
  const clientOf = (origin: URL, options: object): Dispatcher => {
    const client = new Pool(origin, options);
    const connect = client.connect.bind(client) as (
      options: Dispatcher.ConnectOptions,
    ) => Promise<Dispatcher.ConnectData>;
    const failing = async (options: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData> => {
      try {
        return await connect(options);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code !== 'UND_ERR_SOCKET') throw error;
        throw Object.assign(new Error('the proxy closed the connection'), { code: 'UND_ERR_ABORTED' });
      }
    };
    return Object.assign(client, { connect: failing });
  };
  const openProxy = (uri: string, trust: TlsTrust, variant: TlsVariant): Connections =>
    new ProxyAgent({
      ...limits,
      connections: Math.max(settings.perHost, ...[...settings.hosts.values()].map(({ perHost }) => perHost ?? 1)),
      uri,
      clientFactory: clientOf,
      proxyTunnel: false,
      allowH2: variant.need === 'http2-only',
      proxyTls: authorities(),
      requestTls: {
        ...tlsOf(variant),
        rejectUnauthorized: trust !== 'unverified',
        ...(trust === 'verified' ? { checkServerIdentity: checkAsBrowsers } : {}),
      },
    });
  const dispatchers = new Map<string, Connections>();
  const isRerouted = ({ hostname, port, protocol }: URL): boolean =>
    route(hostname, port || (protocol === 'https:' ? '443' : '80')) !== undefined;
  return {
    dispatcherFor(url, trust = 'verified', need) {
      const uri = isRerouted(url) ? null : proxyFor(url);
      const key = `${trust} ${need ?? ''} ${uri ?? ''}`;
      const known = dispatchers.get(key) ?? (uri === null ? open(trust, { need }) : openProxy(uri, trust, { need }));
      dispatchers.set(key, known);
      return known;
    },
    dispatcherWith(url, issuers) {
      const uri = isRerouted(url) ? null : proxyFor(url);
      return uri === null ? open('verified', { issuers }) : openProxy(uri, 'verified', { issuers });
    },
    connect(url) {
      if (!isRerouted(url) && proxyFor(url) !== null) return null;
      const { hostname, host, port, protocol } = url;
      const servername = isAddress(hostname) ? '' : hostname;
      const options = { hostname: hostname.replace(/^\[|\]$/g, ''), host, port, protocol, servername };
      return () =>
        new Promise((resolve, reject) => {
          connectorOf('verified', {})(options, (...[error, socket]) => {
            if (socket === null) reject(error);
            else resolve(socket);
          });
        });
    },
    certificateOf: (hostname) => certificates.get(hostname) ?? null,
    roots: (ca ?? [...rootCertificates, ...(await extraAuthorities())]).flatMap(splitPem),
    reroutes: (url) => isRerouted(url) || proxyFor(url) !== null,
    close: async () => {
      await Promise.all([...dispatchers.values()].map((each) => each.destroy()));
    },
  };
}

/** Hands the names that were resolved before to the socket, private ones left out. */
function lookupFrom(names: DnsCache, allowPrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    const answer = names.known(hostname);
    if (answer?.kind !== 'found') {
      callback(Object.assign(new Error(`${hostname} was not resolved`), { code: 'ENOTFOUND' }), '');
      return;
    }
    const open = allowPrivate ? answer.addresses : answer.addresses.filter(({ address }) => !isPrivateAddress(address));
    const first = open[0];
    if (first === undefined) callback(new PrivateAddressError(hostname), '');
    else if (options.all) (callback as unknown as (error: null, addresses: unknown) => void)(null, open);
    else callback(null, first.address, first.family);
  };
}

/**
 * Node also takes the name from the subject where no other name is given, and wildcards for a part of a label; browsers
 * take neither (CA/Browser Forum Baseline Requirements, 7.1.4.2; Chrome 58, Firefox 101).
 */
function checkAsBrowsers(hostname: string, certificate: PeerCertificate): Error | undefined {
  const { subjectaltname = '' } = certificate;
  // A quoted name is one that was made to confuse; Node reads those.
  const names = subjectaltname.includes('"')
    ? subjectaltname
    : subjectaltname
        .split(', ')
        .filter((name) => !name.includes('*') || /^DNS:\*\.[^*]+$/.test(name))
        .join(', ');
  const subject = { ...certificate.subject, CN: '' };
  // A final dot says that a name is complete, and no certificate has it (RFC 6125, 6.4.1).
  return checkServerIdentity(hostname.replace(/\.$/, ''), { ...certificate, subject, subjectaltname: names });
}

/** SNI has no final dot (RFC 6066, section 3), which undici leaves. */
function withoutFinalDot<Options extends { hostname: string; servername?: string | undefined }>(
  options: Options,
): Options {
  return options.hostname.endsWith('.') ? { ...options, servername: options.hostname.slice(0, -1) } : options;
}

let latest: { readonly ca: string; readonly context: SecureContext } | null = null;

/** Reading all the authorities takes a tenth of a second, and megabytes; the language server opens a pool at each save. */
function contextOf(ca: readonly string[]): SecureContext {
  const all = ca.join('\n');
  if (latest?.ca !== all) latest = { ca: all, context: createSecureContext({ ca: [...ca] }) };
  return latest.context;
}

/** What NODE_EXTRA_CA_CERTS names: Node adds it to its defaults only where no `ca` is given. */
async function extraAuthorities(): Promise<string[]> {
  const path = process.env.NODE_EXTRA_CA_CERTS;
  if (!path) return [];
  return [await readFile(path, 'utf8').catch(() => '')].filter((text) => text !== '');
}

/** A PEM file may hold many certificates. */
function splitPem(text: string): string[] {
  return text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
}

async function readAuthority(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UserError(`cacert: ${path} cannot be read`);
  });
  if (!text.includes('-----BEGIN CERTIFICATE-----')) throw new UserError(`cacert: ${path} contains no PEM certificate`);
  return text;
}

/** Makes a value at the first call, and returns the same one at each later call. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
