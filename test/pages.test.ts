import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { groups } from '../scripts/sync/configuration-page.js';
import { configSchema } from '../src/config/schema.js';
import { remedies } from '../src/model/reasons.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the page on verdicts', () => {
  const explained = remedies.flatMap(({ reasons }) => Object.entries(reasons));

  test('has each reason once', () => {
    expect(explained.length).toBeGreaterThan(70);
    expect(new Set(explained.map(([reason]) => reason)).size).toBe(explained.length);
  });

  test('shows each of them with its words', () => {
    const page = textOf('docs/verdicts.md');
    for (const [reason, words] of explained) expect(page).toContain(`- \`${reason}\`: ${words}`);
  });
});

test('the reference of the configuration has each key in one group', () => {
  const named = groups.flatMap(([, keys]) => keys);
  expect([...named].sort()).toEqual(Object.keys(configSchema([]).entries).sort());
});

test('each page of docs is named by their index', () => {
  const index = textOf('docs/README.md');
  for (const path of globSync('docs/*.md', { cwd: root })) {
    const name = path.replace(/^docs[\\/]/, '');
    if (name !== 'README.md') expect(index, name).toContain(`(${name})`);
  }
});
