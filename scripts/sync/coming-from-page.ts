import type { Importer, ImporterRow } from '../../src/init/importers/importer.js';
import { importers } from '../../src/init/importers/importers.js';
import { aliases } from '../../src/lint/rule-aliases.js';
import { fixtures } from '../../test/awesome-lint/cases/all.js';

/** What a tool is, and how far it goes together with this one; by its name. */
const words: Readonly<Record<string, string>> = {
  'awesome-lint':
    'The preset `awesome-strict` reports an error wherever awesome-lint 2.3 fails, except for the cases listed below. Comments that disable its rules work unchanged.',
  lychee:
    'Its patterns and limits have the same meaning here. What differs is the verdict: a site that refuses programs is `unverifiable`, not an error, so most of the addresses in `.lycheeignore` can be asked again.',
  'markdown-link-check':
    'Its settings are in a file that each repository names as it likes; these names are looked for. Its comments in the text are not read.',
  awesome_bot:
    'It has flags alone: they are read where it is called, in workflows, `.travis.yml`, `Rakefile` and `Makefile`. What the shell would fill in is left.',
  markdownlint:
    'Only what a file says of a rule is taken over: a rule that is on by default there is not switched on here. Rules without a row have no counterpart; lists break no lines at 80 characters.',
  remark:
    'The plugins that awesome-lint turns on run here themselves, as `style/<name>`, with the options they have. Others can be brought along by `plugins`. Settings that are programs (`.remarkrc.js`) are named and left.',
};

/** The page for people who use another tool: the prose stands here, the tables come from the code. */
export function comingFromPage(): string {
  return `# Coming from another tool

<!-- Made by npm run sync from scripts/sync/coming-from-page.ts and src/init/importers; edit there. -->

\`listwright init\` reads the list, proposes a preset, and takes over what other tools were told: it writes \`listwright.config.yaml\`, with the reason above each line, and workflows for GitHub. It runs no code of the repository, asks no questions, and overwrites nothing without \`--force\`. \`--dry-run\` prints what it would write, and \`--baseline\` makes known what is found today, so that only new findings count.

What is left is said, with the reason. A dash in the tables below means that there is no such setting here.

${importers.map(section).join('\n\n')}
`;
}

function section({ name, source, files, rows }: Importer): string {
  const shown = files.map((file) => `\`${file}\``).join(', ');
  return `## ${name}

${words[name] ?? ''}

Read from ${shown}. [Its own documentation](${source}) says what they mean.

| ${name} | listwright | |
| --- | --- | --- |
${grouped(rows).map(line).join('\n')}${name === 'awesome-lint' ? awesomeRules() : ''}`;
}

/** What looks at the same things as the rules that awesome-lint has of its own. */
function awesomeRules(): string {
  const byRules = new Map<string, readonly string[]>();
  for (const [theirs, ours] of Object.entries(aliases)) {
    const links = ours.map((id) => `[${code(id)}](rules/${id}.md)`).join(', ');
    byRules.set(links, [...(byRules.get(links) ?? []), code(theirs)]);
  }
  const named = [...byRules].map(([links, theirs]) => `| ${theirs.join(', ')} | ${links} |`);
  return `

Its own rules, and those of remark-lint under another name, are these here. The others are \`style/<name>\`.

| rule of awesome-lint | rules here |
| --- | --- |
${named.join('\n')}

### What passes here

\`npm run check:awesome-lint\` runs awesome-lint 2.3 and \`awesome-strict\` on ${fixtures.length} lists with one defect each. Whatever awesome-lint fails on fails here too, with these exceptions:

| rule of awesome-lint | why it passes here |
| --- | --- |
${exceptions().join('\n')}

### What needs the network or the history

| awesome-lint | here |
| --- | --- |
| \`awesome-github\`: description and topics of the repository | not checked; \`lint\` uses no network |
| \`awesome-github\`: license that GitHub detects | [\`repo-files\`](rules/repo-files.md) reads the license file |
| \`awesome-github\`: repository on GitHub | not required |
| \`awesome-git-repo-age\`: first commit at least 30 days ago | not checked; awesome-lint 2.3 has turned it off |
| \`double-link\`: website of the project may be repeated | \`ignore\` of [\`no-duplicate-url\`](rules/no-duplicate-url.md) |
| \`no-dead-urls\`, in older versions | \`listwright check\`, with one verdict for each link |`;
}

/** One row for each rule and reason. */
function exceptions(): readonly string[] {
  return [
    ...new Set(
      fixtures.flatMap(({ theirs, exception }) =>
        exception === undefined ? [] : `| ${code(theirs)} | ${exception} |`,
      ),
    ),
  ];
}

/** Rows of which one thing is said are one row. */
function grouped(rows: readonly ImporterRow[]): readonly (readonly ImporterRow[])[] {
  const groups = new Map<string, readonly ImporterRow[]>();
  for (const row of rows) {
    const key = `${row.becomes} ${row.note}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

function line(rows: readonly ImporterRow[]): string {
  const [{ becomes, note } = { becomes: null, note: '' }] = rows;
  // Of the aliases of a rule of markdownlint its number and its name tell enough.
  const names = rows.map(({ name }) =>
    name.startsWith('MD') ? name.split(' ').slice(0, 2).map(code).join(' ') : code(name),
  );
  return `| ${names.join(', ')} | ${becomes === null ? '–' : code(becomes)} | ${note.replaceAll('|', '\\|')} |`;
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}
