import type { CookieJar } from 'tough-cookie';
import type { LinkSettings } from '../../model/settings.js';
import type { Redirect } from '../../model/verdict.js';
import { plural } from '../../text/plural.js';
import { accepts, type GuardedContext, sendGuarded } from './guarded-request.js';
import { instantRefreshOf } from './meta-refresh.js';
import type { FailureReason } from './response.js';
import { type HttpResponse, type HttpResult, headerOf, type RequestChain } from './response.js';

/** Fetch's limit is 20 hops; browsers' patience and lychee's ends at 10. */
const mostHops = 10;

/** What following may be told besides. */
export interface FollowOptions {
  /** Called when the first request goes out. */
  readonly sent?: () => void;
  /** Decoded bytes of the body that are read. */
  readonly cap?: number | undefined;
  /** Asks whether it is still as it was (RFC 9110, section 13); only the address itself is asked so, not where it leads. */
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
  let cookies = 0;
  let spent = 0;
  let incompleteChain = false;
  let url = first;
  const end = (reply: HttpResult): RequestChain => ({
    reply,
    redirects,
    durationMs: Math.round(spent),
    incompleteChain,
  });
  const fail = (reason: FailureReason, detail: string): RequestChain => end({ kind: 'failure', url, reason, detail });

  for (;;) {
    // The same address may come again once a cookie has been set; then it is another question.
    const visit = `${cookies} ${url}`;
    if (seen.has(visit))
      return fail('redirect-loop', `it redirects in a loop after ${plural(redirects.length, 'hop')}`);
    seen.add(visit);
    if (redirects.length > mostHops) return fail('too-many-redirects', `more than ${mostHops} redirects`);

    const cookie = jar === null ? '' : await jar.getCookieString(url);
    const headers = headersFor(url, first, accepts[style], cookie, settings);
    if (validators !== undefined && redirects.length === 0) {
      if (validators.etag !== null) headers['if-none-match'] = validators.etag;
      if (validators.lastModified !== null) headers['if-modified-since'] = validators.lastModified;
    }
    const request = { url, headers, timeout: settings.timeout - spent, ...(cap === undefined ? {} : { cap }) };
    const hop = await sendGuarded(request, context, sent);
    spent += hop.durationMs;
    incompleteChain ||= hop.incompleteChain;
    const { reply } = hop;
    if (reply.kind === 'failure') return end(reply);

    const target = nextOf(reply);
    if (target === null) return end(reply);
    const next = URL.canParse(target, url) ? new URL(target, url) : null;
    if (next === null) return fail('malformed', `it redirects to an invalid URL`);
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

/** Where an answer leads, as it wrote it; null when it is the end. */
function nextOf(answer: HttpResponse): string | null {
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
