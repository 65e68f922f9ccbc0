import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../docs/recipes/', import.meta.url));
const pages = readdirSync(folder).filter((name) => name !== 'README.md');
const rowsOf = (page: string): readonly string[] =>
  [...readFileSync(`${folder}${page}`, 'utf8').matchAll(/^\| .+? \| .+? \| (yes|no\b.*) \|$/gm)].map(
    ([, works = '']) => works,
  );

test('at least nine of ten rows of the recipes work, and the others say why not', () => {
  const rows = pages.flatMap(rowsOf);
  expect(rows.filter((works) => works === 'yes').length / rows.length).toBeGreaterThanOrEqual(0.9);
  for (const works of rows) expect(works).toMatch(/^yes$|^no, ./);
});

test('each recipe is in the index and has a test', () => {
  const index = readFileSync(`${folder}README.md`, 'utf8');
  const tests = readdirSync(fileURLToPath(new URL('.', import.meta.url)));
  for (const page of pages) {
    expect(index).toContain(`(${page})`);
    expect(tests).toContain(page.replace('.md', '.test.ts'));
  }
});
