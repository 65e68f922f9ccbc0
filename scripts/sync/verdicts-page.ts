import { reasonWords } from '../../src/model/reason.js';
import { type VerdictName, verdictNames } from '../../src/model/verdict.js';

/** What each verdict says and asks for. */
const verdicts: Readonly<
  Record<VerdictName, { readonly says: string; readonly asks: string; readonly severity: string }>
> = {
  broken: {
    says: 'There is hard evidence that it is gone, seen twice and some time apart: a 404 or 410, a name that does not exist, an interface that says so.',
    asks: 'Take the entry out, or find where it went. `--archive` looks up an archived copy, and `--fix=unsafe` writes it.',
    severity: 'error',
  },
  suspect: {
    says: 'It answers, but not as meant: it lands on a front page or a login, says that nothing is there, or belongs to somebody else by now.',
    asks: 'Open it and look. Where it is right after all, `<!-- listwright-ignore-link -->` before the entry says so.',
    severity: 'warning',
  },
  moved: {
    says: 'Every redirect was permanent and the end is alive, or the host says that it was renamed.',
    asks: '`--fix` writes the new address where that is safe; where it is not, the report shows it.',
    severity: 'warning',
  },
  unreachable: {
    says: 'There was no usable answer now. That is no evidence: sites have bad days.',
    asks: 'Nothing at first. It becomes `broken` after three failures over seven days (`deadAfter`), which the ledger counts.',
    severity: 'warning',
  },
  unverifiable: {
    says: 'The site refuses to tell a program. A person with a browser most likely sees the page.',
    asks: 'Nothing. It never fails a run. Whoever wants to be sure opens it now and then.',
    severity: 'info',
  },
  skipped: {
    says: 'It was not asked: excluded, another scheme than http, a private address, or offline.',
    asks: 'Nothing, unless it should have been asked.',
    severity: 'none',
  },
  alive: { says: 'It answers, and as meant.', asks: 'Nothing.', severity: 'none' },
};

/** Reasons that somebody meets and wonders about, with what helps; those that are plain need no words. */
const help: readonly { readonly title: string; readonly reasons: readonly string[]; readonly text: string }[] = [
  {
    title: 'It works in my browser, and is unverifiable',
    reasons: ['bot-wall', 'http-403', 'http-401', 'legal', 'not-embeddable', 'spa', 'private-or-missing'],
    text: 'Sites tell programs from people by more than a name, and listwright does not pretend to be a browser: it would be refused tomorrow, and the site has said what it wants. The verdict is information and fails nothing. `-q` hides it. To leave such a site out, name it in `exclude`; where it lets you in with a key, `header` sends one to that host alone.',
  },
  {
    title: 'It works in my browser, and is broken',
    reasons: ['http-404', 'http-410', 'soft-404', 'tls-expired', 'tls-invalid', 'dns', 'missing-anchor'],
    text: 'Look at the evidence (`--verbose`, or the page of `-r html`): it names each answer and when it came. A page may be there for those who are logged in, or for some countries, and answer 404 to all others. Browsers fill in certificates that a server forgets to send; listwright tells that apart from one that has expired. A fragment is looked for in what the server sends: an anchor that a script makes later cannot be seen, and such pages are `unverifiable` when they say that they need a script. If the evidence is wrong, that is a bug of listwright: please report the address.',
  },
  {
    title: 'It is unreachable, again and again',
    reasons: [
      'timeout',
      'http-5xx',
      'refused',
      'reset',
      'dns-failure',
      'malformed',
      'headers-too-large',
      'network-lost',
    ],
    text: 'Try with `--timeout 30s`, or from another network: some hosts turn away whole data centres, and the runners of GitHub are in one. What fails for three runs over seven days becomes `broken`, so keep the ledger between runs; in GitHub Actions the workflow that `init` writes does so.',
  },
  {
    title: 'It is rate-limited',
    reasons: ['rate-limited'],
    text: 'The host was asked too often, by you or by others at your address. listwright waits as the host asked, and leaves it alone where that takes too long. Fewer at a time (`--per-host 2`) help, and so does the ledger, which asks only for what is due. For links to GitHub set `GITHUB_TOKEN`: a hundred repositories are then one call.',
  },
  {
    title: 'It is suspect, and right',
    reasons: ['redirect-to-root', 'redirect-to-parent', 'login', 'hijacked', 'parked', 'recreated'],
    text: 'A deep address that ends at a front page has lost what it led to, mostly. Where a site has moved its content there, link to the front page. `hijacked` needs two things: the domain changed hands or language, and nothing of the entry is on the page. A description in the words of the page helps listwright as it helps readers. Otherwise `<!-- listwright-ignore-link -->`.',
  },
  {
    title: 'It moved, and --fix leaves it',
    reasons: ['permanent-redirect', 'renamed', 'redirect-to-scheme'],
    text: 'An address is written only when every hop was permanent, the end is alive, the registrable domain is the same (or the host says that it is the same thing), the fragment survives, and the end is no login, front page or consent page. The others are yours to judge; the report shows both addresses.',
  },
  {
    title: 'It was not asked',
    reasons: ['private-address', 'capped', 'not-accepted', 'no-such-site', 'service-closed'],
    text: 'A link to a loopback, private or link-local address is not followed unless `--allow-private` says so, since whoever writes a list could reach into your network with it. A pull request may bring so many links and no more (`caps`); the next check of the whole list asks for the others.',
  },
];

/** The page that explains verdicts and reasons, and helps with each. */
export function verdictsPage(): string {
  const rows = verdictNames.map((name) => `| \`${name}\` | ${verdicts[name].says} | ${verdicts[name].severity} |`);
  const asked = verdictNames.filter((name) => name !== 'alive').map((name) => `- \`${name}\`: ${verdicts[name].asks}`);
  const helpOf = (reason: string): string => {
    const found = help.find(({ reasons }) => reasons.includes(reason));
    return found === undefined ? '' : `[${found.title}](#${anchor(found.title)})`;
  };
  const reasons = Object.entries(reasonWords).map(([word, means]) => `| \`${word}\` | ${means} | ${helpOf(word)} |`);
  const sections = help.map(
    ({ title, reasons: about, text }) =>
      `### ${title}\n\n${about.map((reason) => `\`${reason}\``).join(', ')}\n\n${text}\n`,
  );
  return `# Verdicts and reasons

<!-- Made by npm run sync from scripts/sync/verdicts-page.ts and the code; edit there. -->

Most checkers say alive or dead. The honest answer is often another one, and a red run because of a slow site is how people come to switch a checker off. So there are seven verdicts, and only \`broken\` is an error.

| verdict | it says | severity |
| --- | --- | --- |
${rows.join('\n')}

What to do:

${asked.join('\n')}

Each verdict comes with its evidence in sentences, oldest first, in every report. How they are found: [How links are checked](links.md).

## When you wonder

${sections.join('\n')}
## Reasons

The \`reason\` of a verdict is one of these words. New ones may be added.

| reason | it means | more |
| --- | --- | --- |
${reasons.join('\n')}
`;
}

/** The anchor that GitHub gives these headings. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-');
}

/** The reasons that the page speaks of, for its test. */
export const helped: readonly string[] = help.flatMap(({ reasons }) => reasons);
