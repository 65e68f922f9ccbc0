import { createHash } from 'node:crypto';
import { type Classification, pageOf } from './classify/classify.js';
import { isFrame, type PageText } from './classify/page-text.js';
import { areSimilar } from './classify/similarity.js';
import { surelyShowsMoreThan } from './classify/text-length.js';
import { isRoot } from './classify/url-shape.js';
import { follow } from './http/follow-redirects.js';
import type { GuardedContext } from './http/guarded-request.js';
import { type HttpResponse, headerOf, type RequestChain } from './http/response.js';

/** Words of pages for what is not there, and of a few others; the site's own answer decides. */
const hints =
  /\b(?:404|not[ -]?found|no longer|does(?:n['’]t| not) exist|can(?:not|['’]t) (?:be found|find)|unavailable|oops|missing|removed|nicht gefunden|introuvable|no encontrad[ao]|não encontrad[ao]|не найден)/i;
/** A page that says no more than this may be the same for every address. */
const short = 1200;
const sure = 0.95;
/** Less text than this is alike by chance. */
const fewest = 40;
/** A page with so little to say is not longer than this in HTML, scripts and styles included. */
const longest = 100_000;

/** Answers of sites to an address that cannot exist, each asked once. */
export type RandomPages = Map<string, Promise<RequestChain>>;

/**
 * `suspect` for a short page that does not speak of its entry, when the site answers a made-up address with the same
 * page; null for all others. The made-up address is the same on every run.
 */
export async function compareWithRandomPage(
  answer: HttpResponse,
  words: () => readonly string[],
  context: GuardedContext,
  known: RandomPages,
): Promise<Classification | null> {
  if (!isHtml(answer) || isRoot(answer.url) || answer.body.length > longest || surelyShowsMoreThan(answer.body, short))
    return null;
  const page = pageOf(answer);
  if (page === null || isFrame(page) || !isDoubtful(page, words)) return null;
  const { origin } = new URL(answer.url);
  const made = `${origin}/listwright-${createHash('sha256').update(origin).digest('hex').slice(0, 12)}`;
  const asked = known.get(origin) ?? follow(made, 'plain', context);
  known.set(origin, asked);
  const { reply } = await asked;
  if (reply.kind !== 'answer' || reply.status !== answer.status) return null;
  const other = pageOf(reply);
  if (other === null || areSimilar(page.text, other.text) < sure) return null;
  return { verdict: 'suspect', reason: 'soft-404', notes: [], because: { kind: 'same-as-random-page' } };
}

/** False for data and plain text: an API may answer every path alike, for want of a key. */
function isHtml(answer: HttpResponse): boolean {
  const type = headerOf(answer, 'content-type');
  return type === '' ? /^\s*</.test(answer.body) : /html/i.test(type);
}

/** True for a short page that shows none of the words of its entry; with hardly any text, or where nothing is known of the entry, it has to hint. */
function isDoubtful({ title, h1, text }: PageText, words: () => readonly string[]): boolean {
  if (text.length > short) return false;
  const wanted = words();
  const isTelling = text.length >= fewest && wanted.length > 0;
  if (!isTelling && !hints.test([title ?? '', ...h1, text].join(' '))) return false;
  const shown = `${title ?? ''} ${text}`.toLowerCase();
  return !wanted.some((word) => shown.includes(word));
}
