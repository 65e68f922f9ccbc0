import { jsonOf, type SiteApi } from './site.js';

/** The newest copy of an address in the Wayback Machine; null where there is none, or the archive does not say. */
export async function findArchived(url: string, api: SiteApi): Promise<string | null> {
  const reply = await api.ask({ url: `https://archive.org/wayback/available?url=${encodeURIComponent(url)}` });
  const json = jsonOf(reply) as { archived_snapshots?: { closest?: { url?: unknown; available?: unknown } } } | null;
  const found = json?.archived_snapshots?.closest;
  if (typeof found?.url !== 'string' || found.available === false) return null;
  return /^https?:\/\/web\.archive\.org\/web\//.test(found.url) ? found.url.replace(/^http:/, 'https:') : null;
}
