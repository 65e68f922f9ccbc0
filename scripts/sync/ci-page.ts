import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

/** The page on continuous integration: the prose stands here, the workflows and the tables come from the files that users get. */
export async function ciPage(root: string): Promise<string> {
  const template = async (name: string): Promise<string> => {
    const text = await readFile(`${root}templates/${name}`, 'utf8');
    return `\`\`\`yaml\n${text.replaceAll('$default-branch', 'main').trimEnd()}\n\`\`\``;
  };
  const action = parse(await readFile(`${root}action.yml`, 'utf8')) as ActionFile;
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  const inputs = Object.entries(action.inputs).map(
    ([name, { description, default: usual = '' }]) =>
      `| \`${name}\` | ${cell(description)} | ${usual === '' ? '' : `\`${usual}\``} |`,
  );
  const outputs = Object.entries(action.outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
  );
  return `# In continuous integration

<!-- Made by npm run sync from scripts/sync/ci-page.ts, templates and action.yml; edit there. -->

\`listwright init\` writes the three workflows of this page; each can be used alone.

## A pull request

What a pull request adds is shown on its lines, and in the summary of the run with the corrected line to copy. What was wrong before is not mentioned. It needs no secret and no right but to read, so it works for forks as it does for branches. Only an error fails it: a site that is slow today is a warning.

Configuration, ignored links and baseline are those of the base of the pull request, and no code of its head runs; a change to them is told and counts once it is merged. A pull request may bring 1,000 new links, and 200 to one domain, before the rest is left to the audit (\`caps\` in the configuration).

${await template('listwright.yml')}

## A comment with suggestions

A run for a fork may not write. This one runs after it, on the default branch, and keeps one comment on the pull request, with corrected lines to accept. It checks out nothing. The report of the other run is read as data from a stranger: its size and shape are checked, which pull request is meant comes from the event of GitHub, and only lines that the pull request changes get a suggestion.

${await template('listwright-comment.yml')}

## The whole list, once a week

Four machines check a quarter each; all links of one host fall into one quarter, so that politeness holds. The reports are joined into one. An issue tells what died, is edited as that changes, and is closed when all is well. Safe fixes, such as the new address of what has moved, are offered as a pull request.

${await template('listwright-audit.yml')}

## The Action

It is one file of JavaScript, runs on Linux, macOS and Windows, downloads nothing, and hands no input to a shell.

| input | it says | default |
| --- | --- | --- |
${inputs.join('\n')}

| output | it says |
| --- | --- |
${outputs.join('\n')}

## GitLab

Findings appear in the merge request's Code Quality report.

${await template('gitlab-ci.yml')}

## Before a commit

With [pre-commit](https://pre-commit.com), in \`.pre-commit-config.yaml\`:

\`\`\`yaml
repos:
  - repo: https://github.com/listwright/listwright
    rev: v0.1.0
    hooks:
      - id: listwright
\`\`\`

\`lint --staged\` looks at what the next commit would have, not at the work tree. With [lefthook](https://lefthook.dev), in \`lefthook.yml\`:

\`\`\`yaml
pre-commit:
  commands:
    listwright:
      glob: README.md
      run: npx listwright lint --staged --since HEAD {staged_files}
\`\`\`

With [husky](https://typicode.github.io/husky), in \`.husky/pre-commit\`:

\`\`\`sh
npx listwright lint --staged --since HEAD
\`\`\`

\`--since HEAD\` leaves out what was wrong before.

## Elsewhere

\`--reporter junit=report.xml\` and \`--reporter sarif=report.sarif\` are understood by most other services. The exit status is 0 when nothing of severity \`error\` was found, 1 when something was, 2 when it could not run.
`;
}
