import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('..', import.meta.url));
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
const filesIn = (glob: string): readonly string[] =>
  globSync(glob, { cwd: root, ignore: '**/node_modules/**' }).map((path) => path.replaceAll('\\', '/'));

/** The text below a heading of level 2, up to the next one. */
function chapter(page: string, title: string): string {
  const [, rest = ''] = page.split(`\n## ${title}\n`);
  return rest.split('\n## ')[0] ?? '';
}

/** The first cells of the rows of all tables in a text that hold nothing but a code span. */
function listed(text: string): readonly string[] {
  return [...text.matchAll(/^\| `([^`|]+)` +\|/gm)].map(([, cell = '']) => cell);
}

/** The folders on the way to each file, below `top`. */
function foldersOf(files: readonly string[], top: string): readonly string[] {
  const folders = new Set<string>();
  for (const file of files)
    for (let folder = posix.dirname(file); folder.startsWith(`${top}/`); folder = posix.dirname(folder))
      folders.add(folder);
  return [...folders].sort();
}

/** Paths of this repository in code spans and links of a page; those with a placeholder are left out. */
function pathsIn(page: string): readonly string[] {
  const spans = [...page.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
  const paths = spans.filter((span) =>
    /^(?:src|rules|test|scripts|schema|docs|fixtures|templates)\/[^\s<>*]*$/.test(span),
  );
  // The rule that CONTRIBUTING.md begins as an example.
  return paths.filter((path) => path !== 'rules/no-shouting.ts');
}

const guides = ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'AGENTS.md', ...filesIn('docs/decisions/*.md')];

describe('ARCHITECTURE.md', () => {
  const page = textOf('ARCHITECTURE.md');
  const folders = listed(chapter(page, 'Folders'));

  test.each(['src', 'rules', 'scripts'])('lists each folder below %s/ once, and no other', (top) => {
    const there = foldersOf(filesIn(`${top}/**/*`), top);
    expect(there.length).toBeGreaterThan(0);
    expect(folders.filter((folder) => folder.startsWith(`${top}/`)).toSorted()).toEqual(there);
  });

  test('lists nothing that is not below one of them', () => {
    expect(folders.filter((folder) => !/^(?:src|rules|scripts)\//.test(folder))).toEqual([]);
  });

  test('puts each folder directly below src/ in one layer', () => {
    const named = [...chapter(page, 'Layers').matchAll(/`([a-z-]+)`/g)].map(([, name = '']) => `src/${name}`);
    const there = foldersOf(filesIn('src/**/*'), 'src').filter((folder) => folder.split('/').length === 2);
    expect(named.toSorted()).toEqual(there);
  });

  test('explains each term of the glossary once, in alphabetical order', () => {
    const terms = [...chapter(page, 'Glossary').matchAll(/^\| ([a-z ]+) \|/gm)].map(([, term = '']) => term).slice(1);
    expect(terms.length).toBeGreaterThan(20);
    expect(terms).toEqual([...new Set(terms)].sort());
  });
});

describe('the pages for contributors', () => {
  test.each(guides)('%s names only paths that exist', (path) => {
    expect(pathsIn(textOf(path)).filter((named) => !existsSync(join(root, named)))).toEqual([]);
  });

  test.each(guides)('%s names only scripts that package.json has', (path) => {
    const named = [...textOf(path).matchAll(/\bnpm run ([a-z0-9:-]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !(script in manifest.scripts))).toEqual([]);
  });

  test('docs/decisions/README.md links each decision', () => {
    const index = textOf('docs/decisions/README.md');
    for (const path of filesIn('docs/decisions/*.md'))
      if (!path.endsWith('README.md')) expect(index).toContain(`(${posix.basename(path)})`);
  });

  test.each(filesIn('docs/decisions/*.md').filter((path) => !path.endsWith('README.md')))(
    '%s is short, and has a context, a decision and consequences',
    (path) => {
      const text = textOf(path);
      const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
      expect(headings.filter((heading) => ['Context', 'Decision', 'Consequences'].includes(heading))).toEqual([
        'Context',
        'Decision',
        'Consequences',
      ]);
      const lines = text.trimEnd().split('\n').length;
      expect(lines).toBeGreaterThanOrEqual(25);
      expect(lines).toBeLessThanOrEqual(60);
    },
  );
});

describe('the helpers of this test', () => {
  test('read folders from a table, and no other cells', () => {
    expect(
      listed('| folder | holds |\n| --- | --- |\n| `src/a` | b |\n| `src/c/d` | `src/e` |\n| src/f | g |\n'),
    ).toEqual(['src/a', 'src/c/d']);
  });

  test('find every folder on the way to a file', () => {
    expect(foldersOf(['src/a/b/c.ts', 'src/d.ts', 'rules/e/f.ts'], 'src')).toEqual(['src/a', 'src/a/b']);
  });

  test('find paths, and leave out placeholders and other code', () => {
    expect(
      pathsIn('`src/a.ts`, `rules/<id>.ts`, `list.entries`, `src/b/*.ts`, `docs/c`, `rules/no-shouting.ts`'),
    ).toEqual(['src/a.ts', 'docs/c']);
  });
});
