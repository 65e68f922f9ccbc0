import { expect, test } from 'vitest';
import { bundledStep, workspace } from './step.js';

const list = `# Pots

> Things to put things in.

## Kilns

- [Anagama](#nowhere) - Burns wood for a week.
`;

test.each([
  ['a list with an error', list, { command: 'lint' }, 1, '::error file=README.md,line=7,'],
  ['a list without one', list.replace('#nowhere', '#kilns'), { command: 'lint' }, 0, ''],
  ['a wrong call', list, { command: 'lnt' }, 2, '::error title=listwright::'],
])('the bundled Action ends with the status of %s', async (_, text, inputs, status, said) => {
  const stepped = await bundledStep(workspace({ 'README.md': text }), inputs);
  expect([stepped.status, stepped.outputs['exit-code']]).toEqual([status, String(status)]);
  expect(stepped.stdout).toContain(said);
  expect(stepped.summary === '').toBe(status === 2);
});
