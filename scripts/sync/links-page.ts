import type { Site } from '../../src/links/sites/site.js';

/** The page that explains how links are checked: the text is here, the names of the sites come from the code. */
export function linksPage(sites: readonly Site[]): string {
  const names = sites.map(({ name }) => `\`${name}\``).join(', ');
  return `# How links are checked

<!-- Made by npm run sync from scripts/sync/links-page.ts and the code; edit there. -->

## Requests

Each URL is checked once per run, however many lists and entries link to it; URLs that differ only in their fragment share a request. A request is a GET with its own user agent (\`--user-agent\`). Only the beginning of a page is read, or all of it if a fragment is looked up.

Some sites are checked through their API, because it knows more than the page: ${names}. A response counts only if it has the expected format; if the API answers with a web page, a bot challenge or an error, the ordinary page is checked. GitHub needs a token (\`GITHUB_TOKEN\` or \`GH_TOKEN\`); one call then checks a hundred repositories and also reports which were archived or renamed. Without a token, the pages are requested at a low rate. The token is sent only to the origins of \`GITHUB_API_URL\` and \`GITHUB_GRAPHQL_URL\`. Packages of npm are looked up in the registry that your own npm is configured for; an \`.npmrc\` in the folder of the list is not read.

## Evidence

A page with signs of bot protection is \`unverifiable\`, whatever its status. Temporary failures are retried up to \`--retries\` times. A link that seems \`broken\` is checked again after \`--confirm-after\` over a new connection, and the second result counts. The second request has headers like those of a browser, since some servers answer programs with 404. Its user agent still names listwright, in the form that crawlers of search engines use; one set with \`--user-agent\` is sent unchanged. A link that fails without proof that it is gone is \`unreachable\`, and becomes \`broken\` only after three failures over seven days (\`deadAfter\` in the configuration).

A page can answer 200 and still be gone. It is \`suspect\` if its whole title or heading says so, if the site returns the same page for a URL that cannot exist, if a deep URL ends at the front page or a login, if another site has taken over the domain and mentions nothing from the entry, or if a server shows its default page instead of a site.

Each verdict has a \`reason\`; [verdicts and reasons](verdicts.md) lists all of them. New ones may be added.

## The ledger

The ledger stores earlier verdicts as JSON Lines in your cache folder (\`--ledger\` selects another file, \`--no-ledger\` uses none). An \`alive\` or \`moved\` verdict younger than \`--max-age\` is reused; \`unverifiable\` is reused for half of that time, and failures are always checked again. For an older page, the request asks whether it has changed. If a run is killed, only the requests in progress are lost. Invalid lines are ignored and reported; a file that is not a ledger is refused and stays unchanged. The ledger cannot make a verdict valid for longer than its age allows; [each key of a line](decisions/ledger.md) is documented.

## Rate limits

At most \`--per-host\` requests go to one host at a time, fewer if it slows down; platforms such as medium.com count as one host. If a host asks to wait, no request is sent before that time, and then only one at first. If a host allows no more requests in this run, its remaining links are \`unreachable\`.

## Safety

No link or redirect reaches a loopback, private or link-local address, whatever its name resolves to, unless you use \`--allow-private\`. Only API URLs from the environment and targets of \`--connect-to\` may be private. Bodies, headers, redirects and times are limited, and control characters are removed from untrusted text. Behind a proxy, the proxy resolves names and has to block private addresses itself. See [security](security.md).

## Shards

\`--shard 2/4\` checks the second of four parts; all links of one host are in the same part. \`listwright merge\` merges the reports and the ledgers of all parts into those of one run. The [weekly audit](ci.md#the-whole-list-once-a-week) does this in GitHub Actions.
`;
}
