import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['src', 'rules'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
);
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

/** From the top to the bottom: an import goes to a lower layer, or stays within its folder. */
const layers: readonly (readonly string[])[] = [
  ['cli', 'lsp', 'action', 'api', 'remark'],
  ['pipeline', 'add', 'admit', 'init', 'export', 'data', 'doctor', 'prune', 'refresh'],
  ['config'],
  ['parse', 'lint', 'links', 'report', 'diff', 'history', 'policy', 'remark-lint', 'rules'],
  ['rule-kit', 'grammar'],
  ['fs', 'git', 'github', 'process', 'text', 'url'],
  ['model'],
];

/** Imports between neighbors that are meant, each with its reason. */
const allowed: Readonly<Record<string, string>> = {
  'admit → pipeline': 'the README of a repository is checked as any run would',
  'add → pipeline': 'a proposed entry is linted with the list around it, as any run would',
  'init → pipeline': 'the configuration is fitted to what a run finds in the list',
  'doctor → pipeline': 'the preset of a list is the one that a run would choose',
  'pipeline → data': 'findings about a list that is written from data have their places there',
  'prune → pipeline': 'rules judge by what the ledger knows, as any run would',
  'refresh → pipeline': 'facts come from the ledger as in any run',
  'refresh → prune': 'an entry that a person keeps gets the same comment',
  'prune → add': 'a moved entry is placed as a new one is',
  'cli → lsp': 'the command starts the language server',
};

/** The folder of `src/`, or `rules`; `src/index.ts` and `src/remark.ts` are public entry points of `api` and `remark`. */
function folderOf(file: string): string {
  if (file.startsWith('rules/')) return 'rules';
  if (file === 'src/index.ts') return 'api';
  return (file.split('/')[1] ?? '').replace(/\.ts$/, '');
}

const layerOf = (file: string): number => layers.findIndex((folders) => folders.includes(folderOf(file)));

/** Static and dynamic imports and re-exports of our own files, types included. */
function importsOf(file: string, text: string): string[] {
  const found = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)['"](\.[^'"]+)['"]/g);
  return [...found].map((match) => posix.normalize(posix.join(dirname(file), match[1] ?? '')).replace(/\.js$/, '.ts'));
}

const edges = [...sources].flatMap(([file, text]) =>
  importsOf(file, text)
    .filter((target) => target !== 'package.json')
    .map((target) => ({ file, target })),
);

/** What is wrong with an import; null for one that goes the right way. */
function wrongWith(file: string, target: string): string | null {
  const [from, to] = [folderOf(file), folderOf(target)];
  const own = /^rules\/([^/]+)\//.exec(target)?.[1];
  if (own !== undefined && !file.startsWith(`rules/${own}/`) && file !== `rules/${own}.ts`)
    return `${file} imports ${target}, which belongs to rules/${own}.ts alone`;
  if (from === to || `${from} → ${to}` in allowed) return null;
  if (layerOf(target) < layerOf(file)) return `${file} imports ${target} from a higher layer`;
  return layerOf(target) === layerOf(file) ? `${file} imports ${target} from a neighbor` : null;
}

/** Files over the limit, each with its reason. */
const long: Readonly<Record<string, string>> = {
  'src/model/list.ts': 'the types of the tree, which refer to one another',
  'src/init/templates.ts': 'the texts of the templates, generated',
  'src/model/reasons.ts': 'one table of all reasons of verdicts',
};

/** True for a file that does nothing but hand on what others export. */
function isBarrel(text: string): boolean {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  const own = code.replace(/^export\s+(?:type\s+)?(?:\*|\{[^}]*\})(?:\s+as\s+\w+)?\s+from\s+'[^']*';/gm, '');
  return own.trim() === '';
}

/** The files of a circle of imports; null when there is none. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const target of graph.get(file) ?? []) {
      const circle = visit(target, [...way, file]);
      if (circle !== null) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle !== null) return circle;
  }
  return null;
}

describe('the layers', () => {
  test('the test itself tells right from wrong', () => {
    expect(isBarrel("export { a } from './a.js';\nexport type { B } from './b.js';\n")).toBe(true);
    expect(isBarrel("export { a } from './a.js';\nexport const b = 1;\n")).toBe(false);
    expect(wrongWith('src/model/list.ts', 'src/parse/parse.ts')).toMatch(/higher layer/);
    expect(wrongWith('src/lint/lint.ts', 'src/parse/parse.ts')).toMatch(/neighbor/);
    expect(wrongWith('rules/a.ts', 'src/lint/lint.ts')).toMatch(/neighbor/);
    expect(wrongWith('rules/a.ts', 'rules/b/table.ts')).toMatch(/belongs to/);
    expect(wrongWith('rules/b.ts', 'rules/b/table.ts')).toBe(null);
    expect(wrongWith('src/pipeline/run.ts', 'src/cli/commands/check.ts')).toMatch(/higher layer/);
    expect(wrongWith('src/cli/main.ts', 'src/lsp/main.ts')).toBe(null);
    expect(wrongWith('src/lsp/main.ts', 'src/cli/main.ts')).toMatch(/neighbor/);
    expect(wrongWith('src/links/sites/github.ts', 'src/links/http/request.ts')).toBe(null);
    expect(wrongWith('rules/a.ts', 'src/rule-kit/toc.ts')).toBe(null);
    expect(
      circleIn(
        new Map([
          ['a', ['b']],
          ['b', ['a']],
        ]),
      ),
    ).toEqual(['a', 'b', 'a']);
    expect(importsOf('src/pipeline/run.ts', "import type { A } from './a.js';\nawait import('./b/c.js');")).toEqual([
      'src/pipeline/a.ts',
      'src/pipeline/b/c.ts',
    ]);
  });

  test('every folder has its layer, and every exception is used', () => {
    expect(files.filter((file) => layerOf(file) === -1)).toEqual([]);
    const used = new Set(edges.map(({ file, target }) => `${folderOf(file)} → ${folderOf(target)}`));
    expect(Object.keys(allowed).filter((pair) => !used.has(pair))).toEqual([]);
  });

  test('every import of our own names a file that is there', () => {
    expect(edges.length).toBeGreaterThan(100);
    expect(edges.filter(({ target }) => !sources.has(target))).toEqual([]);
  });

  test('nothing is imported from a neighbor or from a higher layer', () => {
    expect(edges.map(({ file, target }) => wrongWith(file, target)).filter((wrong) => wrong !== null)).toEqual([]);
  });

  test('no circle, types included', () => {
    const graph = new Map(files.map((file) => [file, edges.filter((edge) => edge.file === file).map((e) => e.target)]));
    expect(circleIn(graph)).toBe(null);
  });

  test('no barrels but the public index, and no folder for odds and ends', () => {
    const barrels = [...sources].filter(([, text]) => isBarrel(text));
    expect(barrels.map(([file]) => file)).toEqual(['src/index.ts']);
    expect(files.filter((file) => /(?:utils?|helpers?|common|shared|lib)(?:\/|\.ts$)/.test(file))).toEqual([]);
  });

  test('a file is long only where its reason is written down', () => {
    const lines = (text: string) => text.split('\n').length - 1;
    // The index is written by a program, one line a rule.
    const found = [...sources].filter(
      ([file, text]) => file !== 'rules/index.ts' && lines(text) > (file.startsWith('rules/') ? 200 : 300),
    );
    expect(found.map(([file]) => file).sort()).toEqual(Object.keys(long).sort());
  });
});
