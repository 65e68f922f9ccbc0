import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

test('an installation has four packages besides this one', () => {
  const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as {
    packages: Readonly<Record<string, { readonly dependencies?: Readonly<Record<string, string>> }>>;
  };
  const installed = new Set<string>();
  const install = (path: string): void => {
    for (const name of Object.keys(packages[path]?.dependencies ?? {}))
      if (!installed.has(name)) {
        installed.add(name);
        install(`node_modules/${name}`);
      }
  };
  install('');
  expect([...installed].sort()).toEqual(['@types/mdast', '@types/unist', 'jiti', 'valibot']);
});

test('the package holds what is run, and stays small', () => {
  const said = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [packed] = JSON.parse(said) as { size: number; files: { path: string }[] }[];
  const paths = packed?.files.map(({ path }) => path) ?? [];
  const others = paths.filter((path) => !/^dist\/(?:chunks|types)\//.test(path));
  expect(others.sort()).toEqual([
    ...['CHANGELOG.md', 'LICENSE', 'README.md'].filter((path) => paths.includes(path)),
    ...['dist/NOTICES.txt', 'dist/cli.js', 'dist/index.js', 'dist/remark.js'],
    ...['man/listwright.1', 'package.json', 'schema/config.schema.json', 'schema/export.schema.json'],
    ...['schema/proposal.schema.json'],
    ...['schema/report.schema.json', 'schema/tree.schema.json'],
  ]);
  expect(paths).toContain('README.md');
  expect(paths).toContain('LICENSE');
  // Nothing of the tests, and no map: npx unpacks each file before it starts.
  expect(paths.filter((path) => path.endsWith('.map'))).toEqual([]);
  expect(paths.filter((path) => /\btest\b|fixtures/.test(path) && !path.startsWith('dist/types/'))).toEqual([]);
  // A map for those who build it leads to the sources, and who wrote what is inside is named.
  const { sources } = JSON.parse(readFileSync(`${root}dist/cli.js.map`, 'utf8')) as { sources: string[] };
  expect(sources).toContain('../src/cli/main.ts');
  expect(readFileSync(`${root}dist/NOTICES.txt`, 'utf8')).toMatch(/^commander \d/m);
  expect(packed?.size).toBeLessThan(2_500_000);
});

describe('the command starts from few files', () => {
  const chunks = readdirSync(`${root}dist/chunks`);
  /** Each file that one of these imports statically, and its size in bytes. */
  const loaded = (names: readonly string[], known = new Map<string, number>()): ReadonlyMap<string, number> => {
    for (const name of names) {
      if (known.has(name)) continue;
      const text = readFileSync(`${root}dist/${name}`, 'utf8');
      known.set(name, text.length);
      const imported = [...text.matchAll(/(?:\bfrom|\bimport)\s*"\.\/(?:chunks\/)?([^"]+\.js)"/g)];
      loaded(
        imported.map(([, file]) => `chunks/${file}`),
        known,
      );
    }
    return known;
  };
  // Of all that is built, the command alone has maps.
  const entry = (name: string): string[] =>
    chunks
      .filter((file) => new RegExp(`^${name}-[A-Z0-9]{8}\\.js$`).test(file) && chunks.includes(`${file}.map`))
      .map((file) => `chunks/${file}`);
  const bytes = (files: ReadonlyMap<string, number>): number => [...files.values()].reduce((a, b) => a + b, 0);

  test('for help and the version, without what checks a list', () => {
    const start = loaded(['cli.js', ...entry('program'), ...entry('help')]);
    expect(start.size).toBeGreaterThan(3);
    expect(start.size).toBeLessThan(25);
    expect(bytes(start)).toBeLessThan(150_000);
  });

  test('for a lint', () => {
    const start = loaded(['cli.js', ...entry('program'), ...entry('check'), ...entry('pretty')]);
    expect(bytes(start)).toBeGreaterThan(500_000);
    expect(start.size).toBeLessThan(60);
  });
});
