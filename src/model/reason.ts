import type { Verdict } from './verdict.js';

/** What the reasons of verdicts mean, in words that follow "because" or a colon. */
const words: Readonly<Record<string, string>> = {
  'bot-wall': 'it stops programs at a wall',
  dns: 'its host name does not exist',
  'dns-failure': 'its host name could not be looked up',
  'headers-too-large': 'it answers with oversized headers',
  hijacked: 'another site has taken the address',
  'http-3xx': 'it redirects to nowhere',
  'http-401': 'it asks for a login (401)',
  'http-403': 'it forbids access (403)',
  'http-404': 'the page is not there (404)',
  'http-410': 'the page was removed for good (410)',
  'http-5xx': 'the server fails',
  legal: 'it is withheld for legal reasons (451)',
  login: 'it leads to a login page',
  malformed: 'it answers with something that is not HTTP',
  'missing-anchor': 'the page has no such anchor',
  'missing-file': 'there is no such file',
  'not-accepted': 'its status is not one that --accept names',
  'package-missing': 'the registry has no such package',
  parked: 'the domain is for sale',
  'permanent-redirect': 'it redirects for good',
  'private-address': 'it leads to a private address',
  'rate-limited': 'it allows no more requests for now',
  'redirect-to-scheme': 'it redirects to something that is not the web',
  'redirect-loop': 'it redirects in a circle',
  'redirect-to-root': "it leads to the site's front page",
  refused: 'the server refuses connections',
  renamed: 'it was renamed',
  'repo-missing': 'the repository is gone',
  reset: 'the server breaks the connection off',
  'soft-404': 'the page says that there is nothing here',
  spa: 'every address of the site answers alike',
  timeout: 'the server does not answer in time',
  'tls-expired': 'its certificate has expired',
  'tls-invalid': 'its certificate is not valid',
  'too-many-redirects': 'it redirects too often',
  'video-removed': 'the video is gone',
};

/** The reason of a verdict in words; a reason that is not known here is shown as it is. */
export function reasonInWords({ reason, status }: Verdict): string {
  if (reason === null) return status === null ? 'it does not answer' : `it answers with status ${status}`;
  const known = words[reason];
  if (reason === 'http-5xx' && status !== null) return `the server fails (${status})`;
  if (known !== undefined) return known;
  return status !== null && reason.startsWith('http-')
    ? `it answers with status ${status}`
    : reason.replaceAll('-', ' ');
}
