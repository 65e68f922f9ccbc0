import type { Importer, ImporterRow } from '../../src/init/importers/importer.js';
import { importers } from '../../src/init/importers/importers.js';
import { aliases } from '../../src/rule-kit/rule-aliases.js';
import { fixtures } from '../../test/awesome-lint/cases/all.js';

/** How the settings of a tool are imported, by its name. */
const words: Readonly<Record<string, string>> = {
  'awesome-lint':
    'The preset `awesome-strict` reports an error wherever awesome-lint 2.3 fails, except for the cases listed below. Comments that disable its rules work unchanged.',
  lychee:
    'Its patterns and limits have the same meaning here. The verdicts differ: a site that blocks bots is `unverifiable`, not an error, so most URLs in `.lycheeignore` can be checked again. Keep lychee for general documentation.',
  'markdown-link-check':
    'Its configuration file can have any name; `init` looks for the common names below. Its comments in Markdown are not read.',
  awesome_bot:
    'It has only command-line options, which are read from its calls in workflows, `.travis.yml`, `Rakefile` and `Makefile`. Shell variables are not expanded.',
  markdownlint:
    'Only rules named in a file are imported: a rule that markdownlint turns on by default is not turned on here. Rules that are not in the table have no counterpart.',
  remark:
    'The plugins that awesome-lint turns on are included as `style/<name>`, with the same options. Add others with `plugins`. Settings that are programs (`.remarkrc.js`) are reported, not imported.',
};

/** The page for people who use another tool: the text is here, the tables come from the code. */
export function comingFromPage(): string {
  return `# Coming from another tool

<!-- Made by npm run sync from scripts/sync/coming-from-page.ts and src/init/importers; edit there. -->

\`listwright init\` reads the list, detects a preset, and imports settings from other tools: it writes \`listwright.config.yaml\`, with the reason above each line, and workflows for GitHub. It runs no code from the repository, asks no questions, and overwrites nothing without \`--force\`. \`--dry-run\` prints what it would write, and \`--baseline\` accepts all current findings, so that only new ones are reported.

It also lists the settings that it does not import, with the reason. A dash in the tables below means that listwright has no such setting. [The comparison](comparison.md) says when to keep the other tool.

${importers.map(section).join('\n\n')}
`;
}

function section({ name, source, files, rows }: Importer): string {
  const shown = files.map((file) => `\`${file}\``).join(', ');
  return `## ${name}

${words[name] ?? ''}

\`init\` reads ${shown}. See [its documentation](${source}).

| ${name} | listwright | |
| --- | --- | --- |
${grouped(rows).map(line).join('\n')}${name === 'awesome-lint' ? awesomeRules() : ''}`;
}

/** The counterparts of awesome-lint's own rules. */
function awesomeRules(): string {
  const byRules = new Map<string, readonly string[]>();
  for (const [theirs, ours] of Object.entries(aliases)) {
    const links = ours.map((id) => `[${code(id)}](rules/${id}.md)`).join(', ');
    byRules.set(links, [...(byRules.get(links) ?? []), code(theirs)]);
  }
  const named = [...byRules].map(([links, theirs]) => `| ${theirs.join(', ')} | ${links} |`);
  return `

The table lists awesome-lint's own rules, and remark-lint rules with another name here. Other remark-lint rules are named \`style/<name>\`.

| rule of awesome-lint | rules here |
| --- | --- |
${named.join('\n')}

### What passes here

\`npm run check:awesome-lint\` runs awesome-lint 2.3 and \`awesome-strict\` on ${fixtures.length} lists with one defect each. Everything on which awesome-lint fails is an error here too, with these exceptions:

| rule of awesome-lint | why it passes here |
| --- | --- |
${exceptions().join('\n')}

### What needs the network or the history

| awesome-lint | here |
| --- | --- |
| \`awesome-github\`: description and topics of the repository | not checked; \`lint\` uses no network |
| \`awesome-github\`: license that GitHub detects | [\`repo-files\`](rules/repo-files.md) reads the license file |
| \`awesome-github\`: repository on GitHub | not required |
| \`awesome-git-repo-age\`: first commit at least 30 days ago | not checked; turned off in awesome-lint 2.3 |
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

/** Rows with the same target and note become one row. */
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
  // A rule of markdownlint has several aliases; its number and its name are enough.
  const names = rows.map(({ name }) =>
    name.startsWith('MD') ? name.split(' ').slice(0, 2).map(code).join(' ') : code(name),
  );
  return `| ${names.join(', ')} | ${becomes === null ? '–' : code(becomes)} | ${note.replaceAll('|', '\\|')} |`;
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}
