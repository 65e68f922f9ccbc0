import type { Severity } from '../../src/model/finding.js';
import { type Entry, sectionOf, tierOf } from '../../src/model/list.js';
import { samePage } from '../../src/url/same-page.js';

/** Hosts whose pages are repositories, so that the path names what a link is about. */
const forge = /^(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)$/;
/** Words that name nothing by themselves. */
const filler = new Set(['the', 'a', 'an', 'by', 'of', 'for', 'to', 'and', 'in', 'on', 'official', 'awesome']);

/** Shorter names of repositories are found in other names by chance. */
const fewestLetters = 6;

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The words of a name without accents, counts and endings such as `.js`. */
export function wordsOf(name: string): readonly string[] {
  const all = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[.-]?js(?![\p{L}\p{N}])/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !filler.has(word));
  const named = all.filter((word) => /\p{L}/u.test(word));
  return named.length > 0 ? named : all;
}

/** True where two entries are in different sections or tiers. */
export function areApart(one: Entry, other: Entry): boolean {
  return sectionOf(one) !== sectionOf(other) || tierOf(one) !== tierOf(other);
}

/** True for two entries with one name and one description. */
export function isCopy(one: Entry, other: Entry): boolean {
  return one.name === other.name && one.description === other.description;
}

/** How much a duplicate hurts. Another name may be a copied URL, another section may be on purpose. */
export function gradeOf(one: Entry, other: Entry): Severity {
  if (areApart(one, other)) return 'info';
  return fold(one.name) === fold(other.name) ? 'error' : 'warning';
}

/** What sets a duplicate apart that hurts less, as the end of a clause; empty for the same name in the same section. */
export function differenceOf(one: Entry, other: Entry): string {
  const grade = gradeOf(one, other);
  return grade === 'info' ? ', in another section' : grade === 'warning' ? ', under a different name' : '';
}

/**
 * True when two entries with one URL are about one thing. They are not where one is nested in the other, where each has a
 * link that the other lacks (releases that share an announcement), and where their names fit different things: parts of
 * one repository, versions, or several things on one page.
 */
export function isSameThing(one: Entry, other: Entry): boolean {
  if (isNested(one, other) || refers(one) || refers(other) || areOverviewAndSection(one, other)) return false;
  const [name, again] = [fold(one.name), fold(other.name)];
  if (name === again) return !haveOwnLinks(one, other) || one.description === other.description;
  if (name.replace(/\d+/g, '') === again.replace(/\d+/g, '') || haveOwnLinks(one, other)) return false;
  const url = one.url !== null && URL.canParse(one.url) ? new URL(one.url) : null;
  if (url !== null && forge.test(url.hostname)) {
    return (fits(one, url) && fits(other, url)) || shareWords(one, other) || isOthersUrl(url, one, other);
  }
  if (areAlike(one, other) || (url !== null && url.pathname === '/' && areCalledAs(url, one, other))) return true;
  // Within one section a page of its own that has two names is mostly a copy, or a URL that was copied.
  return url !== null && /[^/]/.test(url.pathname) && !areApart(one, other);
}

/** True where two entries have only their URL in common, so that it may be copied. */
export function isCopiedUrl(one: Entry, other: Entry): boolean {
  const url = one.url !== null && URL.canParse(one.url) ? new URL(one.url) : null;
  if (url === null || areAlike(one, other)) return false;
  if (forge.test(url.hostname)) return !(fits(one, url) && fits(other, url));
  return url.pathname !== '/' || !areCalledAs(url, one, other);
}

function isNested(one: Entry, other: Entry): boolean {
  const { start, end } = one.position;
  return other.position.start.offset >= start.offset && other.position.end.offset <= end.offset;
}

/** True when each has a web link that the other has not. */
function haveOwnLinks(one: Entry, other: Entry): boolean {
  const urls = ({ links }: Entry): readonly string[] =>
    links.flatMap(({ sort, image, place, url }) =>
      sort === 'web' && !image && place !== 'badge' ? [samePage(url)] : [],
    );
  const main = [one, other].map(({ url }) => samePage(url ?? ''));
  const besides = (entry: Entry): readonly string[] => urls(entry).filter((url) => !main.includes(url));
  const [mine, theirs] = [besides(one), besides(other)];
  return mine.some((url) => !theirs.includes(url)) && theirs.some((url) => !mine.includes(url));
}

/** Words that refer to the same entry in another place. */
const elsewhere =
  /\b(?:already|previously|also) (?:mentioned|listed)\b|\b(?:mentioned|listed) (?:above|below|earlier|before)\b|\b(?:see|same as) (?:above|below)\b/i;

/** True for an entry that points to another place of the list, as in "see above". */
const refers = ({ links, description }: Entry): boolean =>
  links.some(({ sort }) => sort === 'fragment') || elsewhere.test(description ?? '');

/** True where an entry of an overview has a section for itself: its heading is the other entry, or has the name of one. */
function areOverviewAndSection(one: Entry, other: Entry): boolean {
  if (!areApart(one, other)) return false;
  const isTitled = (entry: Entry, { name }: Entry): boolean => fold(sectionOf(entry)?.title ?? '') === fold(name);
  return one.form === 'heading' || other.form === 'heading' || isTitled(one, other) || isTitled(other, one);
}

/** True when most words of two names are the same, or one name contains the other. */
function areAlike(one: Entry, other: Entry): boolean {
  const [name, again] = [fold(one.name), fold(other.name)];
  const [short, long] = name.length < again.length ? [name, again] : [again, name];
  return (short.length >= 12 && long.includes(short)) || shareWords(one, other);
}

/** Two lines, of which only one has the name of the repository that both link to: the URL of the other is a copy. */
function isOthersUrl({ pathname }: URL, one: Entry, other: Entry): boolean {
  const slug = fold(/^\/[^/]+\/([^/]+?)(?:\.git)?\/?$/.exec(pathname)?.[1] ?? '');
  const lines = Math.abs(other.position.start.line - one.position.start.line);
  if (slug.length < fewestLetters || lines !== 1 || areApart(one, other)) return false;
  const isNamed = ({ name }: Entry): boolean => fold(name).includes(slug);
  return isNamed(one) !== isNamed(other) && [one, other].every(({ naming }) => naming === 'link');
}

function shareWords(one: Entry, other: Entry): boolean {
  const [first, second] = [new Set(wordsOf(one.name)), new Set(wordsOf(other.name))];
  const common = [...first].filter((word) => second.has(word)).length;
  return common > 0 && common >= (first.size + second.size - common) * 0.6;
}

/** True when a name says no more than the path of a repository. */
function fits({ name }: Entry, url: URL): boolean {
  const [owner = '', slug = ''] = url.pathname
    .split('/')
    .slice(1)
    .map((part) => part.replace(/\.git$/, ''));
  const folded = fold(name);
  if (folded === fold(slug) || folded === fold(owner + slug)) return true;
  const known = new Set([...wordsOf(owner), ...wordsOf(slug)]);
  return wordsOf(name).every((word) => known.has(word));
}

/** True when both names contain the name of the site. */
function areCalledAs({ hostname }: URL, one: Entry, other: Entry): boolean {
  const site = hostname.replace(/^www\./, '').split('.')[0] ?? '';
  return site.length > 2 && [one, other].every(({ name }) => fold(name).includes(fold(site)));
}
