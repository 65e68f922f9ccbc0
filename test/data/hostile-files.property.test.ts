import { describe, expect, test } from 'vitest';
import { limits } from '../../src/data/data-file.js';
import { listData } from '../../src/data/list-data.js';
import { readData } from '../../src/data/load-data.js';
import { UserError } from '../../src/model/errors.js';

const textsOf = async (name: string, text: string, key: string, list: string | null = null) =>
  ((await readData(name, text)).records(list) ?? []).map((record) => record.values(key).map((value) => value.text));

describe('data files', () => {
  test('with aliases that multiply are read by name only, and many aliases are refused', async () => {
    const bomb = `a: &a [x, x]\n${[...'bcdefghijklmnopqrstuvwxyz'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghijklmnopqrstuvwxyz'[index]}`).join(', ')}]`).join('\n')}\nname: ok\n`;
    expect(await textsOf('d.yaml', bomb, 'name')).toEqual([['ok']]);
    const file = await readData('d.yaml', bomb);
    expect(() => file.records(null)?.[0]?.values('z')).toThrow(UserError);
    const many = `base: &base {name: x}\nlist:\n${'- *base\n'.repeat(limits.aliases + 1)}`;
    await expect(textsOf('d.yaml', many, 'name', 'list')).rejects.toThrow('more than 100 aliases');
    // As many as are allowed.
    const some = `base: &base {name: x}\nlist:\n${'- *base\n'.repeat(limits.aliases)}`;
    expect(await textsOf('d.yaml', some, 'name', 'list')).toHaveLength(limits.aliases);
  });

  test.each(['d.yaml', 'd.json', 'd.toml'])('have keys that objects have already, in %s', async (name) => {
    const text = name === 'd.toml' ? '__proto__ = "p"\nname = "n"\n' : '{"__proto__": "p", "name": "n"}';
    expect(await textsOf(name, text, '__proto__')).toEqual([['p']]);
    expect(await textsOf(name, text, 'constructor')).toEqual([[]]);
    expect(await textsOf(name, text, 'toString.name')).toEqual([[]]);
    expect(({} as { p?: string }).p).toBe(undefined);
  });

  test.each([
    ['d.yaml', '['.repeat(100_000)],
    ['d.json', '{"a":'.repeat(50_000)],
    ['d.yaml', `${'- '.repeat(20_000)}a`],
    ['d.yaml', `${'? '.repeat(20_000)}a`],
    ['d.yaml', Array.from({ length: 1_200 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
    ['d.yaml', '[\n{a: '.repeat(20_000)],
    ['d.toml', `a = ${'['.repeat(100_000)}`],
    ['d.csv', 'name\n"never closed'],
    ['d.csv', 'name\n"a"b\n'],
    ['d.csv', 'name\na,b\n'],
    ['d.csv', 'name,name\na,b\n'],
    ['d.yaml', '- a\n- b\n'],
    ['d.yaml', 'name: [[1]]\n'],
    ['d.yaml', 'name: a\nname: b\n'],
    ['d.toml', 'name = {a = 1}\n'],
    ['d.xml', '<a/>'],
  ])('that are broken are refused with the line: %s %#', async (name, text) => {
    const read = async () => (await readData(name, text)).records(null)?.map((record) => record.values('name'));
    await expect(read()).rejects.toThrow(/^d\.(?:xml|\w+:\d+): /);
    await expect(read()).rejects.toBeInstanceOf(UserError);
  });

  test('with a section for each entry are bounded', async () => {
    const rows = Array.from({ length: limits.sections + 1 }, (_, index) => ({ name: 'a', section: `s${index}` }));
    const file = await readData('d.json', JSON.stringify(rows));
    const fields = new Map([['name', 'text' as const]]);
    expect(() => listData({ files: 'd.json' }, [file], [file], fields, null)).toThrow('more than 5000 sections');
  });

  test('nested as deeply as is allowed are read, and brackets in text are no nesting', async () => {
    const deep = `${'['.repeat(100)}${']'.repeat(100)}`;
    const lines = Array.from({ length: 300 }, (_, index) => `t${index}: a [ b { - c\n`).join('');
    expect(await textsOf('d.yaml', `${lines}deep: ${deep}\nname: 'n'\n`, 'name')).toEqual([['n']]);
  });

  test('keep numbers and dates as they are written', async () => {
    expect(await textsOf('d.yaml', 'v: [1.10, 2024-01-02, true, ~, 0x1F]\n', 'v')).toEqual([
      ['1.10', '2024-01-02', 'true', '0x1F'],
    ]);
    expect(await textsOf('d.csv', '\uFEFFv,w[]\r\n1.10,a;b\r\n,\r\n', 'v')).toEqual([['1.10'], []]);
    expect(await textsOf('d.csv', 'v,w[]\n1.10,a;b\n', 'w')).toEqual([['a', 'b']]);
  });
});
