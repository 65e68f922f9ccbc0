import { isUtf8 as isUtf8Bytes } from 'node:buffer';
import type { CookieJar } from 'tough-cookie';
import type { LinkSettings } from '../../model/settings.js';
import type { Redirect } from '../../model/verdict.js';
import { plural } from '../../text/plural.js';
import { detectBotWall } from './bot-walls.js';
import { accepts, type GuardedContext, sendGuarded } from './guarded-request.js';
import { instantRefreshOf } from './meta-refresh.js';
import {
  type FailureReason,
  type HttpResponse,
  type HttpResult,
  headerOf,
  type Leniency,
  type RequestChain,
} from './response.js';

/** The limit of the Fetch standard (HTTP-redirect fetch, step 7), which browsers keep. */
const mostHops = 20;

/** Options for following redirects. */
export interface FollowOptions {
  /** Called when the first request goes out. */
  readonly sent?: () => void;
  /** Decoded bytes of the body that are read. */
  readonly cap?: number | undefined;
  /** Asks whether it is still as it was (RFC 9110, section 13); only the address itself is checked so, not where it leads. */
  readonly validators?: { readonly etag: string | null; readonly lastModified: string | null };
}

/** Asks for an address and goes where it leads; a meta refresh of 0 s is a hop. Never throws. */
export async function follow(
  first: string,
  style: keyof typeof accepts,
  context: GuardedContext,
  { sent = () => {}, cap, validators }: FollowOptions = {},
): Promise<RequestChain> {
  const { settings } = context;
  const redirects: Redirect[] = [];
  const seen = new Set<string>();
  let jar: CookieJar | null = null;
  let spent = 0;
  let incompleteChain = false;
  let guessedBytes = false;
  let varies = false;
  const leniencies = new Set<Leniency>();
  const timeout = settings.hosts.get(new URL(first).hostname)?.timeout ?? settings.timeout;
  let url = first;
  const end = (reply: HttpResult): RequestChain => ({
    reply,
    redirects,
    durationMs: Math.round(spent),
    incompleteChain,
    guessedBytes,
    varies,
    leniencies: [...leniencies],
  });
  const fail = (reason: FailureReason, detail: string): RequestChain => end({ kind: 'failure', url, reason, detail });

  for (;;) {
    const cookie = jar === null ? '' : await jar.getCookieString(url);
    // The same URL with other cookies is another request: some sites redirect to themselves until a cookie has its last value.
    const visit = `${cookie} ${url}`;
    if (seen.has(visit)) return fail('redirect-loop', `redirects in a loop after ${plural(redirects.length, 'hop')}`);
    seen.add(visit);
    if (redirects.length > mostHops) return fail('too-many-redirects', `more than ${mostHops} redirects`);

    const headers = headersFor(url, first, style, cookie, settings);
    if (validators !== undefined && redirects.length === 0) {
      if (validators.etag !== null) headers['if-none-match'] = validators.etag;
      if (validators.lastModified !== null) headers['if-modified-since'] = validators.lastModified;
    }
    const request = { url, headers, timeout: timeout - spent, ...(cap === undefined ? {} : { cap }) };
    const hop = await sendGuarded(request, context, sent);
    spent += hop.durationMs;
    incompleteChain ||= hop.incompleteChain;
    for (const leniency of hop.leniencies) leniencies.add(leniency);
    const { reply } = hop;
    if (reply.kind === 'failure') return end(reply);

    const locations = locationsOf(reply);
    if (locations.length > 1) return fail('malformed', 'it redirects to several URLs at once');
    const [location] = locations;
    const next = location === undefined ? refreshOf(reply, url) : targetOf(location, url);
    if (next === null) return location === undefined ? end(reply) : fail('malformed', 'it redirects to an invalid URL');
    varies ||= location !== undefined && /\*|\b(?:user-agent|accept-language|cookie)\b/i.test(headerOf(reply, 'vary'));
    guessedBytes ||= location !== undefined && !isUtf8(location);
    if (next.protocol !== 'http:' && next.protocol !== 'https:') {
      redirects.push({ status: reply.status, url: next.href });
      return fail('redirect-to-scheme', `it redirects to ${next.protocol}, which is not the web`);
    }
    const set = reply.headers['set-cookie'];
    if (set !== undefined) {
      jar ??= new (await import('tough-cookie')).CookieJar();
      for (const line of typeof set === 'string' ? [set] : set) await jar.setCookie(line, url, { ignoreError: true });
    }
    next.username = '';
    next.password = '';
    if (next.hash === '') next.hash = new URL(url).hash;
    url = next.href;
    redirects.push({ status: reply.status, url });
  }
}

/** The distinct `Location` values of a redirect, each byte a character; browsers take equal ones for one, and refuse others. */
function locationsOf({ status, headers }: HttpResponse): readonly string[] {
  if (![300, 301, 302, 303, 307, 308].includes(status)) return [];
  const { location = [] } = headers;
  const values = typeof location === 'string' ? [location] : location;
  return [...new Set(values)].filter((value) => value !== '');
}

/** A challenge reloads itself until a script has run. */
function refreshOf(reply: HttpResponse, url: string): URL | null {
  if (reply.status !== 200 || reply.body === '') return null;
  const target = instantRefreshOf(reply.body, url);
  return target !== null && detectBotWall(reply) === null ? target : null;
}

function targetOf(location: string, url: string): URL | null {
  const target = escapeBytes(location);
  return URL.canParse(target, url) ? new URL(target, url) : null;
}

/** Percent-encodes each byte that is not ASCII as it came, whatever its encoding, as browsers do. */
function escapeBytes(location: string): string {
  return location.replace(
    /[\u0080-\u00FF]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

function isUtf8(location: string): boolean {
  return isUtf8Bytes(Buffer.from(location, 'latin1'));
}

const navigation = {
  'sec-fetch-dest': 'document',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-site': 'none',
  'sec-fetch-user': '?1',
  'upgrade-insecure-requests': '1',
} as const;

/** Headers for one hop; those of the user are matched again, so that none crosses to another origin or loses its encryption on the way. */
function headersFor(
  url: string,
  first: string,
  style: keyof typeof accepts,
  cookie: string,
  settings: LinkSettings,
): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': style === 'browser' ? settings.confirmingUserAgent : settings.userAgent,
    accept: accepts[style],
    'accept-language': 'en,*;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
  };
  // Every browser sends these (W3C, Fetch Metadata).
  if (style === 'browser') Object.assign(headers, navigation);
  if (cookie !== '') headers.cookie = cookie;
  if (settings.headers.length === 0) return headers;
  const { host, hostname, origin, protocol } = new URL(url);
  const from = new URL(first);
  if (from.protocol === 'https:' && protocol === 'http:') return headers;
  // A name without a port represents any port of the address itself, and for the usual ones after a redirect.
  for (const each of settings.headers)
    if (each.host === host || (each.host === hostname && origin === from.origin))
      headers[each.name.toLowerCase()] = each.value;
  return headers;
}
