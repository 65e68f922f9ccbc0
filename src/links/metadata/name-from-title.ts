import { parse } from 'tldts';
import type { PageText } from '../classify/page-text.js';
import { cleanLine } from './clean-text.js';

/** What is between a title and the name of its site. */
const parting = /\s+(?:[|·•»›–—-]|::|⋅|\/)\s+|\s*[｜—]\s*|(?<=\S):\s+(?=\S)/u;
/** Words around a name that say only that it is a page. */
const greeting = /^(?:welcome to|home ?page of|official (?:web)?site of)\s+(?:the\s+)?(?=\S)/i;
const pageWords = /^(?:home|home ?page|index|welcome|start|official (?:web)?site|overview|main page|github)$/i;

/** A page's name, and what its title says besides. */
export interface NameAndAuthor {
  readonly name: string | null;
  /** The rest of the title of a front page, as `The notes that think` in `Inkwell - The notes that think`. */
  readonly slogan: string | null;
}

/** The name of what a page is about: its title without the site's name and phrases around it; on a front page, the site's name. */
export function nameFrom(
  { title, ogTitle, siteName, h1 }: Pick<PageText, 'title' | 'ogTitle' | 'siteName' | 'h1'>,
  url: URL,
): NameAndAuthor {
  const written = cleanLine(ogTitle ?? title ?? h1[0] ?? siteName, 300);
  if (written === null) return { name: null, slogan: null };
  const repository = /^(?:GitHub - )?([\w.-]+)\/([\w.-]+)(?::\s+.*| · GitHub)?$/.exec(written);
  if (repository !== null && /(?:^|\.)github\.com$/.test(url.hostname))
    return { name: repository[2] ?? null, slogan: null };
  const parts = written
    .split(parting)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const isFront = url.pathname === '/' && url.search === '';
  const brands = [siteName, brandOf(url)]
    .flatMap((brand) => (brand === null ? [] : [fold(brand)]))
    .filter((brand) => brand !== '');
  const isBrand = (part: string): boolean =>
    brands.includes(fold(part)) || brands.includes(fold(part.replace(greeting, '')));
  if (isFront) {
    const own = parts.find(isBrand) ?? (siteName !== null && siteName.length <= 40 ? cleanLine(siteName, 60) : null);
    const others = parts.filter((part) => part !== own && !pageWords.test(part));
    const name = (own ?? others[0] ?? written).replace(greeting, '');
    return { name: cleanLine(name, 100), slogan: own === null ? (others[1] ?? null) : (others[0] ?? null) };
  }
  const last = fold(
    decoded(
      url.pathname
        .split('/')
        .filter((part) => part !== '')
        .at(-1) ?? '',
    ).replace(/\.\w{1,5}$/, ''),
  );
  const kept = trimmed(parts, (part) => isBrand(part) || pageWords.test(part));
  const called = kept.length > 1 ? kept.find((part) => fold(part) === last) : undefined;
  const name = called ?? (kept.length === 0 ? (parts[0] ?? written) : between(written, kept));
  return { name: cleanLine(name.replace(greeting, ''), 120), slogan: null };
}

/** Parts without those at either end that are no part of the name. */
function trimmed(parts: readonly string[], drops: (part: string) => boolean): readonly string[] {
  let [from, to] = [0, parts.length];
  while (to > from && drops(parts[to - 1] ?? '')) to--;
  while (from < to && drops(parts[from] ?? '')) from++;
  return parts.slice(from, to);
}

/** The stretch of a title from its first to its last kept part, as written. */
function between(written: string, kept: readonly string[]): string {
  const [first = '', last = ''] = [kept[0], kept.at(-1)];
  const from = written.indexOf(first);
  return written.slice(from, written.lastIndexOf(last) + last.length);
}

function brandOf(url: URL): string | null {
  return parse(url.hostname).domainWithoutSuffix;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/\.(?:com|org|io|dev|net)$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
