import { type Remedy, remedies } from '../../src/model/reasons.js';
import type { VerdictName } from '../../src/model/verdict-names.js';
import { baselineName } from '../../src/model/version.js';

/** The verdicts in the order of the page, each with what it says as a paragraph. */
const says: readonly (readonly [VerdictName, string])[] = [
  [
    'alive',
    'It answers, and as meant. A note may stand beside it: `temporary-redirect`, `archived` (the repository is read-only), `deprecated` (the package is), or `incomplete-certificate-chain`.',
  ],
  ['moved', 'It answers under a new address, and says that the old one is not to be used any more. A warning.'],
  ['broken', 'There is hard evidence that it is gone, seen twice. An error: it fails the run.'],
  ['suspect', 'It answers, but hardly as meant. A person has to look. A warning.'],
  ['unreachable', 'No usable answer now. It may be there again tomorrow, so it never fails a run. A warning.'],
  [
    'unverifiable',
    'The site refuses to tell a program. That is no fault of the list, and no evidence against the link. A note.',
  ],
  ['skipped', 'It was not asked, so nothing is said of it.'],
];

/** The page on verdicts and their reasons: the words come from the code. */
export function verdictsPage(): string {
  return `# Verdicts and reasons

<!-- Made by npm run sync from scripts/sync/verdicts-page.ts and src/model/reasons.ts; edit there. -->

Each link has a verdict, a reason, and the evidence in sentences. \`--verbose\` prints the evidence of each, \`--reporter json\` has it in \`links[].evidence\`, and so has the page of \`--reporter html\`. This page says what earns a verdict and what you can do about it. [How links are checked](links.md) tells how the answers are got.

${says.map(([verdict]) => `- [${verdict}](#${verdict})`).join('\n')}
- [When you know better](#when-you-know-better)

${says.map(([verdict, words]) => section(verdict, words)).join('\n\n')}

## When you know better

From the narrowest to the widest:

| you want | write |
| --- | --- |
| this one link left alone | \`<!-- listwright-ignore-link -->\` above its entry |
| addresses of one kind not asked | \`exclude: ['^https://intranet\\\\.example/']\` in the configuration |
| one finding silenced, the link still asked | \`<!-- listwright-disable-next-line link-suspect -->\` |
| a status that means "there" | \`--accept 200..299,403\` |
| a header for one host | \`--header 'docs.example=authorization: Bearer …'\` |
| what is known today not to count | \`--update-baseline\`, once; \`${baselineName}\` is read from then on |
| another severity for a verdict | \`--rule link-unreachable=info\`, for each verdict the rule \`link-<verdict>\` |

A verdict that is wrong is a fault of ours: please open an issue with its evidence.
`;
}

function section(verdict: VerdictName, words: string): string {
  return [`## ${verdict}`, words, ...remedies.filter((each) => each.verdict === verdict).map(paragraph)].join('\n\n');
}

function paragraph({ reasons, evidence, todo }: Remedy): string {
  const rows = Object.entries(reasons).map(([reason, words]) => `- \`${reason}\`: ${words}`);
  return `${rows.join('\n')}\n\n**Evidence.** ${evidence}\n\n**What to do.** ${todo}`;
}
