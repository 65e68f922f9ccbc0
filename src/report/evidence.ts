import type { Evidence, EvidenceKind, EvidenceOf } from '../model/evidence.js';
import type { Verdict } from '../model/verdict.js';
import { evidenceLine } from '../text/evidence-line.js';
import { plural } from '../text/plural.js';

type Words = { readonly [Kind in EvidenceKind]: (fact: EvidenceOf<Kind>) => string };

const day = (date: string): string => date.slice(0, 10);
const named = (thing: string | null, name: string): string => (thing === null ? name : `${thing} ${name}`);
const theNamed = (thing: string | null, name: string): string => (thing === null ? name : `the ${thing} ${name}`);
const fileName = (file: string | null): string => file ?? 'this file';
const nearby = (near: string | null): string => (near === null ? '' : `; #${near} is`);

const faults: Readonly<Record<string, string>> = {
  'http2-only': 'the server only speaks HTTP/2',
  'legacy-renegotiation': 'the server does not support secure renegotiation (RFC 5746)',
  'repeated-content-length': 'the response repeats its Content-Length',
  'length-and-chunked': 'the response has a Content-Length although it is chunked',
  'header-syntax': 'the response has a malformed header',
  'bare-line-feed': 'lines of the response end with LF alone',
  'interim-response': 'the server sends an interim response that was not asked for',
};

/** Why a request was not sent; null for one that was. */
function whyUnsent(detail: string): string | null {
  return detail.startsWith('not checked: ') ? detail.slice('not checked: '.length) : null;
}

