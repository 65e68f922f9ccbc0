import type { Evidence } from '../../model/evidence.js';
import type { Reason } from '../../model/reasons.js';
import type { LinkSettings } from '../../model/settings.js';
import type { VerdictName } from '../../model/verdict-names.js';
import { isLogin } from '../../url/login-url.js';
import { sameUrl } from '../../url/same-url.js';
import { detectBotWall, isBlockedLogin } from '../http/bot-walls.js';
import type { FailureReason, HttpResponse, RequestChain } from '../http/response.js';
import { detectDefaultPage } from './default-pages.js';
import { shutDown } from './discontinued-services.js';
import { onlyForwards } from './forwarding-page.js';
import { detectHijack } from './hijacked-domain.js';
import { mentionsAny } from './keywords.js';
import { asksForLogin, isAboutLogin } from './login-page.js';
import { notAPage } from './not-a-page.js';
import { isObstacle } from './obstacle-page.js';
import { type PageText, readPage } from './page-text.js';
import { detectParked } from './parked-domain.js';
import { isPersistentIdentifier } from './persistent-identifiers.js';
import { markOf } from './site-markers.js';
import { detectSoft404, errorWords } from './soft-404-words.js';
import { isReadable, isSameApplication, mayBeShell } from './spa-shell.js';
import { isTrustedAnswer } from './trusted-answers.js';
import { detectUnclaimedSite } from './unclaimed-site.js';
import { asksForFront, isAbove, isAbsentPath, isRoot, isSharedHost, sameBrand, sameSite } from './url-shape.js';

/** What a trail says of a link, before it is checked a second time. */
export interface Classification {
  readonly verdict: VerdictName;
  readonly reason: Reason | null;
  readonly notes: readonly string[];
  /** Why, where the requests alone do not show it. */
  readonly because: Evidence | null;
}

/** What judging needs besides the trail. */
export interface ClassifyFacts {
  /** The address as it was asked, without its fragment. */
  readonly url: string;
  /** Telling words of the entries that link there; empty when nothing is known. Asked only where they matter. */
  readonly words: () => readonly string[];
  readonly accept: LinkSettings['accept'];
  /** Those of them that are part of a name; the same words where nothing is said. */
  readonly names?: () => readonly string[];
  /** The names of the entries in full. */
  readonly fullNames?: () => readonly string[];
  /** What the ledger remembers of it; null for nothing. */
  readonly known?: { readonly verdict: VerdictName; readonly title: string | null } | null;
}

const say = (
  verdict: VerdictName,
  reason: Reason | null,
  because: Evidence | null = null,
  notes: readonly string[] = [],
): Classification => ({
  verdict,
  reason,
  notes,
  because,
});

/** Says what evidence means, by the contract's table. Pure and total: every trail has a verdict. */
export function classify(trail: RequestChain, facts: ClassifyFacts): Classification {
  const { reply } = trail;
  const first = reply.kind === 'answer' ? judgeAnswer(reply, trail, facts) : judgeFailure(reply.reason);
  const judgement = closed(first, facts.url) ?? excused(first, trail, facts) ?? first;
  if (!trail.incompleteChain) return judgement;
  return { ...judgement, notes: [...judgement.notes, 'incomplete-certificate-chain'] };
}

/** What fails and belongs to a service that was shut down fails for good. */
function closed({ verdict, reason }: Classification, url: string): Classification | null {
  const fails =
    verdict === 'broken' || verdict === 'unreachable' || (verdict === 'unverifiable' && reason === 'http-4xx');
  const service = fails && URL.canParse(url) ? shutDown(new URL(url)) : null;
  return service === null ? null : say('broken', 'service-closed', service.because);
}

