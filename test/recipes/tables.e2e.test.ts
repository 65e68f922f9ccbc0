import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderOf, listwright } from '../cli/command.js';
import { recipeNames, recipePage } from './page.js';
import { kept, readmeOf } from './pots.js';

test('at least nine of ten rows of the recipes work, and the others say why not', () => {
  const rows = recipeNames.flatMap((name) => recipePage(name).rows);
  expect(rows.filter(({ works }) => works === 'yes').length / rows.length).toBeGreaterThanOrEqual(0.9);
  for (const { works } of rows) expect(works).toMatch(/^yes$|^no, ./);
});

describe.each(recipeNames)('the recipe of %s', (name) => {
  const { text, configuration } = recipePage(name);

  test('is in the index and has a test', () => {
    expect(recipePage('README').text).toContain(`(${name}.md)`);
    expect(readdirSync(fileURLToPath(new URL('.', import.meta.url)))).toContain(`${name}.e2e.test.ts`);
  });

  test('names the command that writes its workflows', async () => {
    const [, args = ''] = /^npx listwright (init .+)$/m.exec(text) ?? [];
    const root = folderOf({ 'README.md': readmeOf(kept), '.git/HEAD': 'ref: refs/heads/main\n' });
    expect(await listwright(root, args.split(' '))).toMatchObject({ status: 0 });
    expect(existsSync(join(root, '.github/workflows/listwright.yml'))).toBe(true);
  });

  test('has the workflow run for an edited description if the policy reads it', () => {
    const reads = /^ {2}(title|links|checkboxes|labels):/m.test(configuration);
    expect(text.includes('types: [opened, synchronize, reopened, edited]')).toBe(reads);
  });
});
