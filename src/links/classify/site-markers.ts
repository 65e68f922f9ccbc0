import type { Evidence } from '../../model/evidence.js';
import type { Reason } from '../../model/reasons.js';
import { type HttpResponse, headerOf } from '../http/response.js';
import type { PageText } from './page-text.js';

/** What a mark says of a link whose page answers with success. */
export interface MarkWord {
  readonly verdict: 'suspect' | 'unverifiable';
  /** A word of the contract. */
  readonly reason: Reason;
  readonly because: Evidence;
}

interface Mark extends Omit<MarkWord, 'because'> {
  /** What it shows, in words. */
  readonly shows: string;
  /** Hosts, their sub-domains included. */
  readonly hosts: readonly string[];
  readonly source: string;
  readonly matches: (url: URL, answer: HttpResponse, page: PageText) => boolean;
}

const titled =
  (pattern: RegExp) =>
  (_url: URL, _answer: HttpResponse, { title }: PageText): boolean =>
    title !== null && pattern.test(title);
const says = (pattern: RegExp, { title, h1, h2, text }: PageText): boolean =>
  [title ?? '', ...h1, ...h2, text].some((each) => pattern.test(each));
/** The words of a badge: its title, and the label that programs for the blind read. */
function badgeOf({ body }: HttpResponse): string {
  const start = body.slice(0, 10_000);
  const [, title = ''] = /<title>([^<]{1,300})<\/title>/i.exec(start) ?? [];
  const [, label = ''] = /\baria-label="([^"<]{1,300})"/i.exec(start) ?? [];
  return (title || label).trim();
}
const isBadge = (answer: HttpResponse): boolean =>
  /^image\/svg\+xml/i.test(headerOf(answer, 'content-type')) || /^\s*<svg[\s>]/i.test(answer.body.slice(0, 200));

const loginWall = { verdict: 'unverifiable', reason: 'bot-wall' } as const;

