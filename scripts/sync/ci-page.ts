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

\`listwright init\` writes workflows that fit your list. You can use each of them alone. It also writes \`.github/dependabot.yml\`, which keeps the actions in the workflows up to date, unless the repository has this file or uses Renovate. The workflows need the first release. Until then, replace the \`uses: listwright/listwright\` step with a checkout of the listwright repository, \`npm ci\` in it, and \`node <folder>/dist/cli.js check --since auto\`.

## A pull request

This workflow shows findings on the changed lines, and in the summary of the run with the corrected line to copy. Existing problems are not reported. It works for pull requests from branches and forks, with no secrets and read-only permissions. Only errors fail the run; a site that is slow today is a warning.

The configuration, ignored links and baseline come from the base branch, and no code from the pull request runs. Changes to these files are reported and take effect after the merge. At most 1,000 new links are checked, and 200 per domain (\`caps\` in the configuration); the audit checks the rest.

${await template('listwright.yml')}

## A comment with suggestions

A run for a fork cannot write comments. This workflow runs after it, on the default branch, and maintains one comment on the pull request, with suggestions to commit. It does not check out the repository. The report of the first run is untrusted input: its size and structure are validated, the number of the pull request comes from GitHub's event, and only changed lines get suggestions.

${await template('listwright-comment.yml')}

## The whole list, once a week

Up to four jobs check one part of the links each. All links of one host are in the same part, so per-host limits still apply. Another job merges the reports. One issue lists dead links; it is updated as they change, and closed when there are none. Safe fixes, such as new URLs of moved links, are proposed in a pull request.

${await template('listwright-audit.yml')}

## A check from a second network

Some sites block requests from data centers, so a link can be dead for a runner and alive for you. To detect this, check from a second network and merge the two reports. A link that is broken in one and alive in the other becomes \`unverifiable\`, with the results of both networks as evidence, and no longer fails the run. On your own machine, with the report from CI in \`report.json\`:

\`\`\`sh
listwright links --reporter json=laptop.json README.md
listwright merge report.json laptop.json --reporter pretty
\`\`\`

In a workflow, use a matrix with runners in two networks, such as two regions, or a self-hosted runner:

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

The job that needs \`look\` downloads the artifacts and passes both files as \`reports\`, as the job \`all\` does with the parts. Ledgers of different networks are merged in the same way (\`listwright merge ci.jsonl laptop.jsonl > ledger.jsonl\`). Both reports must come from the same command. If the audit has parts, merge the parts of each network first.

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

\`rev\` names the first release, which is not published yet. With [lefthook](https://lefthook.dev), in \`lefthook.yml\`:

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

\`lint --staged\` checks the content staged for the next commit, not the working tree. \`--since HEAD\` ignores existing problems.

## Code scanning

GitHub's Security tab shows the findings of a SARIF upload. The upload needs \`security-events: write\`, which a pull request from a fork does not have.

${await template('listwright-code-scanning.yml')}

## Reviewdog

[Reviewdog](https://github.com/reviewdog/reviewdog) turns findings into review comments on GitHub, GitLab, Gitea and Bitbucket, with safe fixes that consist of one edit as suggestions:

\`\`\`sh
listwright lint --format rdjson | reviewdog -f=rdjson -reporter=github-pr-review
\`\`\`

\`rdjsonl\` is the same format with one finding per line.

## Other services

Most other CI services can read \`--format junit=report.xml\`, \`checkstyle=report.xml\` or \`sarif=report.sarif\`. The exit status is 0 without errors, 1 with errors, and 2 if the run failed ([details](cli.md#exit-status)).
`;
}
