import type { Verdict } from './verdict.js';

/** What the reasons of verdicts mean, in words that follow "because" or a colon. */
export const reasonWords: Readonly<Record<string, string>> = {
  'archive-unsure': 'the archive does not say whether it has this copy',
  'article-missing': 'there is no such article',
  'bot-wall': 'it stops programs at a wall',
  capped: 'the pull request brings more links than are checked at once',
  'channel-missing': 'the channel is gone',
  'discussion-missing': 'the repository has no such discussion',
  dns: 'its host name does not exist',
  'dns-failure': 'its host name could not be looked up',
  'doi-missing': 'there is no such DOI',
  expired: 'the invitation has expired',
  forbidden: 'its owners let nobody ask about it',
  'gist-missing': 'the gist is gone',
  'headers-too-large': 'it answers with oversized headers',
  hijacked: 'another site has taken the address',
  'http-3xx': 'it redirects to nowhere',
  'http-401': 'it asks for a login (401)',
  'http-403': 'it forbids access (403)',
  'http-404': 'the page is not there (404)',
  'http-410': 'the page was removed for good (410)',
  'http-5xx': 'the server fails',
  'invite-expired': 'the invitation has expired',
  'issue-missing': 'the repository has no such issue or pull request',
  legal: 'it is withheld for legal reasons (451)',
  login: 'it leads to a login page',
  malformed: 'it answers with something that is not HTTP',
  'missing-anchor': 'the page has no such anchor',
  'missing-file': 'there is no such file',
  'network-lost': 'the network here was lost in the middle of the run',
  'no-such-site': 'its host says that there is no such site',
  'not-accepted': 'its status is not one that --accept names',
  'not-embeddable': 'the site says nothing of it to programs',
  'package-missing': 'the registry has no such package',
  'paper-missing': 'there is no such paper',
  parked: 'the domain is for sale',
  'path-missing': 'the repository has no such file or folder',
  'pen-missing': 'the pen is gone',
  'permanent-redirect': 'it redirects for good',
  'playlist-missing': 'the playlist is gone',
  'post-removed': 'the post was removed',
  'private-address': 'it leads to a private address',
  'private-or-missing': 'the project is private or gone, and the site does not tell which',
  'question-removed': 'the question was removed',
  'rate-limited': 'it allows no more requests for now',
  recreated: 'it was deleted, and somebody made another under its name',
  'redirect-loop': 'it redirects in a circle',
  'redirect-to-parent': 'it leads to a page above it that does not speak of the entry',
  'redirect-to-root': "it leads to the site's front page",
  'redirect-to-scheme': 'it redirects to something that is not the web',
  refused: 'the server refuses connections',
  'release-missing': 'the repository has no such release',
  renamed: 'it was renamed',
  'repo-disabled': 'GitHub has disabled the repository',
  'repo-missing': 'the repository is gone',
  reset: 'the server breaks the connection off',
  'service-closed': 'the service was shut down',
  'soft-404': 'the page says that there is nothing here',
  spa: 'every address of the site answers alike',
  timeout: 'the server does not answer in time',
  'tls-expired': 'its certificate has expired',
  'tls-invalid': 'its certificate is not valid',
  'too-many-redirects': 'it redirects too often',
  'user-missing': 'there is no such user or organisation',
  'video-removed': 'the video is gone',
  'wiki-page-missing': 'the wiki has no such page',
};

/** The reason of a verdict in words; a reason that is not known here is shown as it is. */
export function reasonInWords({ reason, status }: Verdict): string {
  if (reason === null) return status === null ? 'it does not answer' : `it answers with status ${status}`;
  const known = reasonWords[reason];
  if (reason === 'http-5xx' && status !== null) return `the server fails (${status})`;
  if (known !== undefined) return known;
  return status !== null && reason.startsWith('http-')
    ? `it answers with status ${status}`
    : reason.replaceAll('-', ' ');
}
