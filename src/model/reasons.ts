import type { VerdictName } from './verdict-names.js';

/** Reasons of verdicts with the evidence they need, and what a maintainer can do about them. */
export interface Remedy {
  /** The verdict that they come with; `deadAfter` makes `broken` of an `unreachable` one. */
  readonly verdict: VerdictName;
  /** Each reason in words that follow "because" or a colon. */
  readonly reasons: Readonly<Record<string, string>>;
  /** What earns the verdict, as a sentence. */
  readonly evidence: string;
  /** What to do about it, as sentences. */
  readonly todo: string;
}

const gone = 'Use its new URL, or remove the entry. `--archive` looks up an archived copy.';
const wait =
  'Nothing at first: the next run checks it again, and it becomes `broken` after three failures over seven days. `deadAfter` sets both numbers.';
const look =
  'Open it in a browser. If it is the right page, put `<!-- listwright-ignore-link -->` above the entry. Otherwise, correct or remove the link.';
const protectedSite =
  'Open it in a browser from time to time; no change is needed. `--rule link-unverifiable=off` hides these findings, and `--exclude` skips the link.';

/** Every reason, with its evidence and its remedy: the one table of reasons. */
const table = [
  {
    verdict: 'broken',
    reasons: {
      'http-404': 'the page does not exist (404)',
      'http-410': 'the page was permanently removed (410)',
    },
    evidence:
      'Two requests returned this status, the second over a new connection, and the response shows no sign of bot protection.',
    todo: gone,
  },
  {
    verdict: 'broken',
    reasons: {
      dns: 'its host name does not exist',
    },
    evidence: 'Two lookups reported that the host name does not exist (NXDOMAIN).',
    todo: `${gone} For a host that exists only on your own network, use \`--exclude\`.`,
  },
  {
    verdict: 'broken',
    reasons: {
      'tls-expired': 'its certificate has expired',
      'tls-invalid': 'its certificate is not valid',
    },
    evidence:
      'Two connections got a certificate that has expired, is for another name, is self-signed, or comes from an unknown authority. If only an intermediate certificate is missing, the link is `alive`, because browsers fetch such certificates themselves.',
    todo: 'Notify the owner of the site. If you run the certificate authority, pass its certificate with `--cacert`. For a proxy with a login, put the user name and password into `HTTPS_PROXY`.',
  },
  {
    verdict: 'broken',
    reasons: {
      'redirect-loop': 'it redirects in a loop',
      'too-many-redirects': 'it redirects too many times',
    },
    evidence: 'Even with cookies, it redirects back to an earlier URL of the chain, or redirects more than 20 times.',
    todo: gone,
  },
  {
    verdict: 'broken',
    reasons: {
      parked: 'the domain is for sale',
      'no-such-site': 'the hosting service has no site at this address',
      'service-closed': 'the service was shut down',
    },
    evidence:
      'The page offers the domain for sale; or the hosting service reports that it has no site under this name; or the service was shut down and the URL fails.',
    todo: gone,
  },
  {
    verdict: 'broken',
    reasons: {
      'repo-missing': 'the repository does not exist',
      'repo-disabled': 'GitHub has disabled the repository',
      'path-missing': 'the repository has no such file or folder',
      'issue-missing': 'the repository has no such issue or pull request',
      'discussion-missing': 'the repository has no such discussion',
      'release-missing': 'the repository has no such release',
      'wiki-page-missing': 'the wiki has no such page',
      'user-missing': 'the user or organization does not exist',
      'gist-missing': 'the gist does not exist',
    },
    evidence:
      'The API of GitHub, GitLab or another code host reports that it is missing. Private repositories look the same as missing ones.',
    todo: 'Find the new location of the project, or remove the entry.',
  },
  {
    verdict: 'broken',
    reasons: {
      'package-missing': 'the registry has no such package',
      'doi-missing': 'the DOI does not exist',
      'paper-missing': 'the paper does not exist',
      'article-missing': 'the article does not exist',
    },
    evidence: 'The registry or catalog has no record of it.',
    todo: 'Check for a typo; then look for a successor.',
  },
  {
    verdict: 'broken',
    reasons: {
      'video-removed': 'the video was removed',
      'playlist-missing': 'the playlist does not exist',
      'channel-missing': 'the channel does not exist',
      'post-removed': 'the post was removed',
      'question-removed': 'the question was removed',
      'pen-missing': 'the pen does not exist',
      'invite-expired': 'the invitation has expired',
    },
    evidence: 'The API of the site, or a known error message on the page, says that the content is gone.',
    todo: gone,
  },
  {
    verdict: 'broken',
    reasons: {
      'missing-file': 'the file does not exist',
      'missing-anchor': 'the page has no such anchor',
    },
    evidence:
      'There is no file at that path, relative to the list; or the file or web page has no such heading or `id`.',
    todo: 'Correct the path or the anchor. If there is a similar one, listwright suggests it.',
  },
  {
    verdict: 'suspect',
    reasons: {
      'soft-404': 'the page says that the content does not exist',
    },
    evidence:
      'The status is 200, but the title or heading is that of an error page; or the site returns the same page for a URL that cannot exist.',
    todo: look,
  },
  {
    verdict: 'suspect',
    reasons: {
      'missing-text': 'the page does not contain the text that the link points to',
    },
    evidence: 'The link has a text fragment (`#:~:text=`), and the page does not contain that text.',
    todo: 'Link to the passage that replaced it, or remove the text fragment.',
  },
  {
    verdict: 'suspect',
    reasons: {
      hijacked: 'the domain appears to have a new owner',
    },
    evidence:
      'The page, or the site it permanently redirects to, does not mention anything in the entry. Expired domains are often bought for their existing links.',
    todo: `Open it with care, and do not log in there. Remove the link, or use the new URL of the project. If the project was only renamed, update the name and description of the entry; listwright compares them with the page.`,
  },
  {
    verdict: 'suspect',
    reasons: {
      'redirect-to-root': 'it redirects to a home page',
      'redirect-to-parent': 'it redirects to a parent page that does not mention the entry',
    },
    evidence: 'The URL of a page redirects to the home page, or to a parent page that does not mention the entry.',
    todo: 'Search the site for the page. If you mean the home page or the parent page, link to it directly.',
  },
  {
    verdict: 'suspect',
    reasons: {
      expired: 'the invitation has expired',
    },
    evidence: 'The page says that the invitation is no longer valid.',
    todo: 'Ask the community for an invitation that does not expire, and link that.',
  },
  {
    verdict: 'suspect',
    reasons: {
      login: 'it redirects to a login page',
    },
    evidence: 'It redirects to a login page, or the page shows only a login form.',
    todo: 'Link to a public page. If a login is expected, put `<!-- listwright-ignore-link -->` above the entry.',
  },
  {
    verdict: 'suspect',
    reasons: {
      recreated: 'the original repository was deleted, and a different one now uses its name',
    },
    evidence:
      'The ledger has a different ID for this repository name: the original repository was deleted, and another was created under the same name.',
    todo: 'Check who created it and what it does before you keep the link: reused names are a way to spread malicious code.',
  },
  {
    verdict: 'suspect',
    reasons: {
      legal: 'it is unavailable for legal reasons (451)',
    },
    evidence: 'The status is 451. If GitHub itself returns it, the link is `broken`.',
    todo: 'Read the notice on the page. It may be available in other countries.',
  },
  {
    verdict: 'moved',
    reasons: {
      'permanent-redirect': 'it redirects permanently',
      renamed: 'the repository was renamed',
    },
    evidence:
      'Every redirect was permanent (301, 308) and the final URL is alive; or the API of the host reports the new name.',
    todo: '`--fix` writes the new URL where that is safe; `--fix=unsafe` also writes it where the change needs review.',
  },
  {
    verdict: 'unreachable',
    reasons: {
      timeout: 'the server did not respond in time',
    },
    evidence: 'No response came within `--timeout`, redirects included, after all retries.',
    todo: `${wait} For a slow site, raise \`--timeout\`; if many sites time out at once, lower \`--concurrency\`: your own connection may be saturated.`,
  },
  {
    verdict: 'unreachable',
    reasons: {
      'http-5xx': 'the server responded with an error',
      refused: 'the server refuses connections',
      reset: 'the server closed the connection',
      malformed: 'the response is not HTTP',
      'headers-too-large': 'the response headers are too large',
      'dns-failure': 'its host name could not be looked up',
      proxy: 'the proxy cannot reach it',
      saturated: 'this machine ran out of network connections',
    },
    evidence:
      'The server responds with an error, refuses or closes the connection, or its response is not HTTP; or the host name could not be looked up; or the problem is local: the proxy, or too many open files.',
    todo: wait,
  },
  {
    verdict: 'unreachable',
    reasons: {
      'network-lost': 'the network connection was lost during the run',
      intercepted: 'the network responds in place of the site',
      'no-route': 'this machine has no route to it',
      'proxy-refused': 'the proxy refuses the request',
    },
    evidence:
      'Sites or host names that responded earlier in the run no longer do. Or unrelated sites all redirect to one login page, all show one error page, or all have certificates from one unknown authority, and no site responds otherwise; or the status is 511. Or this machine cannot reach the address, for example because it has no IPv6; or the proxy requires a login, or does not allow the site. It does not count as a failure of the link.',
    todo: 'Run it again when the network works, or on another machine. If a company proxy or an antivirus program decrypts HTTPS, pass its certificate with `--cacert`.',
  },
  {
    verdict: 'unreachable',
    reasons: {
      'rate-limited': 'the site limits requests',
    },
    evidence:
      'The host responds with 429, or asks for a wait longer than the run allows. Its remaining links are not checked. However often it happens, the link does not become `broken`.',
    todo: 'Lower `--per-host`, check in parts with `--shard`, and keep the ledger. For GitHub, set `GITHUB_TOKEN`: one API request then checks a hundred repositories.',
  },
  {
    verdict: 'unverifiable',
    reasons: {
      'bot-wall': 'it blocks automated requests',
    },
    evidence:
      'The response shows a sign of bot protection, whatever its status; or the site is known to redirect bots to its login.',
    todo: protectedSite,
  },
  {
    verdict: 'unverifiable',
    reasons: {
      'http-401': 'it requires a login (401)',
      'http-403': 'the server denies access (403)',
      'http-4xx': 'the server rejects the request (4xx)',
      'http-3xx': 'it redirects, but gives no target URL',
      'redirect-to-scheme': 'it redirects to a non-web URL',
      'not-accepted': 'its HTTP status is not allowed by --accept',
    },
    evidence:
      'The status is 401, 403 or another 4xx that says nothing about the page; or it is a redirect without a web URL; or a success that `--accept` does not allow.',
    todo: `${protectedSite} If it is your own site, send a header: \`--header 'docs.example=authorization: Bearer …'\`. \`--accept 200..299,403\` makes 403 count as alive on every site.`,
  },
  {
    verdict: 'unverifiable',
    reasons: {
      spa: 'the site returns the same page for every URL',
    },
    evidence:
      'The site returns the same page for every URL and fills it in with JavaScript; or its 404 page only redirects to the application.',
    todo: protectedSite,
  },
  {
    verdict: 'unverifiable',
    reasons: {
      'vantages-differ': 'it is broken from one network and alive from another',
    },
    evidence: 'Two reports or ledgers from different networks contradict each other.',
    todo: protectedSite,
  },
  {
    verdict: 'unverifiable',
    reasons: {
      'not-a-page': 'the URL is not meant to be opened and returns 404 by design',
      'guessed-redirect': 'it redirects to a URL that is not valid UTF-8',
    },
    evidence:
      'The server returns 404 by design (protected email addresses, XML namespaces, hosts that only serve files). Or the target of a redirect is not valid UTF-8.',
    todo: protectedSite,
  },
  {
    verdict: 'unverifiable',
    reasons: {
      forbidden: 'its owner does not allow access to it',
      'private-or-missing': 'the project is private or does not exist',
      'not-embeddable': 'the site does not let automated checks see whether the page exists',
      'archive-unsure': 'the archive does not say whether it has this copy',
    },
    evidence: 'The API of the host responds, but does not say whether the repository or page exists.',
    todo: 'Open it in a browser without being logged in. For `forbidden`, use a token that may read the organization, or no token.',
  },
  {
    verdict: 'skipped',
    reasons: {
      excluded: 'it is excluded by the settings',
      scheme: 'it is not a web URL, and only those are checked',
      offline: 'the network was not used',
      pending: 'it has not been checked yet',
      'no-files': 'it is a relative link, and the files of the list are not available',
      interrupted: 'the run was interrupted',
    },
    evidence:
      'It was not checked: the settings exclude it, it is not a web URL, there was no network, the run was interrupted, or it is a relative link and the files next to the list are not available.',
    todo: 'Usually nothing. To check an excluded link, use `--include`. After an interruption, run it again: it continues from the ledger.',
  },
  {
    verdict: 'skipped',
    reasons: {
      capped: 'the pull request adds more links than one run checks',
    },
    evidence: 'A pull request adds more than 1,000 new links, or more than 200 to one domain.',
    todo: 'Nothing: the weekly audit checks the rest. To change these limits, set `caps` in the configuration on the base branch.',
  },
  {
    verdict: 'skipped',
    reasons: {
      'private-address': 'it leads to a private network address',
    },
    evidence: 'Its host, a redirect target, or the IP address that it resolves to is loopback, private or link-local.',
    todo: 'Link to a public address. For a list inside a company, pass `--allow-private`; to skip a single host, use `--exclude`.',
  },
  {
    verdict: 'skipped',
    reasons: {
      placeholder: 'it is a placeholder URL',
      'invalid-url': 'the URL cannot be parsed',
    },
    evidence: 'The URL is a placeholder, or cannot be parsed. A lint rule reports it as well.',
    todo: 'Use the intended URL.',
  },
] as const satisfies readonly Remedy[];

