import { areFresh, type PackageFacts, type RepositoryFacts } from '../model/facts.js';
import type { Entry, Link, List } from '../model/list.js';
import type { JudgedLink } from '../model/verdict.js';

/** Facts with the link that they are about. */
export interface LinkedFacts<F> {
  readonly link: Link;
  readonly facts: F;
}

/** What is known of the thing that an entry recommends. */
export interface EntryFacts {
  readonly entry: Entry;
  /** Its repository: what its main link leads to, else the one that it links to outside of its description, else the link to its source code. */
  readonly repository: LinkedFacts<RepositoryFacts> | null;
  /** Packages that it links to outside of its description. */
  readonly packages: readonly LinkedFacts<PackageFacts>[];
}

/** What people call the link to a repository next to the link to a site. */
const sourceWords = /\b(?:source|code|repo(?:sitory)?|git(?:hub|lab|ea)?|codeberg)\b/i;
/** A text with no other words: in a description, `Visual Studio Code` is another project. */
const onlySourceWords = /^(?:(?:source|code|repo(?:sitory)?|git(?:hub|lab|ea)?|codeberg)(?: |$)){1,3}$/i;

/** Entries of which facts are known that are fresh enough, in document order. `now` is in epoch milliseconds. */
export function entriesWithFacts(judged: readonly JudgedLink[], now: number): readonly EntryFacts[] {
  const byEntry = new Map<Entry, JudgedLink[]>();
  for (const one of judged) {
    const { entry, image } = one.link;
    const { facts } = one.verdict;
    if (entry === null || image || facts === null || !areFresh(facts, now)) continue;
    const group = byEntry.get(entry);
    if (group === undefined) byEntry.set(entry, [one]);
    else group.push(one);
  }
  return [...byEntry].map(([entry, links]) => {
    const repositories: LinkedFacts<RepositoryFacts>[] = [];
    const packages: LinkedFacts<PackageFacts>[] = [];
    for (const { link, verdict } of links) {
      if (verdict.facts?.kind === 'repository') repositories.push({ link, facts: verdict.facts });
      else if (verdict.facts !== null && isOutsideProse(link, entry)) packages.push({ link, facts: verdict.facts });
    }
    return { entry, repository: repositoryOf(entry, repositories), packages };
  });
}

function repositoryOf(
  entry: Entry,
  found: readonly LinkedFacts<RepositoryFacts>[],
): LinkedFacts<RepositoryFacts> | null {
  const main = found.find(({ link }) => link === entry.link);
  if (main !== undefined) return main;
  const outside = found.filter(({ link }) => isOutsideProse(link, entry));
  const isCalledSource = ({ link, facts }: LinkedFacts<RepositoryFacts>): boolean =>
    onlySourceWords.test(link.text.trim()) && !facts.name.toLowerCase().endsWith(`/${link.text.trim().toLowerCase()}`);
  return (
    onlyOne(outside) ??
    onlyOne(outside.filter(({ link }) => sourceWords.test(link.text))) ??
    (outside.length === 0 ? onlyOne(found.filter(isCalledSource)) : null)
  );
}

/** The first link, where all lead to one repository. */
function onlyOne(found: readonly LinkedFacts<RepositoryFacts>[]): LinkedFacts<RepositoryFacts> | null {
  const names = new Set(found.map(({ facts }) => facts.name.toLowerCase()));
  return names.size === 1 ? (found[0] ?? null) : null;
}

/** True for the main link, for badges, and for links before the description or after its prose. */
function isOutsideProse(link: Link, { link: main, body, proseEnd }: Entry): boolean {
  if (link === main || link.place === 'badge' || body === null) return true;
  const { offset } = link.position.start;
  return offset < body.position.start.offset || offset >= (proseEnd ?? Number.POSITIVE_INFINITY);
}

/** True where an entry already says that what it links to is no longer maintained. */
export function saysUnmaintained(list: List, entry: Entry, url: string): boolean {
  return /\b(?:archived|unmaintained|deprecated|discontinued|abandoned)\b/i.test(textWithout(list, entry, url));
}

/** The source of an entry without a URL, whose words say nothing of the entry. */
export function textWithout(list: List, { position: { start, end } }: Entry, url: string): string {
  return list.text.slice(start.offset, end.offset).replaceAll(url, '');
}

/** Whole days from a date until `now`; null for a date that is not known or has not come. */
export function daysSince(date: string | null, now: number): number | null {
  const age = date === null ? Number.NaN : now - Date.parse(date);
  return age >= 0 ? Math.floor(age / 86_400_000) : null;
}
