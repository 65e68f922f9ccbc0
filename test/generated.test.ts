import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { generateAll } from '../scripts/sync/pages.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const filesIn = (globs: readonly string[]): readonly string[] =>
  globSync([...globs], { cwd: root, dot: true, ignore: ['node_modules', 'dist', '.git', 'editors/*/target'] }).map(
    (path) => path.replaceAll('\\', '/'),
  );

/** Those of some paths that git gives the attribute `linguist-generated`. The repository is a new one, since an archive of the code has none. */
function markedOf(paths: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'listwright-'));
  try {
    const git = (args: readonly string[], input = ''): string =>
      execFileSync('git', args, { cwd: folder, encoding: 'utf8', input, maxBuffer: 10_000_000 });
    git(['init', '--quiet']);
    copyFileSync(join(root, '.gitattributes'), join(folder, '.gitattributes'));
    const fields = git(['check-attr', '-z', '--stdin', 'linguist-generated'], paths.join('\0')).split('\0');
    return paths.filter((_, index) => fields[index * 3 + 2] === 'set');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('.gitattributes marks what the scripts write, and nothing else', async () => {
  // In the README and in recipes only one block is generated.
  const { 'README.md': _, ...all } = await generateAll(root);
  const synced = Object.fromEntries(Object.entries(all).filter(([path]) => !path.startsWith('docs/recipes/')));
  const drawn = filesIn(['docs/demo.svg', 'docs/pictures/*.svg']);
  const generated = new Set(['rules/index.ts', ...Object.keys(synced), ...drawn, 'docs/api.md']);
  expect(generated.size).toBeGreaterThan(80);
  const everything = [...new Set([...filesIn(['**']), ...generated])];
  expect(everything).toContain('rules/toc-sync.ts');
  expect(markedOf(everything).toSorted()).toEqual([...generated].sort());
});
