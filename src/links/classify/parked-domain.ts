import { getDomain } from 'tldts';
import type { Evidence } from '../../model/evidence.js';
import type { HttpResponse } from '../http/response.js';
import type { PageText } from './page-text.js';
import { atParkingService, loadsParking, parkingSentences, parkingShells, saleWords } from './parking-services.js';

/** Where the script of a page sends its readers, as soon as it runs. */
const scripted =
  /\b(?:window|document|self|top|parent)?\.?location(?:\.href)?\s{0,3}(?:=\s{0,3}|\.(?:replace|assign)\(\s{0,3})["'](https?:\/\/[^"'\s]{4,500})["']/i;

/** A parking page has little to say; an article about parking has more. */
const short = 1500;

function addressOf(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}

const siteOf = (url: URL): string => getDomain(url.hostname) ?? url.hostname;

/** The domains of the way, each once: the link's own first. */
function way(answer: HttpResponse, hops: readonly string[]): readonly URL[] {
  return [...hops, answer.url].map(addressOf).filter((url) => url !== null);
}

function byAddress(urls: readonly URL[], { text, sources }: PageText): Evidence | null {
  const [first] = urls;
  if (first === undefined) return null;
  const own = siteOf(first);
  for (const url of urls) {
    // A link to a parking service's own site is a link like any other.
    const service = siteOf(url) === own ? null : atParkingService(url);
    if (service !== null) return { kind: 'leads-to-parking', host: url.hostname, service };
  }
  const last = urls.at(-1);
  const isNumbered = last !== undefined && /^ww\d{1,2}\./.test(last.hostname) && siteOf(last) === own;
  if (isNumbered && !/^ww\d{1,2}\./.test(first.hostname)) {
    const tracked = /[?&](?:subid\d?|sub1|usid|utid|tr_uuid|gp|fp)=/.test(last.search);
    if (tracked || (last.pathname === '/' && text.length < 400 && (sources.length > 0 || text === ''))) {
      return { kind: 'leads-to-parking', host: last.hostname, service: null };
    }
  }
  return null;
}

/** For a page without words whose script leads to a parking service. */
function byScript(start: string, own: URL | undefined, { text }: PageText): Evidence | null {
  const target = own === undefined || text.length > 200 ? null : addressOf(scripted.exec(start)?.[1] ?? '');
  const service =
    target === null || own === undefined || siteOf(target) === siteOf(own) ? null : atParkingService(target);
  return target === null || service === null ? null : { kind: 'leads-to-parking', host: target.hostname, service };
}

/** The words that offer the page's own domain: `x.tld is for sale`; an offer of any other domain or thing is none. */
function offer(heading: string, domains: readonly string[]): string | null {
  const words = heading.toLowerCase();
  if (words.length > 150) return null;
  for (const domain of domains) {
    const at = words.indexOf(domain);
    if (at < 0) continue;
    const before = words.slice(0, at).trim();
    const after = words.slice(at + domain.length);
    if (
      !/^(?:|(?:the |this |die |le |il |el |o )?(?:premium )?(?:domain(?: name)?|domena|domaine|dominio|domínio|домен|doména):?|welcome to|buy)$/.test(
        before,
      )
    )
      continue;
    if (saleWords.some((pattern) => pattern.test(after)) || (before === 'buy' && after.trim() === '')) return heading;
  }
  return null;
}

/** True where a sentence begins: neither quoted, nor in the middle of another one. */
function begins(text: string, lower: string, at: number): boolean {
  if (/["'“„«»‘’`(]\s?$/.test(lower.slice(Math.max(0, at - 2), at))) return false;
  // Few letters change their length with their case; then the places do not agree.
  return text.length !== lower.length || !/\p{Ll}/u.test(text.charAt(at));
}

/** Sentences that no article opens a heading with; in the text they count where nothing else is said, and unquoted. */
function byWords({ title, h1, h2, text, description, passwords }: PageText): string | null {
  if (text.length > short || passwords > 1) return null;
  const headings = [title, ...h1, ...h2].filter((each) => each !== null).map((each) => each.toLowerCase());
  const body = text.toLowerCase();
  let hints = 0;
  for (const { words, alone } of parkingSentences) {
    const inHeading = headings.some(
      (each) => each.startsWith(words) && each.length < words.length + 40 && !/\?$|: /.test(each),
    );
    const at = body.indexOf(words);
    // The notice below advertisements is at the end of the page.
    const farthest = words.startsWith('the sponsored listings') ? short : 400;
    // A heading is text as well: what asks or explains there, does so here.
    const isTopic = !inHeading && headings.some((each) => each.includes(words));
    const inBody = at >= 0 && at < farthest && !isTopic && begins(text, body, at);
    const isDescribed = (description ?? '').toLowerCase().startsWith(words);
    if (alone && (inHeading || inBody || (isDescribed && text.length < 400))) return words;
    if (inHeading || inBody || isDescribed) hints += 1;
    if (hints >= 2) return words;
  }
  return null;
}

/**
 * Why a page is that of a parked domain or one for sale, as evidence; null for all others. `hops` are the
 * addresses on the way, the link's own first; where they are missing, only the page itself speaks.
 */
export function detectParked(answer: HttpResponse, page: PageText, hops: readonly string[]): Evidence | null {
  const urls = way(answer, hops);
  const address = byAddress(urls, page);
  if (address !== null) return address;

  if (page.text.length < 4000) {
    const script = loadsParking(page.sources);
    if (script !== null) return { kind: 'filled-by', script };
  }
  const start = answer.body.slice(0, 20_000);
  const shell = parkingShells.find(({ matches }) => matches(start, addressOf(answer.url)));
  if (shell !== undefined && page.text.length < 400) return { kind: 'page-is', what: shell.name };

  const script = byScript(start, urls[0], page);
  if (script !== null) return script;

  const domains = [...new Set(urls.map(siteOf))].filter((domain) => domain.includes('.'));
  // The sentences that begin a page with hardly a text, besides its headings.
  const first = page.text.length > 800 ? [] : page.text.slice(0, 300).split(/(?<=[.!?])\s/);
  const heads = [
    page.title,
    ...page.h1,
    ...page.h1.flatMap((head) => page.h2.map((below) => `${head} ${below}`)),
    ...first,
  ];
  for (const heading of heads) {
    const offered = heading === null || page.text.length > 6000 ? null : offer(heading, domains);
    if (offered !== null) return { kind: 'says', words: offered };
  }
  const words = byWords(page);
  return words === null ? null : { kind: 'says', words };
}