/** One row for one host and what it shows in the place of a page; a maintainer can correct a row in one line. */
const marks: readonly Mark[] = [
  {
    hosts: ['t.me', 'telegram.me', 'telegram.dog'],
    source: 'Telegram: the page of a chat has an element of the class tgme_page_title',
    verdict: 'suspect',
    reason: 'soft-404',
    shows: 'Telegram shows its general page, without the title of a chat',
    // Messages, stickers and shares have pages of other kinds.
    matches: ({ pathname }, { body, cut, broken }) =>
      /^\/(?!(?:s|c|k|a|b|iv|share|proxy|socks|login|addstickers|addemoji|addtheme|setlanguage|bg|confirmphone)\/?$)(?:joinchat\/|\+)?[\w-]{4,64}\/?$/.test(
        pathname,
      ) &&
      /\bclass="tgme_page[\s"_]/.test(body) &&
      !body.includes('tgme_page_title') &&
      !body.includes('tgme_channel_info') &&
      cut !== true &&
      broken === null,
  },
  {
    hosts: ['join.slack.com'],
    source: 'googleforgames/agones#1082: the page of an invitation that expired',
    verdict: 'suspect',
    reason: 'expired',
    shows: 'Slack says that the invitation is no longer active',
    matches: (_url, _answer, page) =>
      says(/\b(?:link|invite|invitation) (?:is no longer (?:active|valid)|has expired)\b/i, page),
  },
  {
    hosts: ['shields.io', 'badgen.net', 'badge.fury.io'],
    source: 'badges/shields#11479 and #11798: status 200 with the words in the picture',
    verdict: 'suspect',
    reason: 'soft-404',
    shows: 'the badge says that there is nothing to show',
    matches: (_url, answer) =>
      isBadge(answer) &&
      /(?:^|: |\| )(?:(?:\w{1,30} ){0,4}not found|no longer available|retired badge|404)$/i.test(badgeOf(answer)),
  },
  {
    ...loginWall,
    hosts: ['instagram.com', 'threads.net', 'threads.com'],
    source: 'Instagram: what programs get in the place of a profile',
    shows: 'Instagram asks programs to log in',
    matches: titled(/^(?:login • instagram|instagram|log in • threads|threads • log in|threads)$/i),
  },
  {
    ...loginWall,
    hosts: ['linkedin.com'],
    source: 'LinkedIn: its authwall',
    shows: 'LinkedIn asks programs to log in',
    matches: titled(
      /^(?:sign up \| linkedin|linkedin|(?:linkedin )?login, sign in \| linkedin|linkedin: log in or sign up|security verification \| linkedin)$/i,
    ),
  },
  {
    ...loginWall,
    hosts: ['facebook.com', 'fb.com'],
    source: 'Facebook: what programs get in the place of a page',
    shows: 'Facebook asks programs to log in',
    matches: titled(
      /^(?:log in(?:to)? (?:to )?facebook|facebook|log in to facebook \| facebook|facebook [–-] log in or sign up)$/i,
    ),
  },
  {
    ...loginWall,
    hosts: ['x.com', 'twitter.com'],
    source: 'X: one frame for every path',
    shows: 'X shows programs an empty frame',
    matches: (_url, _answer, { title, text }) =>
      (title === null || /^(?:x|x\. it’s what’s happening \/ x|log in to x \/ x|twitter)$/i.test(title)) &&
      (text.length < 200 || /javascript is (?:not available|disabled)/i.test(text)),
  },
  {
    hosts: ['youtube.com'],
    source: 'YouTube: the title of a video that is gone has no name before the dash',
    verdict: 'suspect',
    reason: 'soft-404',
    shows: 'YouTube shows a page without the name of a video',
    matches: ({ pathname, searchParams }, _answer, { title }) =>
      title !== null &&
      /^-\s*YouTube$/i.test(title) &&
      ((pathname === '/watch' && searchParams.has('v')) ||
        /^\/(?:shorts|live|playlist|channel|c|user|@)/.test(pathname)),
  },
  {
    hosts: ['chromewebstore.google.com', 'chrome.google.com'],
    source: 'Chrome Web Store: the title of an extension that is gone has no name before the dash',
    verdict: 'suspect',
    reason: 'soft-404',
    shows: 'the Chrome Web Store says that the item is not available',
    matches: ({ pathname }, _answer, page) =>
      /\/detail\//.test(pathname) &&
      /^(?:chrome web store(?: - extensions)?)$/i.test(page.title ?? '') &&
      says(/\bthis item (?:is not|isn['’]t|is no longer) available\b/i, page),
  },
  {
    hosts: ['steamcommunity.com'],
    source: 'Steam Community: its error page answers 200',
    verdict: 'suspect',
    reason: 'soft-404',
    shows: 'the Steam Community shows its error page',
    matches: titled(/^steam community :: error$/i),
  },
  {
    hosts: ['docs.google.com'],
    source: 'Google Forms: a form that takes no answers goes on to /closedform',
    verdict: 'suspect',
    reason: 'expired',
    shows: 'the form takes no more answers',
    matches: ({ pathname }, { url }) =>
      /^\/forms\//.test(pathname) && URL.canParse(url) && /\/closedform$/.test(new URL(url).pathname),
  },
];

/** True for a host that some row speaks of. */
export function hasMarks(address: string): boolean {
  if (!URL.canParse(address)) return true;
  const host = new URL(address).hostname.replace(/\.$/, '');
  return (
    host.endsWith('.wordpress.com') ||
    marks.some(({ hosts }) => hosts.some((each) => host === each || host.endsWith(`.${each}`)))
  );
}

/** What the mark of a host says of a link with a successful answer; null where it shows none. `url` is the link's own. */
export function markOf(url: URL, answer: HttpResponse, page: PageText): MarkWord | null {
  if (answer.status < 200 || answer.status > 299) return null;
  const host = url.hostname.replace(/\.$/, '');
  const mark = marks.find(
    ({ hosts, matches }) =>
      hosts.some((each) => host === each || host.endsWith(`.${each}`)) && matches(url, answer, page),
  );
  return mark === undefined
    ? null
    : { verdict: mark.verdict, reason: mark.reason, because: { kind: 'site-marker', what: mark.shows } };
}
