import type { LinkSort } from '../model/list.js';

/** What an address is, and what is wrong with it. */
export interface UrlClass {
  readonly sort: LinkSort;
  /** A stable kebab-case word for a placeholder or an invalid address; null otherwise. */
  readonly fault: string | null;
}

/** What a template leaves behind, by fault. Query strings may hold brackets (`?filter[x]=1`), API addresses braces (`/users/{id}`). */
const placeholders: readonly (readonly [string, RegExp])[] = [
  [
    'template-token',
    /^\[(?!https?:)|^[^?]*\[[A-Z][A-Z0-9_ .-]{2,}\]|\{\{[^{}]*\}\}|<[a-z][^<>]*>|\{your[^{}]*\}|\bYOUR_[A-Z]/,
  ],
  ['example-host', /^(?:https?:)?\/\/(?:[^/?#@]*\.)?example\.(?:com|org|net)(?=[/?#:]|$)/i],
  [
    'example-repository',
    /^https?:\/\/(?:www\.)?(?:github|gitlab|bitbucket)\.(?:com|org)\/(?:user\/repo|username\/|your[-_]?(?:user(?:-?name)?|name|org(?:anization)?|repo|project|account)\b)/i,
  ],
];

/** Whole addresses that stand for one still to come. */
const placeholderWords = new Set(['#', 'link', 'url', 'todo', 'tbd']);

/** Top-level domains that lists name without a scheme, and that are no file extension. */
const domains = new Set(
  (
    'com org net edu gov int io dev app ai co me xyz info tech site online cloud tv gg so to us uk de fr jp cn ru in br es nl ch se no fi dk ' +
    'ec pe uy ve ae sa il ir pk bd th vn my ph lk np ua by kz ee lv lt sk hr bg ro hu lu ie ge am az ma eg ng ke eu ca au nz kr tw it cz at be pt gr tr za mx ar cl id sg hk academy agency blog build chat club codes design digital directory email ' +
    'engineering finance fun games global guide guru help host live media network news ninja page pro run software solutions space store ' +
    'studio systems tools training video wiki world zone fm ly im is'
  ).split(' '),
);

const simpleHost = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?::\d{1,5})?$/i;
const mailbox = /^[^\s@<>"]+@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*\.)+[\p{L}\p{M}\p{N}-]+|\[[\da-f:.]+\])$/iu;
const schemePattern = /^([a-z][a-z0-9+.-]*):/i;

/** `http` or `https` with a typo: letters doubled, dropped or swapped; no registered scheme is written with these alone. */
const schemeTypo = /^(?:htt(?=[:;]\/)|(?=[a-z]*p)(?=[a-z]*t)[htps]{3,12}(?=[:;]|\/\/))(?:[:;]\/{0,3}|\/\/)/i;

/** Tells what an address is from its text alone. Total; parses an address only when the cheap tests leave a doubt. */
export function classifyUrl(url: string, context: { readonly image: boolean }): UrlClass {
  if (url === '') return { sort: 'placeholder', fault: 'empty' };
  if (placeholderWords.has(url.toLowerCase())) return { sort: 'placeholder', fault: 'empty' };
  for (const [fault, pattern] of placeholders) if (pattern.test(url)) return { sort: 'placeholder', fault };
  if (url.startsWith('#')) return { sort: 'fragment', fault: null };
  const scheme = schemePattern.exec(url)?.[1]?.toLowerCase();
  if (scheme === 'https' || scheme === 'http') return readWeb(url);
  if (/^[([{"'“‘«`]\s*(?:https?:)?\/\//i.test(url)) return invalid('wrapped');
  if (scheme === 'mailto') return isMail(url) ? { sort: 'mail', fault: null } : invalid('mail');
  if (schemeTypo.test(url)) return invalid('scheme-typo');
  if (scheme !== undefined && !scheme.includes('.') && scheme !== 'localhost') return { sort: 'scheme', fault: null };
  if (url.startsWith('//') || /^www\./i.test(url)) return invalid('no-scheme');
  const first = /^[^/?#:]*/.exec(url)?.[0] ?? '';
  const top = first.slice(first.lastIndexOf('.') + 1).toLowerCase();
  if (!context.image && simpleHost.test(first) && domains.has(top)) return invalid('no-scheme');
  return { sort: 'local', fault: null };
}

function readWeb(url: string): UrlClass {
  const rest = /^https?:\/\/(?!\/)(.*)$/is.exec(url)?.[1];
  if (rest === undefined) return invalid('slashes');
  if (/^(?:https?|ftp):\/{0,2}|^https?\/\//i.test(rest)) return invalid('double-scheme');
  const authority = /^[^/?#\\]*/.exec(rest)?.[0] ?? '';
  // Browsers and GitHub write %20 for a space in a path or a query; other white space is a slip.
  if (/\s/.test(authority) || /[^\S ]/.test(url)) return invalid('space');
  if (authority.includes('@')) return invalid('credentials');
  if (/["`<>]/.test(url) || /['’”]$/.test(url)) return invalid('quote');
  if (url.endsWith(')') && count(url, ')') > count(url, '(')) return invalid('parenthesis');
  // Only a host that ends in a letter is surely one: numbers and ports are for the URL parser to judge.
  if (simpleHost.test(authority) && /[a-z]$/i.test(authority)) return { sort: 'web', fault: null };
  if (!URL.canParse(url)) return invalid('unparseable');
  const { hostname } = new URL(url);
  // Loopback and private addresses are well formed; that no reader reaches them is for the link checker to say.
  if (hostname === 'localhost' || hostname.startsWith('[')) return { sort: 'web', fault: null };
  const labels = hostname.replace(/\.$/, '').split('.');
  if (labels.length < 2 || labels.includes('')) return invalid('host');
  return { sort: 'web', fault: null };
}

/** A name, one @ and a full host, for each address (RFC 5321, section 4.1.2); none where a query says the rest (RFC 6068, section 2). */
function isMail(url: string): boolean {
  const [, to = '', query] = /^mailto:([^?]*)(\?.+)?$/is.exec(url) ?? [];
  if (to === '') return query !== undefined;
  return to.split(',').every((each) => mailbox.test(each.trim()));
}

function invalid(fault: string): UrlClass {
  return { sort: 'invalid', fault };
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}
