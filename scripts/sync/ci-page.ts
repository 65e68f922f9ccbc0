import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

/** The page on continuous integration: the text is here, the workflows and the tables come from the files that users get. */
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

\`listwright init\` writes workflows that fit your list; each can be used alone. It also writes \`.github/dependabot.yml\`, which keeps the actions in them up to date, unless the repository has one or uses Renovate. They need the first release; until then, replace the \`uses: listwright/listwright\` step with a checkout of the repository, \`npm ci\` in it, and \`node <folder>/dist/cli.js check --since auto\`.

## A pull request

Findings are shown on the changed lines, and in the summary of the run with the corrected line to copy. Existing problems are not reported. It works for pull requests from branches and forks, with no secrets and read-only permissions. Only errors fail it: a site that is slow today is a warning.

The configuration, ignored links and baseline come from the base branch, and no code from the pull request runs; changes to them are reported and take effect after the merge. At most 1,000 new links are checked, and 200 per domain; the audit checks the rest (\`caps\` in the configuration).

${await template('listwright.yml')}

## A comment with suggestions

A run for a fork cannot write comments. This workflow runs after it, on the default branch, and maintains one comment on the pull request, with suggestions to commit. It checks out nothing. The report of the other run is untrusted input: its size and structure are validated, the number of the pull request comes from GitHub's event, and only changed lines get suggestions.

${await template('listwright-comment.yml')}

## The whole list, once a week

Up to four jobs check one part of the links each; all links of one host are in the same part, so per-host limits still apply. The reports are merged into one. One issue lists dead links, is updated as they change, and is closed when there are none. Safe fixes, such as new URLs of moved links, are proposed in a pull request.

${await template('listwright-audit.yml')}

## A second opinion

Some sites refuse data centers and serve everyone else, so a link can be dead for a runner and alive for you. Check from a second network and merge the two reports: a link that is broken in one and alive in the other becomes \`unverifiable\`, with what each network saw as evidence, and no longer fails the run. From your own machine, with a report of CI in \`report.json\`:

\`\`\`sh
listwright links --reporter json=laptop.json README.md
listwright merge report.json laptop.json --reporter pretty
\`\`\`

In a workflow, a matrix does the same with runners in two networks, such as two regions or one of your own:

\`\`\`yaml
  look:
    strategy:
      fail-fast: false
      matrix:
        runner: [ubuntu-latest, self-hosted]
    runs-on: \${{ matrix.runner }}
    permissions:
      contents: read
    steps:
      # Check out the list and run the Action as in the audit above with \`command: links\` and without \`shard\`,
      # then upload report.json as listwright-from-\${{ matrix.runner }}.
\`\`\`

The job that needs \`look\` downloads the artifacts and passes both files as \`reports\`, as the job \`all\` does with the parts. Ledgers of different networks are merged by the same rule (\`listwright merge ci.jsonl laptop.jsonl > ledger.jsonl\`). Both reports must be of the same command; if the audit has parts, merge those of each network first.

## The Action

The Action is one JavaScript file. It runs on Linux, macOS and Windows, downloads nothing, and passes no input to a shell.

| input | meaning | default |
| --- | --- | --- |
${inputs.join('\n')}

| output | meaning |
| --- | --- |
${outputs.join('\n')}

## GitLab

Findings appear in the merge request's Code Quality report. There is also a [component](install.md#gitlab).

${await template('gitlab-ci.yml')}

## Forgejo and Codeberg

Copy [the workflow](../integrations/forgejo/listwright.yml) to \`.forgejo/workflows/listwright.yml\`.

## Before a commit

With [pre-commit](https://pre-commit.com), in \`.pre-commit-config.yaml\`:

\`\`\`yaml
repos:
  - repo: https://github.com/listwright/listwright
    rev: v0.1.0
    hooks:
      - id: listwright
\`\`\`

\`rev\` names the first release, which is not published yet. \`lint --staged\` checks what is staged for the next commit, not the working tree. With [lefthook](https://lefthook.dev), in \`lefthook.yml\`:

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

\`--since HEAD\` ignores existing problems.

## Code scanning

GitHub's Security tab shows the findings of a SARIF upload. The upload needs \`security-events: write\`, which a pull request from a fork does not have.

${await template('listwright-code-scanning.yml')}

## Reviewdog

[Reviewdog](https://github.com/reviewdog/reviewdog) turns findings into review comments on GitHub, GitLab, Gitea and Bitbucket, with safe fixes of one edit as suggestions:

\`\`\`sh
listwright lint --format rdjson | reviewdog -f=rdjson -reporter=github-pr-review
\`\`\`

\`rdjsonl\` is the same, one finding in each line.

## Elsewhere

Most other services read \`--format junit=report.xml\`, \`checkstyle=report.xml\` or \`sarif=report.sarif\`. The exit status is 0 without errors, 1 with errors, and 2 if the run failed ([details](cli.md#exit-status)).
`;
}
