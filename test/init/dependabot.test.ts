import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { actionUpdates } from '../../src/init/dependabot.js';
import { folderOf } from '../cli/command.js';

const path = '.github/dependabot.yml';

describe('what keeps the actions of workflows up to date', () => {
  test('is a configuration of Dependabot, where there is none', async () => {
    const { file, missing } = await actionUpdates(folderOf());
    expect([file?.path, missing]).toEqual([path, null]);
    expect(parse(file?.text ?? '')).toMatchObject({
      version: 2,
      updates: [{ 'package-ecosystem': 'github-actions', directory: '/', schedule: { interval: 'weekly' } }],
    });
  });

  test.each([
    [path, 'version: 2\nupdates:\n  - package-ecosystem: "github-actions"\n', null],
    ['.github/dependabot.yaml', 'version: 2\nupdates:\n  - package-ecosystem: github-actions\n', null],
    [path, 'version: 2\nupdates:\n  - package-ecosystem: npm\n', `${path} does not update actions`],
    ['renovate.json', '{}', null],
    ['.github/renovate.json5', '{}', null],
  ])('is not written where there is %s: %j', async (name, text, missing) => {
    const updates = await actionUpdates(folderOf({ [name]: text }));
    expect(updates).toEqual({ file: null, missing: missing && expect.stringContaining(missing) });
  });
});
