import type { Site } from '../../src/links/sites/site.js';

/** The page that explains how links are checked: the prose stands here, the tables come from the code. */
export function linksPage(sites: readonly Site[]): string {
  const names = sites.map(({ name }) => `\`${name}\``).join(', ');
  return `# How links are checked

<!-- Made by npm run sync from scripts/sync/links-page.ts and the code; edit there. -->

## What is asked

Each address is asked once a run, however many lists and entries link to it: addresses that differ only in their fragment share a request. A request is a GET with a name of its own (\`--user-agent\`); the top of the page is read, and all of it where a fragment is looked for.

Some sites know more than their pages show, and are asked by their own interface: ${names}. An interface is believed only in its own form; where it answers with a page, a wall or an error, the ordinary page is asked. GitHub needs a token (\`GITHUB_TOKEN\` or \`GH_TOKEN\`) and then answers for a hundred repositories in one call, which also tells what was archived or renamed. Without one its pages are asked, politely. The token goes to the origins of \`GITHUB_API_URL\` and \`GITHUB_GRAPHQL_URL\` and to no other. Packages of npm are asked of the registry that your own npm is set up for; an \`.npmrc\` in the list's folder is not read.

## What is believed

A page that bears the mark of a wall against robots is \`unverifiable\`, whatever its status. What fails for now is asked again, up to \`--retries\` times. What seems \`broken\` is asked once more after \`--confirm-after\`, over a new connection, and the second answer counts. What fails without evidence is \`unreachable\`, and becomes \`broken\` only after three failures over seven days (\`deadAfter\` in the configuration).

A page can answer 200 and not be there. It is \`suspect\` when its title or heading says so in whole, when the site returns the same page for a URL that cannot exist, when a deep address ends at the front page or at a login, and when another site has taken the domain and speaks of nothing the entry names.

Each verdict has a \`reason\`, one of the words in [verdicts and reasons](verdicts.md). New ones may be added.

## What is remembered

The ledger is a file of JSON Lines in your cache folder (\`--ledger\` names another, \`--no-ledger\` keeps none). An \`alive\` or \`moved\` verdict younger than \`--max-age\` is not asked again; a wall is asked again after half of that, and what failed every time. An older page is asked whether it has changed. A run that is killed loses nothing but what was being asked at that moment. Lines that do not fit are left out and told; a ledger cannot make a verdict live longer than its age allows.

## Politeness

At most \`--per-host\` requests go to one host at a time, fewer when it slows down; platforms such as medium.com count as one host. When a host asks for patience, nobody goes there before the time it named, then one goes first. A host that allows no more in this run is left alone, and its links are \`unreachable\`.

## Safety

No link and no redirect reaches a loopback, private or link-local address, whatever its name resolves to, unless \`--allow-private\` says so. Only addresses that the environment names for an interface, and targets of \`--connect-to\`, may be private. Bodies, headers, redirects and times are limited; text from outside is shown without controls. Behind a proxy, names are resolved by the proxy, which then has to guard them.

## In parts

\`--shard 2/4\` checks the second of four parts; all links of one host fall into one part. \`listwright merge\` joins the reports, and the ledgers, of all parts into those of one run. The [weekly audit](ci.md#the-whole-list-once-a-week) does so in GitHub Actions.
`;
}