type Keys<Row> = Row extends { readonly reasons: infer Reasons } ? keyof Reasons & string : never;

/** A stable kebab-case word for why a link has its verdict. */
export type Reason = Keys<(typeof table)[number]>;

/** Every reason, with its evidence and its remedy. */
export const remedies: readonly Remedy[] = table;

const words = new Map<string, string>(remedies.flatMap(({ reasons }) => Object.entries(reasons)));

/** A reason in words that follow "because" or a colon; one of another version, which has no words here, unchanged. */
export function reasonWords(reason: string): string {
  return words.get(reason) ?? reason.replaceAll('-', ' ');
}

/** The reason of a verdict in words, with its status where that says more. */
export function reasonWithStatus({
  reason,
  status,
}: {
  readonly reason: string | null;
  readonly status: number | null;
}): string {
  if (reason === null) return status === null ? 'it does not respond' : `it responds with status ${status}`;
  if (reason === 'http-5xx' && status !== null) return `the server responded with an error (${status})`;
  const isUnworded = reason.startsWith('http-') && !words.has(reason);
  return status !== null && (reason === 'http-4xx' || isUnworded)
    ? `it responds with status ${status}`
    : reasonWords(reason);
}

/** Reasons that rules of lint report without a check of links. */
export const lintReasons: ReadonlySet<string | null> = new Set([
  'placeholder',
  'invalid-url',
  'missing-file',
  'missing-anchor',
]);
