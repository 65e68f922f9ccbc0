import type { LimitFunction } from 'p-limit';
import type { LinkSettings } from '../../model/settings.js';
import { detectBotWall } from './bot-walls.js';
import { isOnlyIncomplete } from './certificate-chain.js';
import type { ConnectionPool } from './dispatcher.js';
import type { DnsCache } from './dns.js';
import { type HostLimiter, type LimiterOutcome, retryAfterOf } from './host-limiter.js';
import { isAddress, isPrivateHost } from './private-address.js';
import { probe } from './request.js';
import type { FailureReason } from './response.js';
import { type Failure, type HttpResult, headerOf } from './response.js';

/** What following a link needs; every hop goes through all of it. */
export interface GuardedContext {
  readonly settings: LinkSettings;
  readonly pool: ConnectionPool;
  readonly names: DnsCache;
  readonly limiterOf: (hostname: string) => HostLimiter;
  /** Maximum number of concurrent requests. */
  readonly limit: LimitFunction;
  readonly request: typeof import('undici').request;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** What is asked for: at first as programs do, to confirm as browsers do. */
export const accepts = {
  plain: 'text/html,application/xhtml+xml,*/*;q=0.8',
  browser: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
} as const;

/** One request that is to go out. */
export interface GuardedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly timeout: number;
  /** Decoded bytes of the body that are read. */
  readonly cap?: number;
  /** Sent by POST. */
  readonly json?: string;
  /** True for a service that the environment names: it may be private. */
  readonly trusted?: boolean;
}

/** One hop: address check, name, limiter, request. */
export async function sendGuarded(
  hop: GuardedRequest,
  context: GuardedContext,
  sent: () => void,
): Promise<{ readonly reply: HttpResult; readonly durationMs: number; readonly incompleteChain: boolean }> {
  const { settings, pool, names, now, signal } = context;
  const { url, headers, timeout, trusted = false } = hop;
  const parsed = new URL(url);
  const { hostname } = parsed;
  const instead = (reason: FailureReason, detail: string): Failure => ({ kind: 'failure', url, reason, detail });
  const none = (reply: Failure) => ({ reply, durationMs: 0, incompleteChain: false });
  if (!settings.allowPrivate && !trusted && isPrivateHost(hostname))
    return none(instead('private-address', `${hostname} is a private address`));
  if (timeout <= 0) return none(instead('timeout', 'no time was left for another redirect'));
  if (!trusted && !isAddress(hostname) && !pool.reroutes(parsed)) {
    // The wait for a name is not charged to the server.
    const name = await names.resolve(hostname);
    if (name.kind === 'missing') return none(instead('dns', `${hostname} does not exist (NXDOMAIN)`));
    if (name.kind === 'failed')
      return none(instead('dns-failure', `${hostname} could not be looked up: ${name.detail}`));
  }
  const limiter = context.limiterOf(hostname);
  let startedAt = now();
  let incompleteChain = false;
  const send = async (): Promise<HttpResult | null> => {
    startedAt = now();
    // Its turn came after the host asked for patience: back behind the limiter.
    if (limiter.notBefore > startedAt) return null;
    sent();
    const first = await probe(context.request, {
      url: parsed,
      headers,
      timeout,
      dispatcher: pool.dispatcherFor(parsed, trusted ? 'service' : 'verified'),
      signal,
      ...(hop.cap === undefined ? {} : { cap: hop.cap }),
      ...(hop.json === undefined ? {} : { json: hop.json }),
    });
    if (hop.json !== undefined) return first;
    if (first.kind === 'answer' || first.reason !== 'tls-incomplete') return first;
    // Browsers fetch a missing intermediate by themselves; whether that is all is asked without any credentials.
    const bare = { 'user-agent': settings.userAgent, accept: accepts.plain };
    const second = await probe(context.request, {
      url: parsed,
      headers: bare,
      timeout,
      dispatcher: pool.dispatcherFor(parsed, 'unverified'),
      signal,
    });
    if (second.kind !== 'answer') return first;
    const leaf = pool.certificateOf(hostname);
    incompleteChain = await isOnlyIncomplete({ leaf, roots: pool.roots, fetch: (from) => fetchBytes(from, context) });
    return incompleteChain ? second : first;
  };
  let reply: HttpResult | null = null;
  while (reply === null) {
    if (!(await limiter.acquire())) {
      if (signal.aborted) return none(instead('interrupted', 'the run was interrupted'));
      const { closed, host } = limiter;
      return none({ ...instead(closed ?? 'timeout', closedInWords(closed, host)), unasked: true });
    }
    // The limiter must hear of a refusal before the next in all has its turn.
    reply = await context.limit(async () => {
      const got = await send();
      limiter.release(got === null ? { kind: 'unused' } : outcomeOf(got, now()));
      return got;
    });
  }
  if (signal.aborted && reply.kind === 'failure') return none(instead('interrupted', 'the run was interrupted'));
  return { reply, durationMs: now() - startedAt, incompleteChain };
}

/** A small file through the same guard: an issuer's certificate. */
async function fetchBytes(url: string, { settings, pool, names, request }: GuardedContext): Promise<Uint8Array | null> {
  try {
    const parsed = new URL(url);
    const { hostname } = parsed;
    if (!settings.allowPrivate && isPrivateHost(hostname)) return null;
    if (!isAddress(hostname) && !pool.reroutes(parsed)) await names.resolve(hostname);
    const signal = AbortSignal.timeout(settings.timeout);
    const { statusCode, body } = await request(url, {
      dispatcher: pool.dispatcherFor(parsed),
      headers: { 'user-agent': settings.userAgent },
      signal,
    });
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of body) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length > 65_536) return null;
    }
    return statusCode === 200 ? Buffer.concat(chunks) : null;
  } catch {
    return null;
  }
}

function closedInWords(reason: FailureReason | null, host: string): string {
  switch (reason) {
    case 'timeout':
      return `not checked: several requests to ${host} timed out in a row`;
    case 'bot-wall':
      return `not checked: ${host} blocked several requests in a row`;
    case 'rate-limited':
      return `not checked: ${host} allows no more requests in this run`;
    default:
      return `not checked: ${host} failed again after every wait`;
  }
}

function outcomeOf(reply: HttpResult, now: number): LimiterOutcome {
  if (reply.kind === 'failure') {
    if (reply.reason === 'timeout')
      return { kind: 'timeout', connected: !/CONNECT_TIMEOUT|ETIMEDOUT/.test(reply.detail) };
    return reply.reason === 'reset' ? { kind: 'slow-down', reason: 'reset', retryAfter: null } : { kind: 'fine' };
  }
  const wall = reply.status === 429 || reply.status === 503 ? null : detectBotWall(reply);
  if (wall !== null) return { kind: 'wall', name: wall };
  if (reply.status !== 429 && reply.status !== 503) return { kind: 'fine' };
  const reason = reply.status === 429 ? 'rate-limited' : 'http-5xx';
  return { kind: 'slow-down', reason, retryAfter: retryAfterOf((name) => headerOf(reply, name), now) };
}
