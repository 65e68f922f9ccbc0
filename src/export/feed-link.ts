import type { ExportedEntry } from './exported.js';

const named = /^(?:rss|atom|feed|(?:rss|atom|podcast|news)[ -]feed|rss ?\/ ?atom|xml|subscribe via rss)$/i;
const path =
  /(?:^|[/.])(?:rss|atom|feeds?|rdf)(?:[/.](?:xml|rss|atom|rdf|php|json))?\/?$|\/(?:feeds?|rss)\/[^/]+\.(?:xml|rss|atom)$|\/(?:index|posts|blog|podcast|episodes)\.(?:xml|rss)$/i;
const hosts = /^(?:feeds?\d?|rss)\./i;

/** The feed of an entry: a link that is called one, or else one whose address has the form of one. Null for none. */
export function feedOf({ url, links }: ExportedEntry): string | null {
  const web = links.filter((link) => isWeb(link.url));
  const said = web.find(({ text }) => named.test(text.trim()));
  if (said !== undefined) return said.url;
  return [...(url === null ? [] : [url]), ...web.map((link) => link.url)].find(isFeed) ?? null;
}

function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}

/** True for the address of a feed, by its form alone. */
function isFeed(address: string): boolean {
  if (!isWeb(address)) return false;
  const { hostname, pathname, search } = new URL(address);
  if (hostname.endsWith('youtube.com')) return pathname === '/feeds/videos.xml';
  if (/^(?:www\.)?(?:github|gitlab)\.com$/.test(hostname)) return /\.atom$/.test(pathname);
  if (path.test(pathname) || (hosts.test(hostname) && pathname.length > 1)) return true;
  return /[?&]feed=(?:rss2?|atom|rdf)(?:&|$)/i.test(search);
}
