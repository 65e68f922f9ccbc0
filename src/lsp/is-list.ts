import { basename } from 'node:path';
import type { List } from '../model/list.js';

/** So few links may stand in the README of anything. */
const fewest = 8;

/**
 * True for a document that is a list. A README is one where there is a configuration, where its title says so, or where it
 * consists of entries; another file must consist of entries and have one of the others too. The README of an ordinary
 * project is none, and nobody wants to hear of it while writing one.
 */
export function isList(path: string, list: List, isConfigured: boolean): boolean {
  const isCalled =
    /\bawesome\b/i.test(list.title ?? '') || list.links.some(({ url }) => /\/awesome\.re\/.*badge/i.test(url));
  const isMeant = isConfigured || isCalled;
  return isReadmeFile(path) ? isMeant || consistsOfEntries(list) : isMeant && consistsOfEntries(list);
}

function consistsOfEntries({ tiers, entries }: List): boolean {
  if (tiers.length > 0 && entries.length > 0) return true;
  const linked = entries.filter(({ link, naming }) => link?.sort === 'web' && naming === 'link').length;
  return linked >= fewest && linked * 2 > entries.length;
}

/** True for the file that a repository shows first, translations of it included. */
export function isReadmeFile(path: string): boolean {
  return /^readme(?:[.-]\w+)*\.(?:md|markdown|mkdn?|mdown)$/i.test(basename(path));
}
