import { expect, test } from 'vitest';
import { pullRequestTo } from '../git/repository.js';
import { step } from './step.js';

const list = `# Awesome Pots

> Things to put things in.

## Kilns

- [Anagama](https://anagama.test/) - Burns wood for a week.
`;
const pullRequest = {
  entries: 1,
  title: '^Add .',
  checkboxes: 'I have read it',
  labels: { title: 'retitle', passed: 'ready' },
};

/** The step of a pull request with this title, which adds an entry unless it changes other files. */
async function stepOf(
  title: string,
  files: Readonly<Record<string, string>> = {
    'README.md': `${list}- [Bottle](https://bottle.test/) - Looks like one.\n`,
  },
) {
  const made = pullRequestTo({ 'README.md': list, 'listwright.config.json': JSON.stringify({ pullRequest }) });
  made.commit(files);
  return step(
    made.root,
    { command: 'lint', options: '--rule=awesome-badge=off' },
    {
      env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' },
      event: { pull_request: { number: 7, title, body: '- [x] I have read it' } },
    },
  );
}

test('a policy is in the summary and the outputs of the step', async () => {
  const { status, summary, outputs, stdout } = await stepOf('::error::x @everyone');
  expect({ status, warnings: outputs.warnings, labels: outputs.labels }).toEqual({
    status: 0,
    warnings: '1',
    labels: 'retitle',
  });
  expect(summary).toContain(
    '#### About the pull request\n\n- The title `::error::x @everyone` does not match `^Add .`; edit the title (`pull-request-title`)\n',
  );
  expect(stdout).toContain('title=pull-request-title::');
  expect(stdout).not.toMatch(/^::error::x/m);
});

test('a finding about a pull request that changes no list is in a file of it, so that the comment has it', async () => {
  const { stdout } = await stepOf('Pots', { 'docs/.pots': 'x\n' });
  expect(stdout).toMatch(/^::warning .*file=docs\/\.pots,.*title=pull-request-title::/m);
});

test('a pull request that is as it should be gets the label for that', async () => {
  const { summary, outputs } = await stepOf('Add Bottle');
  expect({ warnings: outputs.warnings, labels: outputs.labels }).toEqual({ warnings: '0', labels: 'ready' });
  expect(summary).not.toContain('About the pull request');
});
