import { describe, expect, test } from 'vitest';
import { importers } from '../../../src/init/importers/importers.js';
import { readAs } from './read.js';

const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
  .split('')
  .map((name, index) => `${name}: &${name} [${`*${'abcdefghij'[index]},`.repeat(9)}]`)
  .join('\n')}\nplugins: *j\n`;

const files = importers.flatMap((tool) =>
  tool.files.map((file) => [tool.name, file.replace('*.{yml,yaml}', 'ci.yml')] as const),
);

const hostile: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['a zero byte', '\0'],
  ['half an object', '{ "config": {'],
  ['null', 'null'],
  ['a list', '[1, [2], {"plugins": 3}]'],
  ['deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['deep nesting in dashes', '- '.repeat(80_000)],
  ['deep nesting in lines', Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ['deep nesting in a key', `a = ${'['.repeat(20_000)}`],
  ['a bomb of aliases', bomb],
  [
    'a key of the prototype',
    '{ "__proto__": { "polluted": 1 }, "constructor": 1, "toString": true, "plugins": { "__proto__": 1, "lint-constructor": 1 } }',
  ],
  ['keys of the prototype in TOML', '__proto__ = 1\nconstructor = 2\n[hosts.__proto__]\nheaders = { __proto__ = "x" }'],
  [
    'wrong types everywhere',
    JSON.stringify({
      exclude: {},
      accept: {},
      timeout: [],
      hosts: [],
      plugins: 7,
      MD004: [],
      MD044: { names: {} },
      httpHeaders: {},
      remarkConfig: [],
      scripts: [1],
      config: 'x',
    }),
  ],
  ['an endless line', `awesome_bot ${'-w '.repeat(60_000)}`],
  ['quotes without end', `awesome_bot ${`"'\``.repeat(20_000)}`],
  ['comments without end', `{${'/*'.repeat(50_000)}`],
  ['blanks without end', `{"a":1,${' '.repeat(150_000)}`],
  ['commas and blanks', `[${`,${' '.repeat(50)}`.repeat(3000)}`],
];

describe('hostile settings', () => {
  test.each(hostile)('%s makes no reader throw, and sets nothing', async (_, text) => {
    for (const [tool, file] of files) {
      const read = await readAs(tool, file, text);
      // A file of patterns takes any line for one.
      if (!file.endsWith('.lycheeignore')) expect([file, Object.keys(read?.settings ?? {})]).toEqual([file, []]);
      for (const why of read?.left ?? []) expect(why).not.toMatch(/[\u0000-\u001f]/);
    }
    expect(({} as Record<string, unknown>).polluted).toBe(undefined);
  });

  test('a bomb of aliases is refused, one alias is not', async () => {
    expect(await readAs('remark', '.remarkrc.yml', bomb)).toMatchObject({ left: ['it is not valid YAML'] });
    const fair = 'plugins:\n  - [remark-lint-rule-style, &mark "***"]\n  - [remark-lint-strong-marker, *mark]\n';
    expect(await readAs('remark', '.remarkrc.yml', fair)).toMatchObject({
      settings: { rules: { 'style/strong-marker': { options: '***' } } },
    });
  });
});
