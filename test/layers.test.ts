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

/** Doors above the roof, the roof above the rooms, the rooms above the model. */
function floorOf(file: string): number {
  if (/^src\/(?:cli|lsp|action)\//.test(file)) return 3;
  if (/^src\/[^/]+\.ts$/.test(file)) return 2;
  return file.startsWith('src/model/') ? 0 : 1;
}

const roomOf = (file: string): string => (file.startsWith('rules/') ? 'rules' : (file.split('/')[1] ?? ''));

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

/** What is wrong with an import; null for one that stays on its way. */
function wrongWith(file: string, target: string): string | null {
  const [from, to] = [floorOf(file), floorOf(target)];
  if (to > from) return `${file} reaches up to ${target}`;
  if (from === 1 && to === 1 && roomOf(file) !== roomOf(target)) return `${file} reaches into its neighbour ${target}`;
  return null;
}

/** Files that are too long and still to be split; a name leaves this list with the split. */
const owed: readonly string[] = [];

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

describe('the floors of the house', () => {
  test('the test itself tells right from wrong', () => {
    expect(isBarrel("export { a } from './a.js';\nexport type { B } from './b.js';\n")).toBe(true);
    expect(isBarrel("export { a } from './a.js';\nexport const b = 1;\n")).toBe(false);
    expect(wrongWith('src/model/list.ts', 'src/parse/parse.ts')).toMatch(/reaches up/);
    expect(wrongWith('src/lint/lint.ts', 'src/parse/parse.ts')).toMatch(/neighbour/);
    expect(wrongWith('rules/a.ts', 'src/lint/lint.ts')).toMatch(/neighbour/);
    expect(wrongWith('src/pipeline/run.ts', 'src/cli/commands/check.ts')).toMatch(/reaches up/);
    expect(wrongWith('src/links/sites/github.ts', 'src/links/http/request.ts')).toBe(null);
    expect(wrongWith('rules/a.ts', 'src/model/rule.ts')).toBe(null);
    expect(
      circleIn(
        new Map([
          ['a', ['b']],
          ['b', ['a']],
        ]),
      ),
    ).toEqual(['a', 'b', 'a']);
    expect(importsOf('src/pipeline/run.ts', "import type { A } from './a.js';\nawait import('./b/c.js');")).toEqual([
      'src/a.ts',
      'src/b/c.ts',
    ]);
  });

  test('every import of our own names a file that is there', () => {
    expect(edges.length).toBeGreaterThan(100);
    expect(edges.filter(({ target }) => !sources.has(target))).toEqual([]);
  });

  test('nothing is imported from a neighbour or from above', () => {
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

  test('no file is long but those that are owed a split, and those are long', () => {
    const lines = (text: string) => text.split('\n').length - 1;
    // The index is written by a program, one line a rule.
    const long = [...sources].filter(
      ([file, text]) => file !== 'rules/index.ts' && lines(text) > (file.startsWith('rules/') ? 150 : 250),
    );
    expect(long.map(([file]) => file).sort()).toEqual([...owed].sort());
  });
});
