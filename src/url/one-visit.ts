import { isLanguageTag } from './language-tag.js';
import { mayBeLogin } from './login-url.js';

/** Parameters that belong to one visit or expire. */
const visit =
  /(?:^|[?&;])(?:jsessionid|phpsessid|sid|session\w*|[\w-]*token|utm_\w+|gclid|fbclid|returnurl|return_to|redirect\w*|[\w-]*signature|sig|x-amz-[\w-]+|x-goog-[\w-]+|expires?|expiry|exp|key-pair-id|policy|gi|nonce|hash|hmac|__cf_chl_\w+)=/i;
/** Parameters that a site chooses for the reader. */
const choice =
  /(?:^|[?&;])(?:hl|gl|lang|language|locale|lc|lng|region|country|currency|cc|geo|mkt|market|culture|(?:set|ui|site|force|default)[-_]?(?:lang|language|locale)|cc_lang_pref|country_?code)=/i;
/** A path in one language. */
const language = /^\/[a-z]{2}(?:[-_][a-z]{2,4})?(?=\/|$)/i;

/** True for a path in a language that the other path does not name. */
export function isOfOtherLanguage(from: string, to: string): boolean {
  return language.test(to) && !language.test(from);
}

/** The same host but for `www.`, or one below the other: narrower than the registrable domain, and needs no list of suffixes. */
export function isNearHost(a: string, b: string): boolean {
  const [from, to] = [a.replace(/^www\./, ''), b.replace(/^www\./, '')];
  return from === to || from.endsWith(`.${to}`) || to.endsWith(`.${from}`);
}

/** True for the target of a redirect that expires, belongs to one visit, or was chosen for the reader: the URL itself lasts longer. */
export function isForOneVisit(url: string, target: string): boolean {
  if (!URL.canParse(url) || !URL.canParse(target)) return false;
  const [from, to] = [new URL(url), new URL(target)];
  if (mayBeLogin(to.pathname) && !mayBeLogin(from.pathname)) return true;
  if (visit.test(to.search + to.pathname) && !visit.test(from.search + from.pathname)) return true;
  if (choice.test(to.search) && !choice.test(from.search)) return true;
  if (!isNearHost(from.hostname, to.hostname)) return false;
  return isOfOtherLanguage(from.pathname, to.pathname) || isTranslation(from, to);
}

/** True when the second URL is the first with a language in its host, its folders or the name of its file. */
function isTranslation(from: URL, to: URL): boolean {
  const [plain, named] = [withoutLanguage(from), withoutLanguage(to)];
  return named.said && !plain.said && plain.rest === named.rest;
}

function withoutLanguage({ hostname, pathname }: URL): { readonly said: boolean; readonly rest: string } {
  const labels = hostname.replace(/^www\./, '').split('.');
  const host = labels.length > 2 && isLanguageTag(labels[0] ?? '') ? labels.slice(1) : labels;
  const parts = pathname.split('/').filter((part) => part !== '');
  const folders = parts.filter(
    (part) => !isLanguageTag(part) && !/^(?:intl|international|lang|languages?)$/i.test(part),
  );
  const rest = folders.map((part) => part.replace(/[._-]([a-z]{2}(?:[-_][a-z]{2,4})?)(?=\.\w+$|$)/i, named));
  const path = rest.map((part) => part.replace(/\.html?$/i, '').replace(/^index$/i, '')).filter((part) => part !== '');
  const said = host.length < labels.length || folders.length < parts.length || rest.join('/') !== folders.join('/');
  return { said, rest: [host.join('.'), ...path].join('/') };
}

function named(whole: string, tag: string): string {
  return isLanguageTag(tag) ? '' : whole;
}
