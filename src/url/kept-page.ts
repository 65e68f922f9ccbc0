import { isLanguageTag } from './language-tag.js';
import { isNearHost } from './one-visit.js';
import { isTracking } from './tracking.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words for what is another page tomorrow, or that tell one edition of a page from another. */
const editions = set(
  'latest stable current newest recent nightly next head today now daily weekly random lucky shuffle lts pro ' +
    'preview beta alpha canary edge experimental staging mirror classic legacy lite light basic enterprise community ' +
    'professional business personal free premium mobile amp m touch wap print printable text noscript nojs ' +
    'international intl global regional local eng deu ger fra fre spa esp ita por rus zho chi jpn kor usa gbr ' +
    'english deutsch german español espanol spanish français francais french italiano italian português portugues ' +
    'portuguese russian chinese japanese korean',
);
/** Words for pages that a site shows instead of another, and for pages that list others. */
const others = set(
  'unsupported unavailable outdated browser browsers upgrade maintenance offline down outage error errors oops sorry ' +
    'missing removed deleted gone expired suspended disabled closed discontinued retired deprecated sunset geo region ' +
    'regions country countries locale language languages choose select restricted restriction blocked block denied deny ' +
    'forbidden access age verify verification verified adult challenge captcha robot robots bots human check checking ' +
    'cookie cookies consent gdpr ccpa interstitial warning notice disclaimer leaving redirect redirecting paywall ' +
    'subscribe subscription subscriptions member members membership join trial register registration purchase order ' +
    'checkout payment newsletter queue waiting limit quota search find results query category categories tags topics archives',
);
/** Words that alone name a page of any site: `/weave` does not become `/products`. */
const general = set(
  'index default home homepage main start welcome landing portal news blog products product solutions services service ' +
    'catalog catalogue shop store cart pricing plans about contact team company careers jobs press legal terms privacy ' +
    'policy help support docs documentation guide guides overview introduction readme downloads download resources ' +
    'sitemap dashboard account profile user users pages projects articles posts archive all list features community',
);
/** Labels of hosts that a page may move to or from and stay the same. */
const plainLabels = set('www docs doc blog wiki help support developer developers learn forum pages');

const pageEnding = /\.(?:html?|xhtml|php|aspx?|jsp)$/i;
/** A query that names a page, as `id=5` does. */
const ofOnePage =
  /^(?:id|(?:page|post|article|item|product|node|topic|thread|video|book|course|story)_?id|p|article|item|product|slug|title)=[\p{L}\p{N}][\p{L}\p{N} _-]{0,79}$/iu;
const version = /^v?\d+(?:\.(?:\d+|x))+(?:[-.]?(?:a|b|rc|alpha|beta|dev|post)[.-]?\d*)?$|^v\d+$/i;
const day = /\/(?:19|20)\d\d\/\d{1,2}(?:\/\d{1,2})?(?=\/.)/;

/**
 * True when a permanent redirect leads to the same page under another URL of its site, so far as the two URLs tell: the
 * same path, the page in another folder, or the page renamed in its folder. False for a page of one language, edition,
 * version or day, for what a site shows instead (a check of the browser, the age or the country), for lists of pages, and
 * where a query comes or goes. In doubt false.
 */
export function keepsPage(from: string, to: string): boolean {
  if (!URL.canParse(from) || !URL.canParse(to)) return false;
  if (isSpelling(from, to)) return true;
  const [old, fresh] = [new URL(from), new URL(to)];
  if (old.pathname === '/' && fresh.pathname !== '/' && sameHost(old, fresh)) return false;
  const [query, newQuery] = [queryOf(old), queryOf(fresh)];
  if (query !== newQuery && !(query === '' && ofOnePage.test(newQuery))) return false;
  return sameHost(old, fresh) ? keepsPath(old, fresh) : keepsPathOnHost(old, fresh);
}

