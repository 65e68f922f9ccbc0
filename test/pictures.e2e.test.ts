import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { drawPictures } from '../scripts/pictures/draw.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');

test('every picture shows what the command prints now, is small, and is on a page; npm run pictures draws them', async () => {
  const drawn = await drawPictures(root);
  const pages = globSync(['README.md', 'docs/*.md'], { cwd: root }).map(textOf).join('\n');
  for (const [path, svg] of Object.entries(drawn)) {
    expect(textOf(path), path).toBe(svg);
    expect(svg.length).toBeLessThan(60_000);
    expect(pages).toContain(path.replace(/^docs\//, ''));
  }
  const there = globSync(['docs/demo.svg', 'docs/pictures/*.svg'], { cwd: root });
  expect(there.map((path) => path.replaceAll('\\', '/')).sort()).toEqual(Object.keys(drawn).sort());
});
