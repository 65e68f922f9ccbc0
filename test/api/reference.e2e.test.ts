import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { reachable } from '../../scripts/build/declarations.js';
import { chapters, firstExample } from '../../scripts/reference/chapters.js';
import { digestOf } from '../../scripts/reference/digest.js';
import { arrange, programOf } from '../../scripts/reference/page.js';
import { lint } from '../../src/index.js';
import { examples } from './consumer.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
const page = read('docs/api.md');

describe('the declarations of the package', () => {
  const types = join(root, 'dist/types');
  const entries = ['src/index.d.ts', 'src/remark.d.ts'];
  const kept = [...reachable(types, entries)];

  test('are those that somebody can reach, and no others', () => {
    const there = readdirSync(types, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.d.ts'));
    expect(there.sort()).toEqual(kept.sort());
  });

  test('name only packages that are installed with it', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const named = kept.flatMap((path) =>
      [...readFileSync(join(types, path), 'utf8').matchAll(/(?:from|import\()\s*["']([^."'][^"']*)["']/g)].map(
        ([, name = '']) => name,
      ),
    );
    expect(named).toContain('valibot');
    const missing = named.filter((name) => !(name in dependencies) && !(`@types/${name}` in dependencies));
    expect(missing).toEqual([]);
  });
});

describe('the reference', () => {
  test('is of what the package exports now; npm run reference writes it anew', () => {
    expect(/ Of: (\w+) -->/.exec(page)?.[1]).toBe(digestOf(root));
  });

  test('has a place for every exported name', () => {
    const index = readFileSync(join(root, 'dist/types/src/index.d.ts'), 'utf8');
    const names = [...index.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, list = '']) =>
      list.split(',').flatMap(
        (name) =>
          name
            .trim()
            .replace(/^type /, '')
            .replace(/^.* as /, '') || [],
      ),
    );
    const headings = [...page.matchAll(/^### (.*)$/gm)].map(([, name]) => name);
    expect(headings.toSorted()).toEqual(names.sort());
    expect(headings).toEqual(chapters.flatMap((chapter) => chapter.names));
  });

  test('shows only programs that the tests run, and all of them', () => {
    const files = readdirSync(examples).filter((name) => name.endsWith('.ts'));
    expect([firstExample, ...chapters.flatMap((chapter) => chapter.examples)].sort()).toEqual(files.sort());
    for (const file of files) expect(page, file).toContain(programOf(read(`test/api/examples/${file}`)));
    const programs = [...page.matchAll(/^```ts\nimport /gm)];
    expect(programs).toHaveLength(files.length);
  });

  test('leads nowhere that is not there', async () => {
    const rules = (await lint(page, { preset: 'minimal' })).map(({ rule, message }) => `${rule}: ${message}`);
    expect(rules).toEqual([]);
    const astray = page.replace('](#lint)', '](#lnt)').replace('](#list)', '](#lst)');
    expect(astray).not.toBe(page);
    expect((await lint(astray, { preset: 'minimal' })).map(({ rule }) => rule)).toContain('fragment-resolves');
  });

  test('a name that is in no chapter, or in one and nowhere else, stops the writing', () => {
    const written = chapters.flatMap(({ names }) => names.map((name) => `## ${name}\n\nWords.\n\n***\n\n`)).join('');
    expect(arrange(written, new Map(), 'abc')).toContain('### lint\n\nWords.');
    expect(() => arrange(`${written}## Newcomer\n\nWords.\n`, new Map(), 'abc')).toThrow('in no chapter: Newcomer');
    expect(() => arrange(written.replace('## Tier\n', '## Teir\n'), new Map(), 'abc')).toThrow('not exported: Tier');
  });

  test('a signature has its types, a plain type is code, and what is inherited is told once', () => {
    const written = `${chapters
      .flatMap(({ names }) => names)
      .filter((name) => !['lint', 'Point', 'FixOptions'].includes(name))
      .map((name) => `## ${name}\n\nWords.\n\n***\n\n`)
      .join('')}## lint()

\`\`\`ts
function lint(source, options?): Promise<Finding[]>;
\`\`\`

Says
more.

### Parameters

| Parameter | Type |
| :------ | :------ |
| \`source\` | \`string\` \\| [\`List\`](#list-7) |
| \`options?\` | [\`LintOptions\`](#lintoptions) |

### Returns

\`Promise\`

***

## Point

Words.

### Properties

| Property | Type | Description |
| :------ | :------ | :------ |
| <a id="property-line"></a> \`line\` | \`number\` | - |

***

## FixOptions

Words.

### Extends

- [\`LintOptions\`](#lintoptions)

### Properties

| Property | Type | Description | Inherited from |
| :------ | :------ | :------ | :------ |
| <a id="a"></a> \`path?\` | \`string\` | A path. | [\`LintOptions\`](#lintoptions).[\`path\`](#a) |
| <a id="b"></a> \`unsafe?\` | \`boolean\` | As [\`List\`](#list-7) says. | - |
`;
    const made = arrange(written, new Map(), 'abc');
    expect(made).toContain(
      '### lint\n\n```ts\nlint(source: string | List, options?: LintOptions): Promise<Finding[]>;\n```\n\nSays more.\n\n',
    );
    expect(made).toContain('### Point\n\nWords.\n\n```ts\ninterface Point {\n  line: number;\n}\n```\n');
    expect(made).toContain('Takes all of [`LintOptions`](#lintoptions), and:\n\n| name |');
    expect(made).toContain('| `unsafe?` | `boolean` | As [`List`](#list) says. |');
    expect(made).not.toContain('A path.');
  });
});

test('what is locked for the reference names no place to fetch it from, as for the package', () => {
  for (const file of ['package-lock.json', 'scripts/reference/package-lock.json'])
    expect(read(file), file).not.toMatch(/"resolved"|\.tgz/);
});
