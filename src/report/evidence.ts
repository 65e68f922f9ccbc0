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
};

/** The sentence for each kind of evidence. */
const words: Words = {
  redirect: ({ url, status, to }) => `GET ${url} -> ${status} to ${to}`,
  response: ({ url, status, statusText, brokeOff }) =>
    `GET ${url} -> ${status}${statusText === '' ? '' : ` (${statusText})`}${brokeOff === null ? '' : `, then ${brokeOff}`}`,
  'no-response': ({ url, detail }) => `GET ${url} -> ${detail}`,
  'same-over-https': ({ url, status }) => `GET ${url} -> ${status} with the same page`,
  tolerated: ({ fault }) => `${faults[fault] ?? fault}; browsers tolerate that`,
  retried: ({ seen }) => `asked again: ${evidenceText(seen)}`,
  confirmed: ({ afterMs, same, seen }) =>
    `${same ? 'the same' : 'asked again'} ${wholeSeconds(afterMs)} s later: ${evidenceText(seen)}`,
  'page-agrees': ({ status, seen }) => `${evidenceText(seen)}; its page answers ${status}`,
  failures: ({ count, since }) => `${plural(count, 'failure')} since ${since}`,
  'vantage-saw': ({ vantage, verdict, checkedAt, seen }) =>
    `${verdict} from ${vantage} at ${checkedAt}: ${evidenceText(seen)}`,
  remembered: ({ verdict, checkedAt }) => `${verdict} when it was asked at ${checkedAt}`,
  unchanged: () => 'it has not changed since then',
  archived: ({ url }) => `a copy is at ${url}`,
  'bot-wall': ({ mark }) => `the answer bears the mark of a wall (${mark})`,
  'blocked-login': () => 'this site sends programs to its login or consent page, whatever they ask for',
  'not-accepted': ({ status }) => `--accept does not name the status ${status}`,
  'login-page': () => 'it ends at a login page',
  'login-form': () => 'the page asks for a login and shows nothing else',
  'other-site': () => 'it ends at another site, and nothing on that page speaks of the entry',
  'absent-page': () => 'it ends at a page for what is not there',
  'front-page': () => "a deep address ends at a site's front page",
  'parent-page': () => 'it ends at a page above it that does not speak of the entry',
  'same-application': () => 'the front page is the same application: only a browser can tell',
  forwards: () => 'the 404 page only forwards to another page: only a browser can tell',
  'guessed-bytes': () => 'a redirect has bytes in an unknown encoding, so which URL it means is a guess',
  'not-a-page': ({ what }) => `${what} answers 404 by design`,
  'same-as-random-page': () => 'the site gives the same page for an address that cannot exist',
  'says-absent': ({ status, words: said }) => `it answers ${status}, and the page says “${said}”`,
  says: ({ words: said }) => `the page says “${said}”`,
  'page-is': ({ what }) => `the page is ${what}`,
  'filled-by': ({ script }) => `the page is filled by ${script}`,
  'leads-to-parking': ({ host, service }) =>
    `it is sent on to ${host}${service === null ? ', a sub-domain of parking services' : ` (${service})`}`,
  'unclaimed-site': ({ platform }) => `${platform} says that it hosts no site under this name`,
  discontinued: ({ service, year }) => `${service} was shut down in ${year}`,
  'other-subject': ({ words: said }) =>
    `the page speaks of ${said.map((word) => `“${word}”`).join(', ')} and of nothing that the entry names`,
  'site-marker': ({ what }) => what,
  'network-lost': () => 'sites that answered earlier in this run are silent too: the network here seems to have gone',
  'anchor-not-on-page': ({ fragment, anchors, near }) =>
    `#${fragment} is not among the ${plural(anchors, 'anchor')} of the page${nearby(near)}`,
  'anchor-not-in-file': ({ fragment, headings, near }) =>
    `#${fragment} is not among the ${plural(headings, 'heading')} of the file${nearby(near)}`,
  'text-not-on-page': ({ text }) => `the page does not contain the linked text “${evidenceLine(text)}”`,
  'line-not-in-file': ({ fragment, lines }) => `#${fragment}: the file has ${plural(lines, 'line')}`,
  'application-fragment': ({ fragment }) =>
    `#${fragment} is the address of a place in an application: only a browser can tell`,
  'scripted-page': () => 'a script makes the page: only a browser can tell',
  file: ({ file, fragment }) =>
    fragment === null ? `${fileName(file)} is there` : `${fileName(file)} has the anchor #${fragment}`,
  'missing-file': ({ file }) => `there is no file ${fileName(file)}`,
  'missing-anchor': ({ file, fragment }) => `${fileName(file)} has no anchor #${fragment}`,
  'files-unknown': () => 'nothing is known of the files beside the list',
  placeholder: ({ fault }) => `the address is a placeholder (${fault})`,
  'malformed-url': ({ fault }) => `the address is not well formed (${fault})`,
  'unreadable-url': () => 'the address cannot be read',
  'mail-address': () => 'a mail address of the right form; whether it is read is not asked',
  'scheme-not-checked': ({ scheme }) => `${scheme} is not asked`,
  onion: () => 'only Tor reaches .onion',
  excepted: ({ option, reason }) =>
    `an entry of \`${option}\` is for this result${reason === null ? '' : `: ${evidenceLine(reason)}`}`,
  excluded: () => 'the settings exclude it',
  'not-in-run': () => 'this run does not check it',
  'offline-option': () => '--offline asks no network',
  'no-network': () => 'no name resolved and no host answered: there is no network',
  interrupted: () => 'the run was interrupted before it was asked',
  'interrupted-unconfirmed': () => 'the run was interrupted before it could be confirmed',
  pending: () => 'it is still to be asked',
  'over-cap': ({ links, domain }) =>
    domain === null
      ? `more than ${plural(links, 'link is', 'links are')} new`
      : `more than ${plural(links, 'new link leads', 'new links lead')} to ${domain}`,
  has: ({ service, thing, name }) => `${service} has ${theNamed(thing, name)}`,
  'has-no': ({ service, thing, name }) => `${service} has no ${named(thing, name)}`,
  'has-without': ({ service, name, part }) => `${service} has ${name}, but no ${part}`,
  'has-copy': ({ service, name }) => `${service} has a copy of ${name}`,
  knows: ({ service, thing, name }) => `${service} knows ${theNamed(thing, name)}`,
  'knows-no': ({ service, thing, name }) => `${service} knows no ${named(thing, name)}`,
  'known-as': ({ service, name, now }) => `${service} knows ${name} as ${now}`,
  lists: ({ service, name }) => `${service} lists ${name}`,
  describes: ({ service, name }) => `${service} describes ${name}`,
  'not-embeddable': ({ service, name }) => `${service} has ${name}, and does not let others show it`,
  recreated: ({ service, name }) =>
    `${service} gives ${name} another id than before: it was deleted, and made anew by that name`,
  replaced: ({ service, name, createdAt }) =>
    `${service} gives ${name} another id than before: it was deleted, and the one of that name was made on ${createdAt === null ? 'an unknown day' : day(createdAt)}`,
  'other-owner': ({ service, name }) =>
    `${service} gives ${name} another id than before: somebody else has that name now`,
  unpublished: ({ service, name }) => `${service} says that ${name} was unpublished`,
  disabled: ({ service, name }) => `${service} says that ${name} is disabled`,
  'taken-down': ({ service, thing, name }) => `${service} says that ${thing} ${name} was taken down`,
  private: ({ service, name }) => `${service} shows no ${name} to the public: it is private, or missing`,
  forbidden: ({ service, name, detail }) => `${service} does not let this token see ${name}: ${detail}`,
  'rate-limited': ({ service, detail }) =>
    `${service} was asked too often${detail === null ? ' for gists to answer' : `: ${detail}`}`,
  'asks-login': ({ service, url }) => `${service} asks for a login: only people who were let in can read ${url}`,
  'shows-without-login': ({ service, url }) => `${service} shows ${url} without a login`,
  'shows-instead': ({ service, url, instead }) => `${service} shows ${instead} in the place of ${url}`,
  repository: ({ service, name, newName, newPath, pushedAt, archived, archivedAt }) => {
    const now = newName ?? (newPath === null ? null : `at ${newPath}`);
    const said = [
      ...(now === null ? [] : [`it is ${now} now`]),
      pushedAt === null ? 'it is there' : `last pushed on ${day(pushedAt)}`,
      ...(archived ? [archivedAt === null ? 'archived' : `archived on ${day(archivedAt)}`] : []),
    ];
    return `${service} was asked for ${name}: ${said.join(', ')}`;
  },
  'repository-page': ({ url, status }) => `its repository ${url} answers ${status}`,
  'video-refused': ({ service, id, status, hasPicture }) =>
    `${service} answers ${status} for the video ${id}${hasPicture ? '' : ', and it has no picture'}`,
  'video-not-embeddable': ({ id }) => `The video ${id} is there, and may not be embedded`,
  'channel-feed': ({ id }) => `The channel ${id} has a feed`,
  'channel-missing': ({ id }) => `The channel ${id} has neither a feed nor a page`,
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
