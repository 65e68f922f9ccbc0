import { isLanguageTag } from '../../src/url/language-tag.js';
import { samePage } from '../../src/url/same-page.js';

/** Parameters that choose a language. */
const parameters = ['lang', 'language', 'locale', 'hl'];

/**
 * A key that two URLs share when they lead to the same page, in whatever language a site has it (`samePage` without tags in host,
 * path and query); null for pages that have other names in other languages, such as those of Wikipedia.
 */
export function languageNeutral(url: string): string | null {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  const labels = parsed.hostname.split('.');
  if (/\.wiki(?:pedia|books|versity|voyage|source|quote|news|media)\.org$/.test(parsed.hostname)) return null;
  if (labels.length > 2 && isLanguageTag(labels[0] ?? '')) parsed.hostname = labels.slice(1).join('.');
  parsed.pathname = parsed.pathname
    .split('/')
    .filter((part, index) => index > 2 || !isLanguageTag(part))
    .join('/');
  for (const name of parameters) parsed.searchParams.delete(name);
  return samePage(parsed.href);
}
