import type { Site } from '../../src/links/sites/site.js';

/** The page that explains how links are checked: the text is here, the names of the sites come from the code. */
export function linksPage(sites: readonly Site[]): string {
  const names = sites.map(({ name }) => `\`${name}\``).join(', ');
  return `# How links are checked

<!-- Made by npm run sync from scripts/sync/links-page.ts and the code; edit there. -->

## Requests

Each URL is checked once per run, however many lists and entries link to it; URLs that differ only in their fragment share a request. Requests use the method GET and a user agent that names listwright (\`--user-agent\` sets another). Only the beginning of a page is read, or all of it if a fragment is looked up.

Some sites are checked through their API, because it knows more than the page: ${names}. A response counts only if it has the expected format; if the API returns a web page, a bot challenge or an error, the ordinary page is checked. GitHub needs a token (\`GITHUB_TOKEN\` or \`GH_TOKEN\`); one call then checks a hundred repositories and also reports which were archived or renamed. Without a token, the pages are requested at a low rate. The token is sent only to the origins of \`GITHUB_API_URL\` and \`GITHUB_GRAPHQL_URL\`. npm packages are looked up in the registry of your own npm configuration; an \`.npmrc\` in the folder of the list is not read.

## Evidence

A page with signs of bot protection is \`unverifiable\`, whatever its status. Temporary failures are retried up to \`--retries\` times. A link that seems \`broken\` is checked again after \`--confirm-after\` over a new connection, and the second result counts. The second request has headers like those of a browser, because some servers return 404 to programs. Its user agent still names listwright, in the form that search engine crawlers use; a user agent set with \`--user-agent\` is sent unchanged. A link that fails without proof that it is gone is \`unreachable\`, and becomes \`broken\` only after three failures over seven days (\`deadAfter\` in the configuration).

A URL can return 200 although its page is gone. It is \`suspect\` if the whole title or heading says that the page is gone, if the site returns the same page for a URL that cannot exist, if the URL of a subpage redirects to the home page or a login, if another site has taken over the domain and mentions nothing from the entry, or if a server shows its default page instead of a site.

Each verdict has a \`reason\`; [verdicts and reasons](verdicts.md) lists all reasons. Later versions may add more.

## The ledger

The ledger stores earlier verdicts as JSON Lines in your cache folder (\`--ledger\` selects another file, \`--no-ledger\` uses none). An \`alive\` or \`moved\` verdict younger than \`--max-age\` is reused; \`unverifiable\` is reused for half of that time, and failures are always checked again. Older results are checked with conditional requests if the site supports them. If a run is killed, only the requests in progress are lost. Invalid lines are ignored and reported; a file that is not a ledger is refused and stays unchanged. No content of the ledger can extend the time for which a verdict is valid. [The ledger: format and trust](decisions/ledger.md) documents each key.

## Rate limits

At most \`--per-host\` requests go to one host at a time, fewer if it slows down. Platforms such as medium.com count as one host. If a host asks to wait, no request is sent before that time, and then only one at first. If a host allows no more requests in this run, its remaining links are \`unreachable\`.

## Safety

No link or redirect reaches a loopback, private or link-local address, whatever its name resolves to, unless you use \`--allow-private\`. Only API URLs from the environment and targets of \`--connect-to\` may be private. Bodies, headers, redirects and times are limited, and control characters are removed from untrusted text. Behind a proxy, the proxy resolves names and has to block private addresses itself. See [security](security.md).

## Shards

\`--shard 2/4\` checks the second of four parts; all links of one host are in the same part. \`listwright merge\` merges the reports of all parts into one, and the ledgers of all parts into one. The [weekly audit](ci.md#the-whole-list-once-a-week) does this in GitHub Actions.
`;
}
