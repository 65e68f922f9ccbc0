import type { LimitFunction } from 'p-limit';
import type { CookieJar } from 'tough-cookie';
import type { LinkSettings } from '../model/settings.js';
import type { Redirect } from '../model/verdict.js';
import { isOnlyIncomplete } from './chain.js';
import type { Outlet } from './dispatcher.js';
import { type Answer, type Failure, headerOf, type Reply, type Trail } from './evidence.js';
import { type Gate, type GateOutcome, retryAfterOf } from './gate.js';
import { isAddress, isPrivateHost } from './guard.js';
import type { Names } from './names.js';
import { instantRefreshOf } from './page.js';
import { probe } from './probe.js';

/** What following a link needs; every hop goes through all of it. */
export interface FollowContext {
  readonly settings: LinkSettings;
  readonly outlet: Outlet;
  readonly names: Names;
  readonly gateOf: (hostname: string) => Gate;
  /** Requests in flight in all. */
  readonly limit: LimitFunction;
  readonly request: typeof import('undici').request;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** Fetch's limit is 20 hops; browsers' patience and lychee's ends at 10. */
const mostHops = 10;
const accepts = {
  plain: 'text/html,application/xhtml+xml,*/*;q=0.8',
  browser: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
} as const;

/** Asks for an address and goes where it leads; a meta refresh of 0 s is a hop. Never throws. */
export async function follow(
  first: string,
  style: keyof typeof accepts,
  context: FollowContext,
  sent: () => void = () => {},
): Promise<Trail> {
  const { settings } = context;
  const redirects: Redirect[] = [];
  const seen = new Set<string>();
  let jar: CookieJar | null = null;
  let cookies = 0;
  let spent = 0;
  let incompleteChain = false;
  let url = first;
  const end = (reply: Reply): Trail => ({ reply, redirects, durationMs: Math.round(spent), incompleteChain });
  const fail = (reason: string, detail: string): Trail => end({ kind: 'failure', url, reason, detail });

  for (;;) {
    // The same address may come again once a cookie has been set; then it is another question.
    const visit = `${cookies} ${url}`;
    if (seen.has(visit)) return fail('redirect-loop', `it redirects in a circle after ${redirects.length} hops`);
    seen.add(visit);
    if (redirects.length > mostHops) return fail('too-many-redirects', `more than ${mostHops} redirects`);

    const cookie = jar === null ? '' : await jar.getCookieString(url);
    const headers = headersFor(url, first, accepts[style], cookie, settings);
    const hop = await ask(url, headers, settings.timeout - spent, context, sent);
    spent += hop.durationMs;
    incompleteChain ||= hop.incompleteChain;
    const { reply } = hop;
    if (reply.kind === 'failure') return end(reply);

    const target = nextOf(reply);
    if (target === null) return end(reply);
    const next = URL.canParse(target, url) ? new URL(target, url) : null;
    if (next === null) return fail('malformed', `it redirects to something that is no address`);
    if (next.protocol !== 'http:' && next.protocol !== 'https:') {
      redirects.push({ status: reply.status, url: next.href });
      return fail('redirect-to-scheme', `it redirects to ${next.protocol}, which is not the web`);
    }
    const set = reply.headers['set-cookie'];
    if (set !== undefined) {
      jar ??= new (await import('tough-cookie')).CookieJar();
      for (const line of typeof set === 'string' ? [set] : set) await jar.setCookie(line, url, { ignoreError: true });
      const count = (await jar.getCookies(next.href)).length;
      if (count > cookies) cookies = count;
    }
    next.username = '';
    next.password = '';
    if (next.hash === '') next.hash = new URL(url).hash;
    url = next.href;
    redirects.push({ status: reply.status, url });
  }
}

/** One hop: address check, name, gate, request. */
async function ask(
  url: string,
  headers: Readonly<Record<string, string>>,
  timeout: number,
  context: FollowContext,
  sent: () => void,
): Promise<{ readonly reply: Reply; readonly durationMs: number; readonly incompleteChain: boolean }> {
  const { settings, outlet, names, now, signal } = context;
  const parsed = new URL(url);
  const { hostname } = parsed;
  const instead = (reason: string, detail: string): Failure => ({ kind: 'failure', url, reason, detail });
  const none = (reply: Failure) => ({ reply, durationMs: 0, incompleteChain: false });
  if (!settings.allowPrivate && isPrivateHost(hostname))
    return none(instead('private-address', `${hostname} is a private address`));
  if (timeout <= 0) return none(instead('timeout', 'no time was left for another redirect'));
  if (!isAddress(hostname) && !outlet.reroutes(parsed)) {
    // The wait for a name is not charged to the server.
    const name = await names.resolve(hostname);
    if (name.kind === 'missing') return none(instead('dns', `${hostname} does not exist (NXDOMAIN)`));
    if (name.kind === 'failed')
      return none(instead('dns-failure', `${hostname} could not be looked up: ${name.detail}`));
  }
  const gate = context.gateOf(hostname);
  let startedAt = now();
  let incompleteChain = false;
  const send = async (): Promise<Reply | null> => {
    startedAt = now();
    // Its turn came after the host asked for patience: back behind the gate.
    if (gate.notBefore > startedAt) return null;
    sent();
    const first = await probe(context.request, {
      url: parsed,
      headers,
      timeout,
      dispatcher: outlet.dispatcherFor(parsed),
      signal,
    });
    if (first.kind === 'answer' || first.reason !== 'tls-incomplete') return first;
    // Browsers fetch a missing intermediate by themselves; whether that is all is asked without any credentials.
    const bare = { 'user-agent': settings.userAgent, accept: accepts.plain };
    const second = await probe(context.request, {
      url: parsed,
      headers: bare,
      timeout,
      dispatcher: outlet.dispatcherFor(parsed, 'unverified'),
      signal,
    });
    if (second.kind !== 'answer') return first;
    const leaf = outlet.certificateOf(hostname);
    incompleteChain = await isOnlyIncomplete({ leaf, roots: outlet.roots, fetch: (from) => fetchBytes(from, context) });
    return incompleteChain ? second : first;
  };
  let reply: Reply | null = null;
  while (reply === null) {
    if (!(await gate.enter())) {
      if (signal.aborted) return none(instead('interrupted', 'the run was interrupted'));
      const { closed, host } = gate;
      return none({ ...instead(closed ?? 'timeout', closedInWords(closed, host)), unasked: true });
    }
    reply = await context.limit(send);
    gate.leave(reply === null ? { kind: 'unused' } : outcomeOf(reply, now()));
  }
  if (signal.aborted && reply.kind === 'failure') return none(instead('interrupted', 'the run was interrupted'));
  return { reply, durationMs: now() - startedAt, incompleteChain };
}

/** A small file through the same guard: an issuer's certificate. */
async function fetchBytes(
  url: string,
  { settings, outlet, names, request }: FollowContext,
): Promise<Uint8Array | null> {
  try {
    const parsed = new URL(url);
    const { hostname } = parsed;
    if (!settings.allowPrivate && isPrivateHost(hostname)) return null;
    if (!isAddress(hostname) && !outlet.reroutes(parsed)) await names.resolve(hostname);
    const signal = AbortSignal.timeout(settings.timeout);
    const { statusCode, body } = await request(url, { dispatcher: outlet.dispatcherFor(parsed), signal });
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

function closedInWords(reason: string | null, host: string): string {
  switch (reason) {
    case 'timeout':
      return `not asked: ${host} let others time out, one after another`;
    case 'rate-limited':
      return `not asked: ${host} allows no more requests in this run`;
    default:
      return `not asked: ${host} failed again after every wait`;
  }
}

function outcomeOf(reply: Reply, now: number): GateOutcome {
  if (reply.kind === 'failure') {
    if (reply.reason === 'timeout') return { kind: 'timeout' };
    return reply.reason === 'reset' ? { kind: 'slow-down', reason: 'reset', retryAfter: null } : { kind: 'fine' };
  }
  if (reply.status !== 429 && reply.status !== 503) return { kind: 'fine' };
  const reason = reply.status === 429 ? 'rate-limited' : 'http-5xx';
  return { kind: 'slow-down', reason, retryAfter: retryAfterOf((name) => headerOf(reply, name), now) };
}

/** Where an answer leads, as it wrote it; null when it is the end. */
function nextOf(answer: Answer): string | null {
  if ([301, 302, 303, 307, 308].includes(answer.status)) {
    const location = headerOf(answer, 'location');
    // undici gives header bytes as Latin-1; addresses are UTF-8 (RFC 3987).
    const decoded = /[\u0080-\u00FF]/.test(location) ? Buffer.from(location, 'latin1').toString('utf8') : location;
    return decoded === '' ? null : decoded;
  }
  return answer.status === 200 && answer.body !== '' ? instantRefreshOf(answer.body) : null;
}

/** Headers for one hop; those of the user are matched anew, so that none crosses to another origin or loses its encryption on the way. */
function headersFor(
  url: string,
  first: string,
  accept: string,
  cookie: string,
  settings: LinkSettings,
): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': settings.userAgent,
    accept,
    'accept-language': 'en,*;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
  };
  if (cookie !== '') headers.cookie = cookie;
  if (settings.headers.length === 0) return headers;
  const { host, hostname, origin, protocol } = new URL(url);
  const from = new URL(first);
  if (from.protocol === 'https:' && protocol === 'http:') return headers;
  // A name without a port stands for any port of the address itself, and for the usual ones after a redirect.
  for (const each of settings.headers)
    if (each.host === host || (each.host === hostname && origin === from.origin))
      headers[each.name.toLowerCase()] = each.value;
  return headers;
}