/** True when two URLs are the same but for the scheme, `www.` and a final slash: then it does not matter who asks. */
export function isSpelling(from: string, to: string): boolean {
  if (!URL.canParse(from) || !URL.canParse(to)) return false;
  const [old, fresh] = [new URL(from), new URL(to)];
  const path = (url: URL): string => url.pathname.replace(/\/+$/, '');
  return sameHost(old, fresh) && path(old) === path(fresh) && old.search === fresh.search;
}

function keepsPath(old: URL, fresh: URL): boolean {
  const [before, after] = [partsOf(old.pathname), partsOf(fresh.pathname)];
  if (isEqual(before, after)) return true;
  const [name, newName] = [before.at(-1), after.at(-1)];
  if (name === undefined || newName === undefined) return false;
  if (before.some((part) => !after.includes(part) && isOfOneEdition(part))) return false;
  const isRenamed = isEqual(before.slice(0, -1), after.slice(0, -1));
  if (isRenamed) {
    if (endingOf(name) !== endingOf(newName)) return false;
    const lost = wordsOf([name]).filter((word) => !wordsOf([newName]).includes(word));
    return !general.has(newName) && wordsOnlyIn(after, before).every(isPlain) && !lost.some((word) => /\d/.test(word));
  }
  if (name !== newName || general.has(name) || !/\p{L}{3}/u.test(name)) return false;
  return wordsOnlyIn(partsOf(fresh.pathname.replace(day, '')), before).every(isPlain);
}

/** For a page that goes to a host below or above its own: the label of the host becomes a folder, or a folder the label. */
function keepsPathOnHost(old: URL, fresh: URL): boolean {
  const [from, to] = [bareHost(old), bareHost(fresh)];
  if (!isNearHost(from, to)) return false;
  const isLonger = from.length > to.length;
  const labels = (isLonger ? from : to).slice(0, -Math.min(from.length, to.length) - 1).split('.');
  const [before, after] = [partsOf(old.pathname), partsOf(fresh.pathname)];
  if (isLonger ? isEqual([...labels, ...before], after) : isEqual(before, [...labels, ...after])) return true;
  return before.length > 0 && isEqual(before, after) && labels.every((label) => plainLabels.has(label));
}

function queryOf({ searchParams, hostname }: URL): string {
  return [...searchParams].flatMap(([key, value]) => (isTracking(key, hostname) ? [] : `${key}=${value}`)).join('&');
}

function bareHost({ host }: URL): string {
  return host.replace(/^www\./, '');
}

function sameHost(one: URL, other: URL): boolean {
  return bareHost(one) === bareHost(other);
}

/** The folders and the name of a page in lower case, without what servers add to a name: `index`, `.html`, `.php`. */
function partsOf(pathname: string): readonly string[] {
  const parts = pathname
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '');
  const name = parts.pop()?.replace(pageEnding, '') ?? '';
  return name === '' || name === 'index' ? parts : [...parts, name];
}

function endingOf(name: string): string {
  return /\.[a-z]\w{1,4}$/.exec(name)?.[0] ?? '';
}

function isEqual(one: readonly string[], other: readonly string[]): boolean {
  return one.join('/') === other.join('/');
}

function wordsOf(parts: readonly string[]): readonly string[] {
  return parts.flatMap((part) => decoded(part).split(/[^\p{L}\p{M}\p{N}]+/u)).filter((word) => word !== '');
}

function wordsOnlyIn(parts: readonly string[], known: readonly string[]): readonly string[] {
  const before = wordsOf(known);
  return wordsOf(parts.filter((part) => !known.includes(part))).filter((word) => !before.includes(word));
}

/** True for a word that says nothing of an edition, a reader or another page. */
function isPlain(word: string): boolean {
  return word.length !== 2 && !/\d/.test(word) && !editions.has(word) && !others.has(word);
}

function isOfOneEdition(part: string): boolean {
  return version.test(part) || isLanguageTag(part) || wordsOf([part]).some((word) => editions.has(word));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