/** A 404 that says nothing of the page: one by design, one after a guess, or a page that only forwards. */
function excused({ reason }: Classification, trail: RequestChain, { url }: ClassifyFacts): Classification | null {
  const { reply, guessedBytes = false } = trail;
  if ((reason !== 'http-404' && reason !== 'http-410') || reply.kind !== 'answer') return null;
  const what = URL.canParse(url) ? notAPage(new URL(url)) : null;
  if (what !== null) return say('unverifiable', 'not-a-page', { kind: 'not-a-page', what });
  if (guessedBytes) return say('unverifiable', 'guessed-redirect', { kind: 'guessed-bytes' });
  const page = pageOf(reply);
  return page !== null && onlyForwards(reply.body, page) ? say('unverifiable', 'spa', { kind: 'forwards' }) : null;
}

function judgeAnswer(answer: HttpResponse, trail: RequestChain, facts: ClassifyFacts): Classification {
  const protection = detectBotWall(answer);
  if (protection !== null) return say('unverifiable', 'bot-wall', { kind: 'bot-wall', mark: protection });
  const { status } = answer;
  if (facts.accept.some(({ from, to }) => from <= status && status <= to)) return judgeAlive(answer, trail, facts);
  // Only a conditional request is answered so: the page is the one that was alive before.
  if (status === 304 && trail.redirects.length === 0 && facts.known?.verdict === 'alive')
    return say('alive', null, { kind: 'unchanged' });
  const page = status >= 400 ? pageOf(answer) : null;
  const parked = page === null ? null : detectParked(answer, page, hopsOf(trail, facts.url));
  if (parked !== null) return say('broken', 'parked', parked);
  const noSite = page === null || (status !== 404 && status !== 410) ? null : detectUnclaimedSite(answer, page);
  if (noSite !== null) {
    // A name custom that points to a platform with no site on it may be claimed by anybody.
    return say('broken', noSite.reason, noSite.because, isSharedHost(answer.url) ? [] : ['takeover-risk']);
  }
  if (status === 404 || status === 410) return say('broken', status === 404 ? 'http-404' : 'http-410');
  if (status === 451) return say('suspect', 'legal');
  if (status === 429 || status === 425) return say('unreachable', 'rate-limited');
  // RFC 6585, section 6: it comes from a proxy that wants a login, never from the site.
  if (status === 511) return say('unreachable', 'intercepted');
  if (status === 408) return say('unreachable', 'timeout');
  if (status >= 500 && status < 600) return say('unreachable', 'http-5xx');
  if (status >= 400 && status < 500) return say('unverifiable', 'http-4xx');
  if (status >= 200 && status < 300) return say('unverifiable', 'not-accepted', { kind: 'not-accepted', status });
  return say('unverifiable', status >= 300 && status < 400 ? 'http-3xx' : 'bot-wall');
}

function judgeAlive(answer: HttpResponse, trail: RequestChain, facts: ClassifyFacts): Classification {
  const { redirects } = trail;
  const { url } = facts;
  const page = answer.body === '' || isTrustedAnswer(answer, redirects.length > 0) ? null : pageOf(answer);
  if (redirects.length > 0 && isLogin(answer.url) && !isLogin(url)) {
    if (isBlockedLogin(url, answer.url)) return say('unverifiable', 'bot-wall', { kind: 'blocked-login' });
    if (page === null || !isAboutLogin(answer.url, page)) return say('suspect', 'login', { kind: 'login-page' });
  }
  if (redirects.length > 0 && isObstacle(answer.url, facts.words) && !isObstacle(url))
    return say('unverifiable', 'bot-wall', { kind: 'obstacle' });
  const said = page === null ? null : judgePage(answer, page, trail, facts);
  if (said !== null) return said;
  if (redirects.length === 0) return say('alive', null);
  const words = facts.words();
  const permanent = redirects.every(({ status }) => status === 301 || status === 308 || status === 200);
  const near = sameSite(url, answer.url) || sameBrand(url, answer.url);
  const strange = words.length > 0 && isReadable(answer.body) && page !== null && !mentionsAny(page, words);
  const isPersistent = isPersistentIdentifier(url);
  if (!near && permanent && strange && !isPersistent) return say('suspect', 'hijacked', { kind: 'other-site' });
  if (isAbsentPath(answer.url) && !isAbsentPath(url)) return say('suspect', 'soft-404', { kind: 'absent-page' });
  const named = !near && page !== null && mentionsAny(page, facts.names?.() ?? words);
  const isMove = permanent && !isPersistent && words.length > 0;
  if (isRoot(answer.url) && !asksForFront(url) && (near || !(isMove || named)))
    return say('suspect', 'redirect-to-root', { kind: 'front-page' });
  if (near && strange && isAbove(url, answer.url) && !asksForFront(url))
    return say('suspect', 'redirect-to-parent', { kind: 'parent-page' });
  // A persistent identifier is what a list should link, wherever it leads at present.
  if (isPersistent) return say('alive', null, null, ['persistent-identifier']);
  // Some servers redirect to the same URL to set a cookie, or to change the case of an escape.
  if (permanent && sameUrl(url, answer.url)) return say('alive', null);
  if (permanent) {
    const unnamed = strange && page !== null && page.text.length >= enoughText;
    const notes = [...(trail.varies ? ['varying-redirect'] : []), ...(unnamed ? ['unnamed-target'] : [])];
    return say('moved', 'permanent-redirect', null, notes);
  }
  return say('alive', null, null, ['temporary-redirect']);
}