/** The sentence for each kind of evidence. */
const words: Words = {
  redirect: ({ url, status, to }) => `GET ${url} -> ${status} to ${to}`,
  response: ({ url, status, statusText, brokeOff }) =>
    `GET ${url} -> ${status}${statusText === '' ? '' : ` (${statusText})`}${brokeOff === null ? '' : `, then ${brokeOff}`}`,
  'no-response': ({ url, detail }) => {
    const why = whyUnsent(detail);
    return why === null ? `GET ${url} -> ${detail}` : `${url} was not requested: ${why}`;
  },
  'same-over-https': ({ url, status }) => `GET ${url} -> ${status} with the same page`,
  'other-target': ({ url, to }) => `requested again: GET ${url} -> ${to ?? 'no response'}, not the same target`,
  tolerated: ({ fault }) => `${faults[fault] ?? fault}; browsers tolerate that`,
  retried: ({ seen }) => {
    const why = typeof seen !== 'string' && seen.kind === 'no-response' ? whyUnsent(seen.detail) : null;
    return why === null ? `checked again: ${evidenceText(seen)}` : `not checked again: ${why}`;
  },
  confirmed: ({ afterMs, same, seen }) =>
    `${same ? 'the same result' : 'checked again'} ${wholeSeconds(afterMs)} s later: ${evidenceText(seen)}`,
  'page-agrees': ({ status, seen }) => `${evidenceText(seen)}; its page responds with ${status}`,
  failures: ({ count, since }) => `${plural(count, 'failure')} since ${since}`,
  'vantage-saw': ({ vantage, verdict, checkedAt, seen }) =>
    `${verdict} from ${vantage} at ${checkedAt}: ${evidenceText(seen)}`,
  remembered: ({ verdict, checkedAt }) => `${verdict} when checked at ${checkedAt}`,
  unchanged: () => 'it has not changed since then',
  archived: ({ url }) => `archived copy: ${url}`,
  'bot-wall': ({ mark }) => `the response shows bot protection (${mark})`,
  'blocked-login': () => 'this site redirects bots to its login or consent page, whatever the URL',
  obstacle: () =>
    'it redirects to a page that the site shows instead, such as a browser check, an age check or a maintenance page',
  'not-accepted': ({ status }) => `--accept does not include status ${status}`,
  'login-page': () => 'it redirects to a login page',
  'login-form': () => 'the page shows only a login form',
  'other-site': () => 'it redirects to another site, whose page does not mention the entry',
  'absent-page': () => 'it redirects to an error page',
  'front-page': () => 'the URL points to a specific page, but redirects to the home page',
  'parent-page': () => 'it redirects to a parent page that does not mention the entry',
  'same-application': () => 'the home page is the same application: only a browser can check it',
  forwards: () => 'the 404 page only redirects to another page: only a browser can check it',
  'guessed-bytes': () => 'the target of a redirect is not valid UTF-8, so its URL is a guess',
  'not-a-page': ({ what }) => `${what} returns 404 by design`,
  'same-as-random-page': () => 'the site returns the same page for a URL that cannot exist',
  'says-absent': ({ status, words: said }) => `status ${status}, and the page says “${said}”`,
  says: ({ words: said }) => `the page says “${said}”`,
  'page-is': ({ what }) => `the page is ${what}`,
  'filled-by': ({ script }) => `the page is rendered by ${script}`,
  'leads-to-parking': ({ host, service }) =>
    `it redirects to ${host}${service === null ? ', a subdomain of parking services' : ` (${service})`}`,
  'unclaimed-site': ({ platform }) => `${platform} hosts no site under this name`,
  discontinued: ({ service, year }) => `${service} was shut down in ${year}`,
  'other-subject': ({ words: said }) =>
    `the page mentions ${said.map((word) => `“${word}”`).join(', ')} and nothing from the entry`,
  'site-marker': ({ what }) => what,
  'network-lost': () =>
    'sites that responded earlier in this run no longer do, so the network connection seems to be lost',
  portal: ({ host }) =>
    `sites that have nothing to do with one another all redirect to ${host}, so it seems to be the login page of your network`,
  'one-page': () =>
    'sites that have nothing to do with one another all show the same error page, so your network seems to respond in their place',
  intercepted: ({ issuer }) =>
    `every certificate is from the unknown authority “${evidenceLine(issuer)}”, so something on your network seems to decrypt HTTPS; pass its certificate with --cacert`,
  'anchor-not-on-page': ({ fragment, anchors, near }) =>
    `#${fragment} is not among the ${plural(anchors, 'anchor')} of the page${nearby(near)}`,
  'anchor-not-in-file': ({ fragment, headings, near }) =>
    `#${fragment} is not among the ${plural(headings, 'heading')} of the file${nearby(near)}`,
  'text-not-on-page': ({ text }) => `the page does not contain the linked text “${evidenceLine(text)}”`,
  'line-not-in-file': ({ fragment, lines }) => `#${fragment}: the file has ${plural(lines, 'line')}`,
  'application-fragment': ({ fragment }) => `#${fragment} is a location in an application: only a browser can check it`,
  'scripted-page': () => 'the page is rendered by a script: only a browser can check it',
  file: ({ file, fragment }) =>
    fragment === null ? `${fileName(file)} exists` : `${fileName(file)} has the anchor #${fragment}`,
  'missing-file': ({ file }) => `there is no file ${fileName(file)}`,
  'missing-anchor': ({ file, fragment }) => `${fileName(file)} has no anchor #${fragment}`,
  'files-unknown': () => 'the files of the list are not available',
  placeholder: ({ fault }) => `the URL is a placeholder${faultText(fault)}`,
  'malformed-url': ({ fault }) => `the URL is malformed${faultText(fault)}`,
  'unreadable-url': () => 'the URL cannot be parsed',
  'mail-address': () => 'a well-formed email address; delivery is not checked',
  'scheme-not-checked': ({ scheme }) => `${scheme} URLs are not checked`,
  onion: () => '.onion is reachable only through Tor',
  excepted: ({ option, reason }) =>
    `an entry of \`${option}\` accepts this result${reason === null ? '' : `: ${evidenceLine(reason)}`}`,
  excluded: () => 'the settings exclude it',
  'not-in-run': () => 'this run does not check it',
  'offline-option': () => 'not checked because of --offline',
  'no-network': () => 'no host name resolved and no host responded: there is no network',
  interrupted: () => 'the run was interrupted before it was checked',
  'interrupted-unconfirmed': () => 'the run was interrupted before it could be confirmed',
  pending: () => 'it has not been checked yet',
  'over-cap': ({ links, domain }) =>
    domain === null
      ? `more than ${plural(links, 'link is', 'links are')} new`
      : `more than ${plural(links, 'new link leads', 'new links lead')} to ${domain}`,
  has: ({ service, thing, name }) => `${service} has ${theNamed(thing, name)}`,
  'has-no': ({ service, thing, name }) => `${service} has no ${named(thing, name)}`,
  'has-without': ({ service, name, part }) => `${service} has ${name}, but no ${part}`,
  'has-copy': ({ service, name }) => `${service} has a copy of ${name}`,
  knows: ({ service, thing, name }) => `${service} has ${theNamed(thing, name)}`,
  'knows-no': ({ service, thing, name }) => `${service} has no ${named(thing, name)}`,
  'known-as': ({ service, name, now }) => `${service} lists ${name} as ${now}`,
  lists: ({ service, name }) => `${service} lists ${name}`,
  describes: ({ service, name }) => `${service} describes ${name}`,
  'not-embeddable': ({ service, name }) => `${service} has ${name}, but does not allow embedding`,
  recreated: ({ service, name }) =>
    `${service} has a different id for ${name} than before: it was deleted and created again`,
  replaced: ({ service, name, createdAt }) =>
    `${service} has a different id for ${name} than before: it was deleted, and the current one was created on ${createdAt === null ? 'an unknown date' : day(createdAt)}`,
  'other-owner': ({ service, name }) =>
    `${service} has a different id for ${name} than before: someone else has that name now`,
  unpublished: ({ service, name }) => `${service} reports that ${name} was unpublished`,
  disabled: ({ service, name }) => `${service} reports that ${name} is disabled`,
  'taken-down': ({ service, thing, name }) => `${service} reports that ${thing} ${name} was taken down`,
  private: ({ service, name }) => `${service} does not show ${name} publicly: it is private or missing`,
  forbidden: ({ service, name, detail }) => `${service} does not allow this token to read ${name}: ${detail}`,
  'rate-limited': ({ service, detail }) =>
    `too many requests to ${service}${detail === null ? ' for gists' : `: ${detail}`}`,
  'asks-login': ({ service, url }) => `${service} requires a login: only members can read ${url}`,
  'shows-without-login': ({ service, url }) => `${service} shows ${url} without a login`,
  'shows-instead': ({ service, url, instead }) => `${service} shows ${instead} instead of ${url}`,
  repository: ({ service, name, newName, newPath, pushedAt, archived, archivedAt }) => {
    const now = newName ?? (newPath === null ? null : `at ${newPath}`);
    const said = [
      ...(now === null ? [] : [`it is ${now} now`]),
      pushedAt === null ? 'it exists' : `last pushed on ${day(pushedAt)}`,
      ...(archived ? [archivedAt === null ? 'archived' : `archived on ${day(archivedAt)}`] : []),
    ];
    return `${service}: ${name}: ${said.join(', ')}`;
  },
  'repository-page': ({ url, status }) => `its repository ${url} responds with ${status}`,
  'video-refused': ({ service, id, status, hasPicture }) =>
    `${service} responds with ${status} for the video ${id}${hasPicture ? '' : ', and it has no thumbnail'}`,
  'video-not-embeddable': ({ id }) => `the video ${id} exists, but cannot be embedded`,
  'channel-feed': ({ id }) => `the channel ${id} has a feed`,
  'channel-missing': ({ id }) => `the channel ${id} has neither a feed nor a page`,
};

