import { readPage } from '../classify/page-text.js';
import { markOf } from '../classify/site-markers.js';
import { detectBotWall } from '../http/bot-walls.js';
import { askEach, isWeb } from './json-api.js';
import { alive, type Site, type SiteApi, type SiteResult, unsure } from './site.js';

/** Google's documents, shared or not: what is not shared leads everybody else to a login (data-docs#351, cht-docs#1733). */
export const google: Site = {
  name: 'google',
  batch: 1,
  claims: (url) => isDocument(url),
  ask: (targets, api) => askEach(targets, ({ url }) => askDocument(url, api)),
};

/** `/u/0/` and `/a/example.org/` name the account that the link was copied from. */
function isDocument({ protocol, hostname, pathname }: URL): boolean {
  if (!isWeb(protocol)) return false;
  if (hostname === 'drive.google.com')
    return /^\/(?:a\/[\w.-]+\/)?file\/(?:u\/\d+\/)?d\/[\w-]{10,}(?:\/|$)/.test(pathname);
  return (
    hostname === 'docs.google.com' &&
    /^\/(?:a\/[\w.-]+\/)?(?:document|spreadsheets|presentation|forms)\/(?:u\/\d+\/)?d\/(?:e\/)?[\w-]{10,}(?:\/|$)/.test(
      pathname,
    )
  );
}

/** Silent for all but a login and a plain page: 404, bot protection and closed forms are judged as those of any page. */
async function askDocument(url: URL, api: SiteApi): Promise<SiteResult | null> {
  const { reply } = await api.page(url.href);
  if (reply.kind === 'failure' || !URL.canParse(reply.url) || detectBotWall(reply) !== null) return null;
  const end = new URL(reply.url);
  if (isWeb(end.protocol) && isLogin(end) && reply.status < 400)
    return unsure('suspect', 'login', { kind: 'asks-login', service: 'Google', url: url.href });
  if (reply.status !== 200 || !isDocument(end)) return null;
  const page = readPage(reply.body);
  const asksWho = /\bsign[ -]?in\b/i.test(page.title ?? '');
  return asksWho || markOf(url, reply, page) !== null
    ? null
    : alive({ kind: 'shows-without-login', service: 'Google', url: url.href });
}

function isLogin({ hostname, pathname }: URL): boolean {
  return (
    hostname === 'accounts.google.com' || (hostname.endsWith('.google.com') && /\/ServiceLogin(?:\/|$)/i.test(pathname))
  );
}
