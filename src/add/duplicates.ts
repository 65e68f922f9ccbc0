import { type Entry, type List, sectionOf } from '../model/list.js';
import { canonical } from '../url/canonical.js';
import { samePage } from '../url/same-page.js';

/** An entry that is there already. */
export interface Duplicate {
  readonly entry: Entry;
  /** What is the same. */
  readonly by: 'url' | 'name';
}

/** The key of an address as it should be written. */
export function urlKey(url: string): string {
  return samePage(canonical(url)?.url ?? url);
}

/** The entries that link to one of some addresses, by whatever spelling, or to one that is known to lead there. */
export function findSameUrl(
  { entries }: List,
  urls: readonly string[],
  targetOf: (url: string) => string | null = () => null,
): readonly Duplicate[] {
  const keys = new Set(urls.map(urlKey));
  return entries.flatMap((entry): Duplicate[] => {
    if (entry.url === null) return [];
    const target = targetOf(entry.url);
    return keys.has(urlKey(entry.url)) || (target !== null && keys.has(urlKey(target))) ? [{ entry, by: 'url' }] : [];
  });
}

/** The entries of one name, case, blanks and hyphens apart; those of another kind are other things. */
export function findSameName({ entries }: List, name: string, kind: string | null): readonly Duplicate[] {
  const key = keyOf(name);
  const isSame = (entry: Entry): boolean =>
    entry.naming !== 'plain' && keyOf(entry.name) === key && (entry.kind ?? kind) === (kind ?? entry.kind);
  return key === '' ? [] : entries.filter(isSame).map((entry) => ({ entry, by: 'name' }));
}

/** Titles of the sections around an entry, the inner one last. */
export function sectionPath(entry: Entry): readonly string[] {
  const path: string[] = [];
  for (let at = sectionOf(entry); at !== null; at = sectionOf(at)) path.unshift(at.title);
  return path;
}

/** Other signs tell names apart, as in C, C++ and C#. */
function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}
