import { type Entry, type List, sectionOf } from '../model/list.js';
import { canonical } from '../url/canonical.js';
import { samePage } from '../url/same-page.js';

/** An entry that is there already. */
export interface Duplicate {
  readonly entry: Entry;
  /** What is the same; `target`: the link of the entry is known to lead to the URL. */
  readonly by: 'url' | 'target' | 'name';
}

/** What an entry that is there already has in common with a new one, as a clause: `has the same URL`. */
export function sameness(by: Duplicate['by']): string {
  return by === 'target' ? 'has a link that leads to this URL' : `has the same ${by === 'url' ? 'URL' : 'name'}`;
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
    if (keys.has(urlKey(entry.url))) return [{ entry, by: 'url' }];
    const target = targetOf(entry.url);
    return target !== null && keys.has(urlKey(target)) ? [{ entry, by: 'target' }] : [];
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
