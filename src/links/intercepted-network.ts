import type { Evidence } from '../model/evidence.js';
import { siteOf } from './classify/url-shape.js';
import type { GuardedContext } from './http/guarded-request.js';
import type { HttpResponse, RequestChain } from './http/response.js';
import { shownCertificate } from './http/tolerant-request.js';

/** Whether a network responds in place of the sites: one that wants a login first, or that decrypts HTTPS with an authority of its own. */
export interface InterceptionWatch {
  note(url: string, trail: RequestChain): void;
  /** What shows that the network responded and not the site; null where nothing does. May wait for the responses of other sites. */
  detect(url: string, trail: RequestChain): Promise<Evidence | null>;
}

/** So many registrable domains have the same login page, or certificates of the same unknown authority, by no accident. */
const fewestSites = { portal: 4, issuer: 5 };
/** Milliseconds that a redirect to another site waits for the responses of others, where none has come yet. */
const patience = 2000;
/** What OpenSSL says of a chain that ends in an authority that is not known. */
const unknownAuthority =
  /^(?:SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE)$/;

/** Starts with nothing seen. One response that only a site can give ends the suspicion for the whole run. */
export function watchForInterception(context: GuardedContext, sleep: (ms: number) => Promise<void>): InterceptionWatch {
  let isOpen = false;
  let portal: string | null = null;
  const redirected = new Set<string>();
  const byIssuer = new Map<string, Set<string>>();
  const issuers = new Map<string, Promise<string | null>>();
  const lookAt = (url: string): Promise<string | null> => {
    const { origin } = new URL(url);
    const known = issuers.get(origin) ?? issuerOf(new URL(origin), context);
    issuers.set(origin, known);
    return known;
  };
  return {
    note(url, trail) {
      if (isOpen) return;
      const { reply } = trail;
      if (reply.kind === 'failure') {
        if (unknownAuthority.test(reply.code ?? '')) void lookAt(reply.url).then((issuer) => add(reply.url, issuer));
        return;
      }
      const host = portalOf(url, trail, reply);
      if (host === null || (portal !== null && portal !== host)) isOpen = true;
      else {
        portal = host;
        redirected.add(siteOf(url));
      }
    },
    async detect(url, trail) {
      const { reply } = trail;
      if (isOpen) return null;
      if (reply.kind === 'answer') {
        const host = portalOf(url, trail, reply);
        if (host === null) return null;
        if (redirected.size < fewestSites.portal) await sleep(patience);
        return isOpen || redirected.size < fewestSites.portal ? null : { kind: 'portal', host };
      }
      if (!unknownAuthority.test(reply.code ?? '')) return null;
      const issuer = await lookAt(reply.url);
      if (issuer === null) return null;
      await Promise.all(issuers.values());
      const sites = byIssuer.get(issuer)?.size ?? 0;
      return isOpen || sites < fewestSites.issuer ? null : { kind: 'intercepted', issuer };
    },
  };

  function add(url: string, issuer: string | null): void {
    if (issuer === null) return;
    const sites = byIssuer.get(issuer) ?? new Set();
    sites.add(siteOf(url));
    byIssuer.set(issuer, sites);
  }
}

/** The host of another site to which a plain request was redirected with its own URL as a parameter, as login pages of networks are; null for any other response. */
function portalOf(url: string, { redirects }: RequestChain, { url: final }: HttpResponse): string | null {
  if (redirects.length === 0 || !url.startsWith('http:') || siteOf(url) === siteOf(final)) return null;
  const { host, searchParams } = new URL(final);
  const { hostname } = new URL(url);
  return [...searchParams.values()].some((value) => value.includes(hostname)) ? host : null;
}

/** The name of the authority that issued the certificate of a host; null for none, and where the certificate signed itself. */
async function issuerOf(url: URL, context: GuardedContext): Promise<string | null> {
  const shown = await shownCertificate(url, context.settings.timeout, context);
  if (shown === null || shown.issuer === shown.subject) return null;
  return (/^(?:CN|O)=(.+)$/m.exec(shown.issuer)?.[1] ?? shown.issuer).slice(0, 200);
}