/** A verdict with its evidence in sentences, as reports hold it outside of this program. */
export function withSentences<V extends Verdict>(
  verdict: V,
): Omit<V, 'evidence'> & { readonly evidence: readonly string[] } {
  return { ...verdict, evidence: verdict.evidence.map(evidenceText) };
}

/** Whole seconds of a duration, at least one. */
export function wholeSeconds(ms: number): number {
  return Math.max(1, Math.round(ms / 1000));
}

/** One piece of evidence as a sentence on one line. */
export function evidenceText(evidence: Evidence): string {
  if (typeof evidence === 'string') return evidence;
  const { kind } = evidence;
  // The table holds the right function for each kind; TypeScript does not follow that through a lookup.
  return evidenceLine((words[kind] as (fact: typeof evidence) => string)(evidence));
}

/** What is wrong with a URL, by the fault that reading it found (`src/parse/classify-url.ts`). */
const urlFaults: Readonly<Record<string, string>> = {
  empty: 'it has no target',
  'template-token': 'it contains a field to fill in',
  'example-host': 'its host is reserved for examples',
  'example-repository': 'its repository is an example',
  wrapped: 'it begins with a bracket or a quotation mark',
  mail: 'the email address is incomplete',
  'scheme-typo': '`https://` is misspelled',
  'no-scheme': 'it has no `https://`',
  slashes: 'it does not have two slashes after the colon',
  'double-scheme': 'it has `https://` twice',
  space: 'it contains a space',
  credentials: 'it contains a user name',
  quote: 'it contains a quotation mark',
  parenthesis: 'it ends with an unmatched `)`',
  unparseable: 'it cannot be parsed',
  host: 'its host name is incomplete',
};

function faultText(fault: string | null): string {
  const words = fault === null ? undefined : urlFaults[fault];
  return words === undefined ? '' : `: ${words}`;
}
