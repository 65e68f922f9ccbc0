import { isIP } from 'node:net';
import { getDomain } from 'tldts';
import type { Evidence } from '../model/evidence.js';
import { siteOf } from './classify/url-shape.js';
import type { GuardedContext } from './http/guarded-request.js';
import type { HttpResult, RequestChain } from './http/response.js';
import { shownCertificate } from './http/tolerant-request.js';

/** Whether the network responds in place of the sites. */
export interface InterceptionWatch {
  note(url: string, trail: RequestChain): void;
  /** What shows that the network responded and not the site; null where nothing does. May wait for the responses of other sites. */
  detect(url: string, trail: RequestChain): Promise<Evidence | null>;
}

/** Starts with nothing seen. */
export function watchForInterception(context: GuardedContext, sleep: (ms: number) => Promise<void>): InterceptionWatch {
  const watches = [watchForPortal(sleep), watchForOnePage(context, sleep), watchForAuthority(context)];
  return {
    note(url, trail) {
      for (const watch of watches) watch.note(url, trail);
    },
    async detect(url, trail) {
      for (const watch of watches) {
        const seen = await watch.detect(url, trail);
        if (seen !== null) return seen;
      }
      return null;
    },
  };
}

/** So many registrable domains have one login page by no accident. */
const fewestRedirected = 4;
/** Milliseconds that such a redirect waits for the responses of other sites. */
const patience = 2000;

/** Watches for a network that wants a login first: whatever else a site responds ends the suspicion for the whole run. */
function watchForPortal(sleep: (ms: number) => Promise<void>): InterceptionWatch {
  let isOpen = false;
  let portal: string | null = null;
  const redirected = new Set<string>();
  return {
    note(url, trail) {
      if (isOpen || trail.reply.kind === 'failure') return;
      const host = portalOf(url, trail);
      if (host === null || (portal !== null && portal !== host)) isOpen = true;
      else {
        portal = host;
        redirected.add(siteOf(url));
      }
    },
    async detect(url, trail) {
      const host = isOpen ? null : portalOf(url, trail);
      if (host === null) return null;
      await sleep(patience);
      return isOpen || redirected.size < fewestRedirected ? null : { kind: 'portal', host };
    },
  };
}

/** The host of another site to which a plain request was redirected with its own URL as a parameter, as login pages of networks are; null for any other response. */
function portalOf(url: string, { reply, redirects }: RequestChain): string | null {
  const isRedirect = reply.kind === 'answer' && redirects.length > 0 && url.startsWith('http:');
  if (!isRedirect || siteOf(url) === siteOf(reply.url)) return null;
  const { host, searchParams } = new URL(reply.url);
  const { hostname } = new URL(url);
  return [...searchParams.values()].some((value) => value.includes(hostname)) ? host : null;
}

/** So many registrable domains have one error page by no accident. */
const fewestAlike = 8;
const missing: ReadonlySet<number> = new Set([403, 404, 410]);

/**
 * Watches for a network that shows one error page for every plain request: any other response ends the suspicion for the
 * whole run. The sites of one platform share its page, so they count as one; where the way to hosts is set, it is known.
 */
function watchForOnePage({ settings }: GuardedContext, sleep: (ms: number) => Promise<void>): InterceptionWatch {
  let isOpen = settings.connectTo.length > 0;
  let shown: string | null = null;
  const sites = new Set<string>();
  return {
    note(url, trail) {
      if (isOpen || trail.reply.kind === 'failure') return;
      const page = errorPageOf(url, trail);
      if (page === null || (shown !== null && shown !== page)) isOpen = true;
      else {
        shown = page;
        const { hostname } = new URL(url);
        sites.add(getDomain(hostname) ?? hostname);
      }
    },
    async detect(url, trail) {
      if (isOpen || shown === null || errorPageOf(url, trail) !== shown) return null;
      await sleep(patience);
      return isOpen || sites.size < fewestAlike ? null : { kind: 'one-page' };
    },
  };
}

/** The error page that a site shows under a name and over plain HTTP, without that name; null for any other response. */
function errorPageOf(url: string, { reply, redirects }: RequestChain): string | null {
  const { hostname, protocol } = new URL(url);
  if (protocol !== 'http:' || isIP(hostname) !== 0 || redirects.length > 0) return null;
  if (reply.kind !== 'answer' || !missing.has(reply.status) || reply.body.trim() === '') return null;
  return `${reply.status} ${reply.body.slice(0, 20_000).replaceAll(hostname, '')}`;
}

/** So many registrable domains have certificates of one unknown authority by no accident. */
const fewestCertified = 5;
/** What OpenSSL says of a chain that ends in an authority that is not known. */
const unknownAuthority =
  /^(?:SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE)$/;

/** Watches for a network that decrypts HTTPS: one certificate of a known authority ends the suspicion for the whole run; plain HTTP says nothing. */
function watchForAuthority(context: GuardedContext): InterceptionWatch {
  let isVerified = false;
  const issuers = new Map<string, Promise<string | null>>();
  const sitesOf = new Map<string, Set<string>>();
  const isUnknown = (reply: HttpResult): boolean =>
    !isVerified && reply.kind === 'failure' && unknownAuthority.test(reply.code ?? '');
  const issuerFor = (url: string): Promise<string | null> => {
    const { origin } = new URL(url);
    const known =
      issuers.get(origin) ??
      issuerOf(new URL(origin), context).then((issuer) => {
        if (issuer !== null) sitesOf.set(issuer, (sitesOf.get(issuer) ?? new Set()).add(siteOf(url)));
        return issuer;
      });
    issuers.set(origin, known);
    return known;
  };
  return {
    note(_, { reply }) {
      if (reply.kind === 'answer') isVerified ||= reply.url.startsWith('https:');
      else if (isUnknown(reply)) void issuerFor(reply.url);
    },
    async detect(_, { reply }) {
      const issuer = isUnknown(reply) ? await issuerFor(reply.url) : null;
      if (issuer === null || isVerified) return null;
      return (sitesOf.get(issuer)?.size ?? 0) < fewestCertified ? null : { kind: 'intercepted', issuer };
    },
  };
}

/** The name of the authority that issued the certificate of a host; null for none, and where the certificate signed itself. */
async function issuerOf(url: URL, context: GuardedContext): Promise<string | null> {
  const shown = context.pool.certificateOf(url.hostname) ?? (await askForCertificate(url, context));
  if (shown === null || shown.issuer === shown.subject) return null;
  const [, name = shown.issuer] = /^CN=(.+)$/m.exec(shown.issuer) ?? /^O=(.+)$/m.exec(shown.issuer) ?? [];
  return name.slice(0, 200);
}

/** Asks within the limits of the host and of the run, as every request does. */
async function askForCertificate(url: URL, context: GuardedContext): ReturnType<typeof shownCertificate> {
  const limiter = context.limiterOf(url.hostname);
  if (!(await limiter.acquire())) return null;
  const shown = await context.limit(() => shownCertificate(url, context.settings.timeout, context));
  limiter.release({ kind: 'unused' });
  return shown;
}
