import { askEach, foundIn, isWeb, recordOf, textOf } from './json-api.js';
import { alive, type Site, type SiteApi } from './site.js';

/** The Wayback Machine: its copies are slow and few at a time, so its index is checked. Where that does not say, the page is checked. */
export const archive: Site = {
  name: 'archive',
  batch: 1,
  claims: (url) => copyOf(url) !== null,
  ask: (targets, api) =>
    askEach(targets, async ({ url }) => {
      const copy = copyOf(url);
      const found = copy === null ? null : await closest(copy.of, copy.at, api);
      return found === null
        ? null
        : alive({ kind: 'has-copy', service: 'The Wayback Machine', name: copy?.of ?? url.href });
    }),
};

function copyOf({ protocol, hostname, pathname, search }: URL): { readonly at: string; readonly of: string } | null {
  if (!isWeb(protocol) || hostname !== 'web.archive.org') return null;
  const [, at, of] = /^\/web\/(\d{4,14})(?:[a-z]{2}_)?\/(https?:\/?\/?.+)$/i.exec(pathname) ?? [];
  if (at === undefined || of === undefined) return null;
  return { at, of: of.replace(/^(https?:)\/*/i, '$1//') + search };
}

/** The newest copy of an address in the Wayback Machine, over https; null where there is none, or the archive does not say. */
export async function findArchived(url: string, api: SiteApi): Promise<string | null> {
  return closest(url, null, api);
}

/** archive.org/help/wayback_api.php: the copy that is closest to a time, the newest without one. */
async function closest(of: string, at: string | null, api: SiteApi): Promise<string | null> {
  const time = at === null ? '' : `&timestamp=${at}`;
  const reply = await api.ask({ url: `https://archive.org/wayback/available?url=${encodeURIComponent(of)}${time}` });
  const found = recordOf(recordOf(foundIn(reply)?.archived_snapshots)?.closest);
  const copy = textOf(found?.url);
  if (copy === null || found?.available === false || !/^2\d\d$/.test(textOf(found?.status) ?? '200')) return null;
  // As the parser writes it: what it forgives, such as a line break, must not get into reports and lists.
  return /^https?:\/\/web\.archive\.org\/web\/\d+\//.test(copy) && URL.canParse(copy)
    ? new URL(copy).href.replace(/^http:/, 'https:')
    : null;
}
