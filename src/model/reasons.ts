import type { VerdictName } from './verdict-names.js';

/** What stands behind reasons of verdicts, and what a maintainer can do about them. */
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

const gone =
  'Find where it went and write that address, or remove the entry. `--archive` looks up a copy that was kept.';
const wait =
  'Nothing at first: it is asked anew in the next run, and becomes `broken` after three failures over seven days. `deadAfter` sets both.';
const look = 'Open it in a browser. If it is as meant, put `<!-- listwright-ignore-link -->` above the entry.';
const wall =
  'Open it in a browser from time to time; nothing needs to be changed. `--rule link-unverifiable=off` hides all of these, and `--exclude` asks no more.';

/** Every reason, with its evidence and its remedy: the one table of reasons. */
const table = [
  {
    verdict: 'broken',
    reasons: {
      'http-404': 'the page is not there (404)',
      'http-410': 'the page was removed for good (410)',
    },
    evidence: 'The page answers so twice, the second time over a new connection, and bears no mark of a wall.',
    todo: gone,
  },
  {
    verdict: 'broken',
    reasons: {
      dns: 'its host name does not exist',
    },
    evidence: 'The resolver says twice that there is no such name (NXDOMAIN).',
    todo: `${gone} A name that only your own network knows belongs into \`exclude\`.`,
  },
  {
    verdict: 'broken',
    reasons: {
      'tls-expired': 'its certificate has expired',
      'tls-invalid': 'its certificate is not valid',
    },
    evidence:
      'The certificate is out of date, for another name, self-signed, or from an authority that nobody knows, twice. Where only an intermediate is missing, as browsers mend by themselves, the link is `alive`.',
    todo: 'Tell the owner of the site. If it is an authority of your own, name it with `--cacert`.',
  },
  {
    verdict: 'broken',
    reasons: {
      'redirect-loop': 'it redirects in a circle',
      'too-many-redirects': 'it redirects too often',
    },
    evidence:
      'It comes back to an address that it has led to before, or redirects more than 20 times, with cookies kept.',
    todo: gone,
  },
  {
    verdict: 'broken',
    reasons: {
      parked: 'the domain is for sale',
      'no-such-site': 'its host says that there is no such site',
      'service-closed': 'the service was shut down',
    },
    evidence:
      'The page offers the domain for sale; or the platform says that it hosts nothing under this name; or the service was shut down and the address fails.',
    todo: gone,
  },
  {
    verdict: 'broken',
    reasons: {
      'repo-missing': 'the repository is gone',
      'repo-disabled': 'GitHub has disabled the repository',
      'path-missing': 'the repository has no such file or folder',
      'issue-missing': 'the repository has no such issue or pull request',
      'discussion-missing': 'the repository has no such discussion',
      'release-missing': 'the repository has no such release',
      'wiki-page-missing': 'the wiki has no such page',
      'user-missing': 'there is no such user or organisation',
      'gist-missing': 'the gist is gone',
    },
    evidence:
      'The interface of GitHub, GitLab, or another host of code says so. It cannot see what is private: a private thing looks like a missing one.',
    todo: 'Look for a new home of the project, or remove the entry.',
  },
  {
    verdict: 'broken',
    reasons: {
      'package-missing': 'the registry has no such package',
      'doi-missing': 'there is no such DOI',
      'paper-missing': 'there is no such paper',
      'article-missing': 'there is no such article',
    },
    evidence: 'The registry, or the catalogue that gives out such names, does not know it.',
    todo: 'Look for a slip in the name; then for its successor.',
  },
  {
    verdict: 'broken',
    reasons: {
      'video-removed': 'the video is gone',
      'playlist-missing': 'the playlist is gone',
      'channel-missing': 'the channel is gone',
      'post-removed': 'the post was removed',
      'question-removed': 'the question was removed',
      'pen-missing': 'the pen is gone',
      'invite-expired': 'the invitation has expired',
    },
    evidence: 'The interface of the site, or the page with its words for it, says that the thing is gone.',
    todo: gone,
  },
  {
    verdict: 'broken',
    reasons: {
      'missing-file': 'there is no such file',
      'missing-anchor': 'the page has no such anchor',
    },
    evidence:
      'The file does not stand beside the list, or neither it nor the page on the web has such a heading or `id`.',
    todo: 'Mend the path or the anchor. Where a near one is there, it is offered as a fix.',
  },
  {
    verdict: 'suspect',
    reasons: {
      'soft-404': 'the page says that there is nothing here',
    },
    evidence:
      'It answers 200, but its title or heading says that nothing is there; or it gives the same page for an address that cannot exist.',
    todo: look,
  },
  {
    verdict: 'suspect',
    reasons: {
      'missing-text': 'the page does not contain the linked text',
    },
    evidence: 'The link has a text fragment (`#:~:text=`), and the page does not contain that text.',
    todo: 'Link the passage that replaced it, or remove the text fragment.',
  },
  {
    verdict: 'suspect',
    reasons: {
      hijacked: 'another site has taken the address',
    },
    evidence:
      'The page, or the other site that it leads to for good, speaks of nothing that the entry names. Such domains are bought for their old links.',
    todo: `Look carefully, and do not log in there. Remove the link, or write the project's new address. If the project only changed its name, change it in the entry: its words are what the page is compared with.`,
  },
  {
    verdict: 'suspect',
    reasons: {
      'redirect-to-root': "it leads to the site's front page",
      'redirect-to-parent': 'it leads to a page above it that does not speak of the entry',
    },
    evidence: 'A deep address ends at the front page, or at a page above it that does not speak of the entry.',
    todo: 'Search the site for the page. If the front page is what you mean, write its address.',
  },
  {
    verdict: 'suspect',
    reasons: {
      expired: 'the invitation has expired',
    },
    evidence: 'The page says that the invitation is no longer active.',
    todo: 'Ask the community for an invitation that does not expire, and link that.',
  },
  {
    verdict: 'suspect',
    reasons: {
      login: 'it leads to a login page',
    },
    evidence: 'It ends at a login page, or the page asks for a login and shows nothing else.',
    todo: 'Link something that readers may see. If a login is to be expected, put `<!-- listwright-ignore-link -->` above the entry.',
  },
  {
    verdict: 'suspect',
    reasons: {
      recreated: 'it was deleted, and somebody made another under its name',
    },
    evidence: 'The ledger remembers another id under this name: the old one was deleted, and somebody made a new one.',
    todo: 'Look at who made it, and at what it does, before you keep the link: this is a way to pass harmful code on.',
  },
  {
    verdict: 'suspect',
    reasons: {
      legal: 'it is withheld for legal reasons (451)',
    },
    evidence: 'The server answers 451. Where GitHub says so itself, the link is `broken`.',
    todo: 'Read the notice that comes with it. Elsewhere in the world the page may be there.',
  },
  {
    verdict: 'moved',
    reasons: {
      'permanent-redirect': 'it redirects for good',
      renamed: 'it was renamed',
    },
    evidence:
      'Every redirect was permanent (301, 308) and the end is alive; or the interface of the host tells the new name.',
    todo: '`--fix` writes the new address where that is safe, `--fix=unsafe` also where it needs a look.',
  },
  {
    verdict: 'unreachable',
    reasons: {
      timeout: 'the server does not answer in time',
    },
    evidence: 'No answer came within `--timeout`, redirects included, after the retries.',
    todo: `${wait} For a slow site, raise \`--timeout\`; if many sites do so at once, lower \`--concurrency\`: your own line may be full.`,
  },
  {
    verdict: 'unreachable',
    reasons: {
      'http-5xx': 'the server fails',
      refused: 'the server refuses connections',
      reset: 'the server breaks the connection off',
      malformed: 'it answers with something that is not HTTP',
      'headers-too-large': 'it answers with oversized headers',
      'dns-failure': 'its host name could not be looked up',
      proxy: 'the proxy does not lead there',
      saturated: 'this machine has no free connections',
    },
    evidence:
      'The server fails, refuses, breaks off, or answers with something that is not HTTP; or the resolver gives no clear answer; or the fault is on this side: the proxy, or too many open files.',
    todo: wait,
  },
  {
    verdict: 'unreachable',
    reasons: {
      'rate-limited': 'it allows no more requests for now',
    },
    evidence:
      'The host answers 429, or asks for a wait that is longer than the run. The rest of its links are not asked.',
    todo: 'Lower `--per-host`, check in parts with `--shard`, and keep the ledger. For GitHub set `GITHUB_TOKEN`: then it answers for a hundred repositories in one call.',
  },
  {
    verdict: 'unverifiable',
    reasons: {
      'bot-wall': 'it stops programs at a wall',
    },
    evidence:
      'The answer bears the mark of a wall against programs, whatever its status; or the site is known to send programs to its login.',
    todo: wall,
  },
  {
    verdict: 'unverifiable',
    reasons: {
      'http-401': 'it asks for a login (401)',
      'http-403': 'it forbids access (403)',
      'http-4xx': 'it refuses the request (4xx)',
      'http-3xx': 'it redirects to nowhere',
      'redirect-to-scheme': 'it redirects to something that is not the web',
      'not-accepted': 'its status is not one that --accept names',
    },
    evidence:
      'It answers 401, 403 or another 4xx that says nothing of the page; or a redirect that leads nowhere on the web; or a success that `--accept` does not name.',
    todo: `${wall} Where the site is yours, a header helps: \`--header 'docs.example=authorization: Bearer …'\`. \`--accept 200..299,403\` takes the status for alive, on every site.`,
  },
  {
    verdict: 'unverifiable',
    reasons: {
      spa: 'every address of the site answers alike',
    },
    evidence:
      'Every URL of the site gives the same shell, which a browser fills in; or its 404 page only forwards to the application.',
    todo: wall,
  },
  {
    verdict: 'unverifiable',
    reasons: {
      'vantages-differ': 'it is dead from one network and alive from another',
    },
    evidence: 'Two reports or ledgers from different vantages contradict each other.',
    todo: wall,
  },
  {
    verdict: 'unverifiable',
    reasons: {
      'not-a-page': 'the URL is not a page, and answers 404 by design',
      'guessed-redirect': 'it redirects to a URL in an unknown encoding',
    },
    evidence:
      'It answers 404, but the URL is known to do so by design (protected mail addresses, XML namespaces, hosts that only serve files); or a redirect on the way has bytes that are not UTF-8.',
    todo: wall,
  },
  {
    verdict: 'unverifiable',
    reasons: {
      forbidden: 'its owners let nobody ask about it',
      'private-or-missing': 'the project is private or gone, and the site does not tell which',
      'not-embeddable': 'the site says nothing of it to programs',
      'archive-unsure': 'the archive does not say whether it has this copy',
    },
    evidence: 'The interface of the host answers, but does not tell whether the thing is there.',
    todo: 'Open it in a browser without being logged in. For `forbidden`, use a token that may read the organisation, or none.',
  },
  {
    verdict: 'skipped',
    reasons: {
      excluded: 'the settings leave it out',
      scheme: 'only addresses of the web are asked',
      offline: 'no network was asked',
      pending: 'it is still to be asked',
      'no-files': 'the files beside the list are not here',
      interrupted: 'the run was interrupted',
      'network-lost': 'the network here was lost in the middle of the run',
    },
    evidence:
      'It was not asked: the settings leave it out, it is no address of the web, or there was no network, no time, or no folder to look in.',
    todo: 'Nothing. `--include` wins over `--exclude`; a run that was interrupted goes on where the ledger ends.',
  },
  {
    verdict: 'skipped',
    reasons: {
      capped: 'the pull request brings more links than are checked at once',
    },
    evidence: 'A pull request brings more than 1,000 new links, or 200 to one domain.',
    todo: 'The weekly audit asks the rest. `caps` in the configuration of the base sets the numbers.',
  },
  {
    verdict: 'skipped',
    reasons: {
      'private-address': 'it leads to a private address',
    },
    evidence: 'Its host, a redirect, or what its name resolves to is a loopback, private or link-local address.',
    todo: 'Link a public address. For a list inside a company pass `--allow-private`; `--exclude` leaves single hosts out.',
  },
  {
    verdict: 'skipped',
    reasons: {
      placeholder: 'it is the address of a template',
      'invalid-url': 'the address cannot be read',
    },
    evidence: 'The address is one that templates have, or cannot be read. A rule of lint reports it on its own.',
    todo: 'Write the address that is meant.',
  },
] as const satisfies readonly Remedy[];

type Keys<Row> = Row extends { readonly reasons: infer Reasons } ? keyof Reasons & string : never;

/** A stable kebab-case word for why a link has its verdict. */
export type Reason = Keys<(typeof table)[number]>;

/** Every reason, with its evidence and its remedy. */
export const remedies: readonly Remedy[] = table;

const words = new Map<string, string>(remedies.flatMap(({ reasons }) => Object.entries(reasons)));

/** A reason in words that follow "because" or a colon; one of another version, which has no words here, as it is. */
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
  if (reason === null) return status === null ? 'it does not answer' : `it answers with status ${status}`;
  if (reason === 'http-5xx' && status !== null) return `the server fails (${status})`;
  const isUnworded = reason.startsWith('http-') && !words.has(reason);
  return status !== null && (reason === 'http-4xx' || isUnworded)
    ? `it answers with status ${status}`
    : reasonWords(reason);
}

/** Reasons that rules of lint report without a check of links. */
export const lintReasons: ReadonlySet<string | null> = new Set([
  'placeholder',
  'invalid-url',
  'missing-file',
  'missing-anchor',
]);
