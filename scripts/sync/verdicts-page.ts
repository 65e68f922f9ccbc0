import { type Remedy, remedies } from '../../src/model/reasons.js';
import type { VerdictName } from '../../src/model/verdict-names.js';
import { baselineName } from '../../src/model/version.js';

/** The verdicts in the order of the page, each with its meaning. */
const says: readonly (readonly [VerdictName, string])[] = [
  [
    'alive',
    'The link works as expected. A note may be added: `temporary-redirect`, `archived` (the repository is read-only), `deprecated` (the package is), or `incomplete-certificate-chain`.',
  ],
  [
    'moved',
    'The site redirects permanently to a new URL that is alive. A warning. `--fix` writes the new URL where the URLs show that it is the same page: not for another language, version or edition, nor another site. Two notes prevent it as well: `varying-redirect` (another request led elsewhere) and `unnamed-target` (the new page does not mention the entry).',
  ],
  ['broken', 'Confirmed gone by two checks. An error: it fails the run.'],
  ['suspect', 'The link answers, but probably not with the expected page. Open it and see. A warning.'],
  ['unreachable', 'No usable answer today. It may work again tomorrow, so it never fails a run. A warning.'],
  [
    'unverifiable',
    'The site blocks automated checks. This says nothing about the link, and it is not a problem of the list. A note.',
  ],
  ['skipped', 'The link was not checked, so there is no verdict.'],
];

/** The page on verdicts and their reasons: the words come from the code. */
export function verdictsPage(): string {
  return `# Verdicts and reasons

<!-- Made by npm run sync from scripts/sync/verdicts-page.ts and src/model/reasons.ts; edit there. -->

Each link has a verdict, a reason and evidence. \`--verbose\` and \`--reporter html\` show the evidence, and \`--reporter json\` has it in \`links[].evidence\`. This page explains what leads to each verdict and what you can do about it. [How links are checked](links.md) explains the requests.

${says.map(([verdict]) => `- [${verdict}](#${verdict})`).join('\n')}
- [Overriding a verdict](#overriding-a-verdict)

${says.map(([verdict, words]) => section(verdict, words)).join('\n\n')}

## Overriding a verdict

From the narrowest to the widest:

| to | use |
| --- | --- |
| not check the links of one entry | \`<!-- listwright-ignore-link -->\` above the entry |
| not check URLs of one kind | \`exclude: ['^https://intranet\\\\.example/']\` in the configuration |
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