/** What a page says of itself; null for an ordinary one. */
function judgePage(
  answer: HttpResponse,
  page: PageText,
  trail: RequestChain,
  { url, words, known = null, fullNames = () => [] }: ClassifyFacts,
): Classification | null {
  const parked = detectParked(answer, page, hopsOf(trail, url));
  if (parked !== null) return say('broken', 'parked', parked);
  const mark = markOf(new URL(answer.url), answer, page);
  if (mark !== null) return say(mark.verdict, mark.reason, mark.because);
  const noSite = detectUnclaimedSite(answer, page);
  if (noSite !== null) return say('suspect', 'soft-404', noSite.because);
  const stock = detectDefaultPage(page);
  if (stock !== null) return say('suspect', 'soft-404', stock);
  const absent = detectSoft404(page);
  // There are games and bands of that name.
  const isNamedSo = absent !== null && fullNames().some((name) => errorWords(name) !== null);
  if (absent !== null && !isAbsentPath(url) && !isNamedSo)
    return say('suspect', 'soft-404', { kind: 'says-absent', status: answer.status, words: absent });
  const taken = detectHijack(page, words(), known);
  if (taken !== null) return say('suspect', taken.reason, taken.because);
  if (page.passwords > 0 && !isLogin(url) && asksForLogin(page) && !mentionsAny(page, words()))
    return say('suspect', 'login', { kind: 'login-form' });
  return null;
}

/** UTF-16 units: a page with less may leave out the name of the entry. */
const enoughText = 300;

const pages = new WeakMap<HttpResponse, PageText>();

/** The text of an HTML answer, read once; null for what is no page. */
export function pageOf(answer: HttpResponse): PageText | null {
  if (answer.body === '') return null;
  const known = pages.get(answer) ?? readPage(answer.body);
  pages.set(answer, known);
  return known;
}

function hopsOf({ redirects }: RequestChain, first: string): readonly string[] {
  return [first, ...redirects.map((hop) => hop.url)];
}

function judgeFailure(reason: FailureReason): Classification {
  switch (reason) {
    case 'dns':
    case 'tls-expired':
    case 'tls-invalid':
    case 'redirect-loop':
    case 'too-many-redirects':
      return say('broken', reason);
    case 'tls-incomplete':
      return say('broken', 'tls-invalid');
    case 'private-address':
    case 'interrupted':
      return say('skipped', reason);
    case 'bot-wall':
    case 'redirect-to-scheme':
      return say('unverifiable', reason);
    default:
      return say('unreachable', reason);
  }
}

/** True when a 404 may come from a site whose every path is one application: its front page decides. */
export function maybeApplication(answer: HttpResponse): boolean {
  const page = answer.status === 404 ? pageOf(answer) : null;
  return page !== null && mayBeShell(answer.body, page);
}

/** True when a page and the front page of its site are one application. */
export function sharesApplication(answer: HttpResponse, front: HttpResponse): boolean {
  return front.status === 200 && isSameApplication(answer, front, pageOf);
}
