import type { X509Certificate } from 'node:crypto';
import { findIssuers } from './certificate-chain.js';
import type { TlsNeed } from './dispatcher.js';
import type { GuardedContext, GuardedRequest } from './guarded-context.js';
import { probeLeniently } from './lenient-request.js';
import { isAddress, isPrivateHost } from './private-address.js';
import { probe } from './request.js';
import { type Failure, type HttpResult, headerOf, type Leniency } from './response.js';

/** What a second request with a tolerance gave. */
export interface TolerantResult {
  readonly reply: HttpResult;
  /** Which tolerance it needed; empty where none helped. */
  readonly leniencies: readonly Leniency[];
}

/** Alerts of TLS that another offer may avoid; some servers send the general alert where no protocol fits. */
const needs: readonly (readonly [RegExp, TlsNeed])[] = [
  [/ALERT_NO_APPLICATION_PROTOCOL|ALERT_HANDSHAKE_FAILURE/, 'http2-only'],
  [/UNSAFE_LEGACY_RENEGOTIATION_DISABLED/, 'legacy-renegotiation'],
];

/** So often a certificate may have moved. */
const mostHops = 3;

/** Requests what a strict client refuses once more, as browsers would: over HTTP/2, with older TLS, or with a lenient parser. */
export async function probeTolerantly(
  url: URL,
  first: Failure,
  { headers, timeout, cap }: GuardedRequest,
  context: GuardedContext,
): Promise<TolerantResult> {
  const { pool, signal } = context;
  const { code = '' } = first;
  const none: TolerantResult = { reply: first, leniencies: [] };
  const need = needs.find(([pattern]) => pattern.test(code))?.[1];
  if (need !== undefined) {
    const dispatcher = pool.dispatcherFor(url, 'verified', need);
    const reply = await probe({
      url,
      headers,
      timeout,
      dispatcher,
      signal,
      ...(cap === undefined ? {} : { cap }),
    });
    if (reply.kind === 'answer') return { reply, leniencies: [need] };
    // What follows the handshake, like an expired certificate, is the better reason.
    return reply.reason.startsWith('tls-') ? { reply, leniencies: [] } : none;
  }
  const connect = /^(?:HPE_INVALID|UND_ERR_RES_)/.test(code) ? pool.connect(url) : null;
  if (connect === null) return none;
  const second = await probeLeniently({ url, headers, timeout, signal, cap, connect });
  return second.reply.kind === 'answer' ? second : none;
}

/** Requests a URL again with the intermediate certificates that its server left out; null where they cannot be found. */
export async function probeCompleted(
  url: URL,
  { headers, timeout, cap }: GuardedRequest,
  context: GuardedContext,
): Promise<HttpResult | null> {
  const { pool, signal } = context;
  const leaf = await shownCertificate(url, timeout, context);
  if (leaf === null) return null;
  const issuers = await findIssuers(leaf, { roots: pool.roots, fetch: (from) => fetchBytes(from, context) });
  if (issuers.length === 0) return null;
  const dispatcher = pool.dispatcherWith(url, issuers);
  try {
    return await probe({ url, headers, timeout, dispatcher, signal, ...(cap === undefined ? {} : { cap }) });
  } finally {
    await dispatcher.destroy();
  }
}

/** The certificate that a host shows, whatever it is worth; null for none. */
export async function shownCertificate(
  url: URL,
  timeout: number,
  { pool, settings, signal }: GuardedContext,
): Promise<X509Certificate | null> {
  // Only the certificate is looked at, so nothing that is meant for the site goes along.
  const headers = { 'user-agent': settings.userAgent };
  const dispatcher = pool.dispatcherFor(url, 'unverified');
  await probe({ url: new URL('/', url), headers, timeout, dispatcher, signal, cap: 1 });
  return pool.certificateOf(url.hostname);
}

/** A small file through the same guard, also where it was moved over plain http: an issuer's certificate. */
async function fetchBytes(url: string, context: GuardedContext, hops = 0): Promise<Uint8Array | null> {
  const { settings, pool, names, signal } = context;
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  const { hostname } = parsed;
  if (!settings.allowPrivate && isPrivateHost(hostname)) return null;
  if (!isAddress(hostname) && !pool.reroutes(parsed)) await names.resolve(hostname);
  const reply = await probe({
    url: parsed,
    headers: { 'user-agent': settings.userAgent },
    timeout: settings.timeout,
    dispatcher: pool.dispatcherFor(parsed),
    signal,
    cap: 65_536,
    isBinary: true,
  });
  const location = reply.kind === 'answer' ? headerOf(reply, 'location') : '';
  if (reply.kind === 'answer' && reply.status >= 301 && reply.status <= 308 && location !== '') {
    const next = URL.canParse(location, url) ? new URL(location, url) : null;
    return next?.protocol === 'http:' && hops < mostHops ? fetchBytes(next.href, context, hops + 1) : null;
  }
  const isWhole = reply.kind === 'answer' && reply.status === 200 && reply.broken === null && reply.cut !== true;
  return isWhole ? Buffer.from(reply.body, 'latin1') : null;
}
