import type { Link, List } from '../../src/model/list.js';

/** So many links with one campaign are set on purpose. */
const fewestOnPurpose = 3;

/** Whose campaign the `utm_` parameters of a link are: that of the list itself, one made for it by what is listed, or another's. */
export type Campaign = 'own' | 'for-list' | 'other';

/** Says whose campaign a link of a list belongs to. */
export function campaignReader(list: List): (link: Link) => Campaign {
  const counts = new Map<string, number>();
  for (const link of list.links) {
    const values = valuesOf(link.url);
    if (values !== '') counts.set(values, (counts.get(values) ?? 0) + 1);
  }
  const title = fold(list.title ?? '').replace(/^awesome/, '');
  const named = new Set(list.entries.flatMap(({ links }) => links));
  return (link) => {
    const values = valuesOf(link.url);
    const isForList =
      /git-?hub|awesome|repo(?:sitory)?(?![a-z])|badge/i.test(values) ||
      (title.length > 3 && fold(values).includes(title)) ||
      values.split(' ').some((value) => fold(value).length > 4 && title.includes(fold(value)));
    if (!isForList) return 'other';
    return named.has(link) && (counts.get(values) ?? 0) < fewestOnPurpose ? 'for-list' : 'own';
  };
}

/** The values of a URL's `utm_` parameters, in their order. */
function valuesOf(url: string): string {
  return [...url.matchAll(/[?&]utm_\w+=([^&#]*)/gi)].map(([, value]) => value).join(' ');
}

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
