import { basename } from 'node:path';
import type { Entry, List } from '../model/list.js';

/** So few links may stand in the README of anything. */
const fewest = 8;

/**
 * True for a document that is a list. A README is one where there is a configuration, where its title says so, or where it
 * consists of entries; another file must consist of entries and have one of the others too. The README of an ordinary
 * project is none, and no one wants to hear of it while writing one.
 */
export function isList(path: string, list: List, isConfigured: boolean): boolean {
  const isMeant = isConfigured || isCalledList(list);
  return isReadmeFile(path) ? isMeant || consistsOfEntries(list) : isMeant && consistsOfEntries(list);
}

/**
 * True for the README of an ordinary project: nothing calls it a list, it does not consist of entries, and it has blocks of code, or
 * most of its links are in no entry.
 */
export function isProjectReadme(list: List): boolean {
  if (isCalledList(list) || consistsOfEntries(list)) return false;
  const { links, inEntries } = list.coverage;
  const isCode = list.blocks.some(({ kind, items }) => kind === 'code' && items === 0);
  return (isCode && links > 0 && inEntries < fewest) || (links >= fewest && inEntries * 2 < links);
}

/** The badge of a list; `mentioned-badge` is that of a project which some list mentions. */
const badge = /^https?:\/\/(?:awesome\.re\/badge|[^?#]*\/sindresorhus\/awesome\/[^?#]*\/badge(?:-flat2?)?\.svg)/i;

/** True for a title or the name of a repository that says awesome as a word. */
export function isCalledAwesome(name: string): boolean {
  return /(?<![a-z])awesome(?![a-z])/i.test(name);
}

/** True for a list that shows the awesome badge of lists. */
export function hasAwesomeBadge({ links }: List): boolean {
  return links.some(({ url }) => badge.test(url));
}

function isCalledList(list: List): boolean {
  return isCalledAwesome(list.title ?? '') || hasAwesomeBadge(list);
}

function consistsOfEntries({ tiers, entries }: List): boolean {
  if (tiers.length > 0 && isLinked(entries)) return true;
  const linked = entries.filter(({ link, naming }) => link?.sort === 'web' && naming === 'link').length;
  return linked >= fewest && linked * 2 > entries.length;
}

/** True for entries of which at least one in four links to something: a text in steps has none or a few. */
export function isLinked(entries: readonly Entry[]): boolean {
  const linked = entries.filter(({ url }) => url !== null).length;
  return linked > 0 && linked * 4 >= entries.length;
}

/** True for the file that a repository shows first, translations of it included. */
export function isReadmeFile(path: string): boolean {
  return /^readme(?:[.-]\w+)*\.(?:md|markdown|mkdn?|mdown)$/i.test(basename(path));
}
