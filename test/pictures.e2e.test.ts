import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

test('every picture is what the command prints today, and small', () => {
  const jiti = join(root, 'node_modules', 'jiti', 'lib', 'jiti-cli.mjs');
  const { status, stderr } = spawnSync(process.execPath, [jiti, 'scripts/pictures.ts', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const pictures = ['docs/demo.svg', ...globSync('docs/pictures/*.svg', { cwd: root })];
  expect(pictures.filter((path) => statSync(join(root, path)).size > 60_000)).toEqual([]);
  const pages = globSync(['README.md', 'docs/*.md'], { cwd: root }).map(textOf).join('\n');
  for (const path of pictures) expect(pages).toContain(path.replace(/\\/g, '/').replace(/^docs\//, ''));
});
