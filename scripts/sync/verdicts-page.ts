import { type Remedy, remedies } from '../../src/model/reasons.js';
import type { VerdictName } from '../../src/model/verdict-names.js';
import { baselineName } from '../../src/model/version.js';

/** The verdicts in the order of the page, each with its meaning. */
const says: readonly (readonly [VerdictName, string])[] = [
  [
    'alive',
    'The link works as expected. A note may be added: `temporary-redirect`, `archived` (the repository is read-only), `deprecated` (the package is deprecated), or `incomplete-certificate-chain`.',
  ],
  [
    'moved',
    'The site redirects permanently to a new URL that is alive. This is a warning. `--fix` updates the URL if the two URLs show that the page is the same, but not to another language, version, edition or site. Two notes also prevent the fix: `varying-redirect` (a second request led elsewhere) and `unnamed-target` (the new page does not mention the entry).',
  ],
  [
    'broken',
    'The page is gone, as two checks confirmed, or the link failed in three runs over at least seven days. This is an error and fails the run.',
  ],
  ['suspect', 'The link works, but probably leads to another page than intended. Open it to check. This is a warning.'],
  ['unreachable', 'There was no usable response today. The link may work again tomorrow, so this is only a warning.'],
  [
    'unverifiable',
    'The site blocks automated checks. The link may work or not; the list need not change. The severity is `info`.',
  ],
  ['skipped', 'The link was not checked, so there is no verdict.'],
];

/** The page on verdicts and their reasons: the words come from the code. */
export function verdictsPage(): string {
  return `# Verdicts and reasons

<!-- Made by npm run sync from scripts/sync/verdicts-page.ts and src/model/reasons.ts; edit there. -->

Each link has a verdict, a reason and evidence. \`--verbose\` and \`--reporter html\` show the evidence, and \`--reporter json\` contains it in \`links[].evidence\`. This page explains the cause of each verdict and what you can do about it. [How links are checked](links.md) explains the requests.

${says.map(([verdict]) => `- [${verdict}](#${verdict})`).join('\n')}
- [Overriding a verdict](#overriding-a-verdict)

${says.map(([verdict, words]) => section(verdict, words)).join('\n\n')}

## Overriding a verdict

From the narrowest to the widest effect:

| goal | use |
| --- | --- |
| skip the links of one entry | \`<!-- listwright-ignore-link -->\` above the entry |
| skip URLs that match a pattern | \`exclude: ['^https://intranet\\\\.example/']\` in the configuration |
| ignore one finding, but still check the link | \`<!-- listwright-disable-next-line link-suspect -->\` |
| accept more status codes as alive | \`--accept 200..299,403\` |
| send a header to one host | \`--header 'docs.example=authorization: Bearer …'\` |
| accept all current findings | \`--update-baseline\`, once; later runs read \`${baselineName}\` |
| change the severity of a verdict | \`--rule link-unreachable=info\`; the rules are named \`link-<verdict>\` |

A wrong verdict is a bug: please open an issue with its evidence.
`;
}

function section(verdict: VerdictName, words: string): string {
  return [`## ${verdict}`, words, ...remedies.filter((each) => each.verdict === verdict).map(paragraph)].join('\n\n');
}

function paragraph({ reasons, evidence, todo }: Remedy): string {
  const rows = Object.entries(reasons).map(([reason, words]) => `- \`${reason}\`: ${words}`);
  return `${rows.join('\n')}\n\n**Evidence.** ${evidence}\n\n**What to do.** ${todo}`;
}
