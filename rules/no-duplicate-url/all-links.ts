import type { Link, List } from '../../src/model/list.js';
import { samePage } from '../../src/url/same-page.js';

/** Links of the whole file with the URL of an earlier one, each with that one. What an item has besides its first link is left out. */
export function repeatedLinks(list: List): readonly (readonly [earlier: Link, link: Link])[] {
  const seen = new Map<string, Link>();
  return list.links.flatMap((link): readonly (readonly [Link, Link])[] => {
    if (!counts(link)) return [];
    const key = wideKey(link);
    const earlier = seen.get(key);
    if (earlier !== undefined) return [[earlier, link]];
    seen.set(key, link);
    return [];
  });
}

function counts(link: Link): boolean {
  const { entry, image, form, sort } = link;
  if (image || (form !== 'inline' && form !== 'autolink' && form !== 'literal')) return false;
  if (sort === 'placeholder' || sort === 'invalid') return false;
  return entry === null || entry.link === link || entry.form === 'row';
}

/** Coarser than `samePage`: the order of parameters, doubled slashes, index files and text fragments do not count. */
function wideKey({ url, sort }: Link): string {
  if (sort !== 'web' || !URL.canParse(url)) return url;
  const parsed = new URL(url);
  parsed.pathname = parsed.pathname.replace(/\/{2,}/g, '/').replace(/\/index\.[a-z]+$/, '/');
  parsed.hash = parsed.hash.replace(/#?:~:.*$/, '');
  parsed.searchParams.sort();
  return samePage(parsed.href);
}
