import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderOf, listwright } from '../cli/command.js';
import { recipeNames, recipePage, workflowChanges } from './page.js';
import { kept, readmeOf } from './pots.js';

const keysOf = (workflow: string): readonly string[] =>
  [...workflow.matchAll(/^ *([a-z_-]+):/gm)].map(([, key = '']) => key);

test('at least nine of ten rows of the recipes work, and the others say why not', () => {
  const rows = recipeNames.flatMap((name) => recipePage(name).rows);
  expect(rows.filter(({ works }) => works === 'yes').length / rows.length).toBeGreaterThanOrEqual(0.9);
  for (const { works } of rows) expect(works).toMatch(/^yes$|^no, ./);
});

describe.each(recipeNames)('the recipe of %s', (name) => {
  const { text, configuration } = recipePage(name);
  const changes = workflowChanges(text);
  const settings = parse(configuration) as {
    readonly prune?: object;
    readonly refresh?: object;
    readonly pullRequest?: { readonly labels?: Readonly<Record<string, string>>; readonly removed?: unknown };
  };

  test('is in the index and has a test', () => {
    expect(recipePage('README').text).toContain(`(${name}.md)`);
    expect(readdirSync(fileURLToPath(new URL('.', import.meta.url)))).toContain(`${name}.e2e.test.ts`);
  });

  test('names the command that writes its workflows', async () => {
    const [, args = ''] = /^npx listwright (init .+)$/m.exec(text) ?? [];
    const root = folderOf({ 'README.md': readmeOf(kept), '.git/HEAD': 'ref: refs/heads/main\n' });
    expect(await listwright(root, args.split(' '))).toMatchObject({ status: 0 });
    const written = (file: string): string => readFileSync(join(root, '.github/workflows', file), 'utf8');
    expect(written('listwright.yml')).toContain('mode: changed');
    const { inputs } = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')) as { inputs: object };
    for (const [file, lines] of changes)
      for (const [, key = ''] of lines.matchAll(/^ *([a-z_-]+):/gm))
        if (key !== 'types') expect([...Object.keys(inputs), ...keysOf(written(file))]).toContain(key);
  });

  test('changes what the configuration needs of the workflows', () => {
    const { labels, removed } = settings.pullRequest ?? {};
    const comment = (parse(`with:\n${changes.get('listwright-comment.yml') ?? ''}`) as { with: unknown }).with;
    const audit = (parse(`with:\n${changes.get('listwright-audit.yml') ?? ''}`) as { with: unknown }).with;
    const named = labels === undefined ? null : { comment: true, labels: `${Object.values(labels).join('\n')}\n` };
    expect(comment).toEqual(named);
    expect(audit).toEqual(
      settings.prune === undefined ? null : { prune: true, refresh: settings.refresh !== undefined },
    );
    expect(changes.get('listwright.yml')?.includes('fetch-depth: 0') ?? false).toBe(removed !== undefined);
  });

  test('has the workflow run for an edited description if the policy reads it', () => {
    const reads = /^ {2}(title|links|checkboxes|labels):/m.test(configuration);
    expect(text.includes('types: [opened, synchronize, reopened, edited]')).toBe(reads);
  });
});
