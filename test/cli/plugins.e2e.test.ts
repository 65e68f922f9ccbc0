import { afterEach, describe, expect, test, vi } from 'vitest';
import { shortenLimits } from '../text/short-limits.js';
import { folderOf, listwright, oneFault } from './command.js';

const quiet = `{
  summary: 'Name no colour', why: 'Colours fade.', messages: { colour: '\`{word}\` is a colour; leave it out' },
  check({ list, report }) {
    for (const { text, position } of list.texts) if (text.includes('red')) report({ message: 'colour', at: position, data: { word: 'red' } });
  },
  examples: [
    { text: 'A red thread.\\n', finds: ['1:1 colour'] },
    { text: 'A thread.\\n', finds: [] },
  ],
}`;
const plugin = (more = ''): string => `export default { ...${quiet}, id: 'no-colour', ${more} };\n`;
const config = (plugins: readonly string[], rules: object): string => JSON.stringify({ plugins, rules });
const list = `${oneFault.replace('weft\n', 'weft.\n')}- [Dye](https://dye.example/) - Makes red yarn.\n`;
const lint = (files: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  listwright(folderOf({ 'README.md': list, ...files }), ['lint', '-r', 'json', '--preset', 'minimal', ...args]);
const found = (stdout: string): readonly string[] =>
  (JSON.parse(stdout) as { findings: { rule: string; severity: string; message: string }[] }).findings.map(
    ({ rule, severity, message }) => `${severity} ${rule}: ${message}`,
  );

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a rule of one’s own', () => {
  test('comes from a file that the configuration names', async () => {
    const files = {
      'no-colour.mjs': plugin(),
      'listwright.config.json': config(['./no-colour.mjs'], { 'no-colour': 'error' }),
    };
    const { status, stdout } = await lint(files);
    expect(found(stdout)).toEqual(['error no-colour: `red` is a colour; leave it out']);
    expect(status).toBe(1);
  });

  test('may be TypeScript, one of several, and be turned on from the command line', async () => {
    const files = {
      'rules.ts': `const id: string = 'no-colour';\nexport default { rules: [{ ...${quiet}, id }] };\n`,
      'listwright.config.json': config(['./rules.ts'], {}),
    };
    expect(found((await lint(files)).stdout)).toEqual([]);
    expect(found((await lint(files, '--rule', 'no-colour=info')).stdout)).toHaveLength(1);
  });

  test('may be in a configuration that is code, without a file of its own', async () => {
    const files = {
      'listwright.config.mjs': `export default { plugins: [{ ...${quiet}, id: 'no-colour' }], rules: { 'no-colour': 'warning' } };\n`,
    };
    expect(found((await lint(files)).stdout)).toHaveLength(1);
  });

  test('that throws is named as the culprit, the others go on, and the run ends with 2', async () => {
    const files = {
      'no-colour.mjs': plugin(`check() { throw new Error('the dye ran out'); }`),
      'README.md': `${list}- [Old](https://example.com/) - Gone.\n`,
      'listwright.config.json': config(['./no-colour.mjs'], { 'no-colour': 'error' }),
    };
    const { status, stdout, stderr } = await lint(files);
    expect(status).toBe(2);
    expect(stderr).toContain('the rule no-colour failed on README.md: the dye ran out');
    expect(found(stdout)).toEqual([expect.stringContaining('no-placeholder')]);
  });

  test('that never ends is stopped', async () => {
    shortenLimits();
    const files = {
      'no-colour.mjs': plugin('check() { for (;;); }'),
      'listwright.config.json': config(['./no-colour.mjs'], { 'no-colour': 'error' }),
    };
    const { status, stderr } = await lint(files);
    expect(status).toBe(2);
    expect(stderr).toContain('the rule no-colour failed on README.md: it took longer than 5 s');
  });

  test.each([
    ['is not there', './gone.mjs', '', 'the plugin "./gone.mjs" cannot be loaded: no such file'],
    ['is a package that is not there', 'listwright-plugin-gone', '', 'the package is not installed'],
    ['has no check', './no-colour.mjs', plugin('check: undefined'), 'the rule no-colour has no check'],
    ['has a strange id', './no-colour.mjs', plugin("id: 'No Colour'"), 'found "No Colour"'],
    [
      'has the name of ours',
      './no-colour.mjs',
      plugin("id: 'no-mojibake'"),
      'the rule no-mojibake, which already exists',
    ],
    ['is no rule', './no-colour.mjs', 'export default 7;\n', 'its default export must be a rule'],
  ])('that %s stops the run with a sentence', async (_, name, text, says) => {
    const { status, stdout, stderr } = await lint({
      'no-colour.mjs': text,
      'listwright.config.json': config([name], {}),
    });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

test.each([
  [10, 0],
  [11, 2],
])('a configuration with %i prefetches ends with status %i', async (count, status) => {
  const rules = Array.from({ length: count }, (_, index) => {
    const prefetch = `{ id: 'p-${index}', key: () => null, fetch: async () => new Map() }`;
    return `{ ...${quiet}, id: 'rule-${index}', reads: 'facts', prefetch: ${prefetch} }`;
  });
  const files = {
    'many.mjs': `export default [${rules.join(', ')}];\n`,
    'listwright.config.json': config(['./many.mjs'], {}),
  };
  const ended = await lint(files);
  expect(ended.status).toBe(status);
  expect(ended.stderr.includes('the plugins have 11 prefetches (maximum 10); let rules share one')).toBe(status === 2);
});

describe('a remark-lint plugin', () => {
  test('that the configuration names reports like ours', async () => {
    const files = {
      'node_modules/remark-lint-no-dye/package.json':
        '{"name":"remark-lint-no-dye","type":"module","exports":"./index.js"}',
      'node_modules/remark-lint-no-dye/index.js':
        "export default function () { return (tree, file) => { file.message('Unexpected paragraph', tree.children[0]); }; }\n",
      'listwright.config.json': config(['remark-lint-no-dye'], { 'remark/no-dye': 'warning' }),
    };
    expect(found((await lint(files)).stdout)).toEqual(['warning remark/no-dye: Unexpected paragraph']);
  });
});

describe('rules --test', () => {
  test('runs the examples of a rule', async () => {
    const folder = folderOf({ 'no-colour.mjs': plugin() });
    expect(await listwright(folder, ['rules', '--test', 'no-colour.mjs'])).toMatchObject({
      status: 0,
      stdout: 'no-colour: 2 examples, all passed\n',
    });
  });

  test('says which example fails, and how', async () => {
    const wrong = plugin("examples: [{ text: 'A thread.\\n', finds: ['1:1 colour'] }]");
    const { status, stdout } = await listwright(folderOf({ 'no-colour.mjs': wrong }), [
      'rules',
      '--test',
      'no-colour.mjs',
    ]);
    expect(status).toBe(1);
    expect(stdout).toBe('no-colour: example 1: it finds [], but should find ["1:1 colour"]\n');
  });

  test('ends where the rule does not', async () => {
    shortenLimits();
    const endless = plugin('check() { for (;;); }');
    const { status, stdout } = await listwright(folderOf({ 'no-colour.mjs': endless }), [
      'rules',
      '--test',
      'no-colour.mjs',
    ]);
    expect(status).toBe(1);
    expect(stdout).toContain('example 1: the rule no-colour fails: it took longer than 5 s');
  });
});
