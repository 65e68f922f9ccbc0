import { describe, expect, test } from 'vitest';
import {
  applyBaseline,
  type Baseline,
  baselineRows,
  type LintedScope,
  readBaseline,
  writeBaseline,
} from '../../src/diff/baseline.js';
import { UserError } from '../../src/model/errors.js';
import { type Heard, heard, short } from './lint-both.js';

const name = '.listwright-baseline.json';
const at = (...all: readonly Heard[]): LintedScope => ({ paths: all.map(({ list }) => list.path), rules: null });
const rowsOf = (...all: readonly Heard[]) => all.flatMap(({ findings, list }) => baselineRows(findings, list));
const written = (...all: readonly Heard[]): Baseline => readBaseline(writeBaseline(rowsOf(...all), at(...all)), name);

const pots = `# Pots

## Clay

- [Cup](https://cup.test/) - For tea
- [Jug](http://jug.test/) - For milk

## Iron

Heavy.  x${' '}
- [Pan](https://pan.test/) - For eggs.
`;

/** What a text has beyond the baseline of another, and what of it is gone. */
function against(before: string, after: string) {
  const now = heard(after);
  const { kept, known, stale } = applyBaseline(now.findings, now.list, written(heard(before)));
  return { kept: short(kept), known: known.length, stale: stale.map(({ rule, count }) => `${count} ${rule}`) };
}

describe('writeBaseline', () => {
  test('one line for each thing, sorted, with what a reader knows it by', () => {
    const other = heard('# T\n\n## A\n\n- [Pot](https://p.test) - Of clay\n', undefined, './docs/a "b".md');
    const one = heard(pots);
    expect(writeBaseline(rowsOf(other, one), at(other, one))).toBe(`{
  "version": 1,
  "findings": [
    {"rule":"description-end","path":"README.md","content":"Cup cup.test","url":null,"count":1},
    {"rule":"description-end","path":"README.md","content":"Jug jug.test","url":null,"count":1},
    {"rule":"no-trailing-spaces","path":"README.md","content":"Heavy. x","url":null,"count":1},
    {"rule":"url-https","path":"README.md","content":"Jug jug.test","url":null,"count":1},
    {"rule":"description-end","path":"docs/a \\"b\\".md","content":"Pot p.test","url":null,"count":1}
  ]
}
`);
  });

  test('nothing is an empty list', () => {
    const text = writeBaseline([], { paths: [], rules: null });
    expect(text).toBe('{\n  "version": 1,\n  "findings": []\n}\n');
    expect(readBaseline(text, name)).toEqual([]);
  });

  test('the order of findings does not count', () => {
    const one = heard(pots);
    expect(writeBaseline([...rowsOf(one)].reverse(), at(one))).toBe(writeBaseline(rowsOf(one), at(one)));
  });

  test('a long line is cut, and its end still counts', () => {
    const long = (end: string) => heard(`# T\n\n## A\n\n${'Clay 🏺 '.repeat(40)}${end}.   \n\nMore.\n`);
    const [one, other] = [written(long('a'))[0]?.content ?? '', written(long('b'))[0]?.content ?? ''];
    expect(one.length).toBeLessThan(150);
    expect(one).toMatch(/^Clay 🏺 .*… [0-9a-f]{12}$/u);
    expect(one).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
    expect(other).not.toBe(one);
  });

  test('what was not looked at stays', () => {
    const [one, gone] = [heard(pots), heard(pots, undefined, 'gone.md')];
    const earlier = [
      ...written(gone),
      ...written(one),
      { ...written(one)[0], rule: 'link-broken' } as Baseline[number],
    ];
    const again = (rules: LintedScope['rules']) =>
      readBaseline(writeBaseline([], { paths: [one.list.path], rules }, earlier), name).map(
        (row) => `${row.path} ${row.rule}`,
      );
    expect(again(null)).toEqual(written(gone).map((row) => `gone.md ${row.rule}`));
    expect(again(new Set(['description-end', 'url-https', 'no-trailing-spaces']))).toEqual([
      'README.md link-broken',
      ...written(gone).map((row) => `gone.md ${row.rule}`),
    ]);
  });
});

describe('applyBaseline', () => {
  const cup = '- [Cup](https://cup.test/) - For tea';
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['nothing changed', pots, [], []],
    ['lines moved', pots.replace('# Pots', '# Pots\n\nOf all sorts.'), [], []],
    ['an entry moved', `${pots.replace(`${cup}\n`, '')}${cup}\n`, ['10 entries-sorted'], []],
    ['an entry says something else and has its fault', pots.replace('For tea', 'For coffee'), [], []],
    ['the address in another spelling', pots.replace('https://cup.test/', 'https://www.cup.test'), [], []],
    ['a fault is mended', pots.replace('For tea', 'For tea.'), [], ['1 description-end']],
    [
      'another entry has it',
      pots.replace('For tea', 'For tea.').replace('For eggs.', 'For eggs'),
      ['11 description-end'],
      ['1 description-end'],
    ],
    ['a line of prose is new', pots.replace('Heavy.', 'Light.'), ['10 no-trailing-spaces'], ['1 no-trailing-spaces']],
    ['another fault of a known entry', pots.replace('(https://cup', '(http://cup'), ['5 url-https'], []],
  ])('%s', (_, after, kept, stale) => {
    expect(against(pots, after)).toMatchObject({ kept, stale });
  });

  test('a second copy is new', () => {
    const rules = ['description-end'];
    const one = heard(pots, rules);
    const two = heard(`${pots}${cup}\n`, rules);
    const { kept, known } = applyBaseline(two.findings, two.list, written(one));
    expect([short(kept), known.length]).toEqual([['12 description-end'], 2]);
    expect(applyBaseline(one.findings, one.list, written(two)).stale).toMatchObject([
      { content: 'Cup cup.test', count: 1 },
    ]);
  });

  test('rows that say the same are added up', () => {
    const one = heard(pots);
    const rows = written(one);
    const twice = heard(`${pots}${cup}\n`, ['description-end']);
    expect(applyBaseline(twice.findings, twice.list, [...rows, ...rows]).kept).toEqual([]);
  });

  test('a finding that stands for many is narrowed to what is not known', () => {
    const list = (count: number) =>
      heard(
        `# T\n\n## A\n\n${Array.from({ length: count }, (_, index) => `- [Pot ${index}](https://p${index}.test) - Clay\n`).join('')}`,
        ['description-end'],
      );
    const { kept } = applyBaseline(list(25).findings, list(25).list, written(list(22)));
    expect(short(kept)).toEqual(['27 description-end']);
    expect(kept[0]?.places).toHaveLength(2);
    expect(applyBaseline(list(5).findings, list(5).list, written(list(22)))).toMatchObject({ kept: [] });
    expect(applyBaseline(list(5).findings, list(5).list, written(list(22))).stale).toHaveLength(17);
  });

  test('of a file or a rule that was not looked at nothing is stale', () => {
    const [one, other] = [heard(pots), heard('# T\n', undefined, 'other.md')];
    expect(applyBaseline([], other.list, written(one)).stale).toEqual([]);
    expect(applyBaseline([], one.list, written(one), new Set(['url-https'])).stale).toMatchObject([
      { rule: 'url-https' },
    ]);
    expect(applyBaseline([], one.list, written(one)).stale).toHaveLength(4);
  });

  test('a finding of one file is not known of another', () => {
    const other = heard(pots, undefined, 'other.md');
    expect(applyBaseline(other.findings, other.list, written(heard(pots))).kept).toEqual(other.findings);
    const dotted = heard(pots, undefined, './README.md');
    expect(applyBaseline(dotted.findings, dotted.list, written(heard(pots))).kept).toEqual([]);
  });
});

describe('readBaseline', () => {
  const row = { rule: 'a', path: 'b', content: 'c', url: null, count: 1 };
  const file = (change: object) => JSON.stringify({ version: 1, findings: [row, { ...row, ...change }] });
  test.each<[string, string, RegExp]>([
    ['not JSON', '{\n  "version": 1,\n  x\n}', /not valid JSON on line 3; correct it, or rewrite it with --update-baseline$/],
    ['empty', '', /not valid JSON; correct it/],
    ['conflict markers', '{\n<<<<<<< HEAD\n}', /conflict markers/],
    ['null', 'null', /`version` is missing/],
    ['a list', '[1]', /`version` is missing/],
    ['another version', '{"version":2,"findings":[]}', /`version` is 2, expected 1; rewrite it with --update-baseline$/],
    ['no findings', '{"version":1}', /`findings` is missing, expected an array$/],
    ['findings that are none', '{"version":1,"findings":{"length":3}}', /`findings` is an object/],
    ['a row that is none', '{"version":1,"findings":[null]}', /`findings\[0\]\.count` is missing/],
    ['inherited keys', '{"__proto__":{"version":1,"findings":[]}}', /`version` is missing/],
    ['a rule that is no text', file({ rule: 7 }), /`findings\[1\]\.rule` is 7, expected a text$/],
    ['a path that is no text', file({ path: ['x'] }), /`findings\[1\]\.path` is a list/],
    ['an address that is no text', file({ url: {} }), /`findings\[1\]\.url` is an object/],
    ['a count of nothing', file({ count: 0 }), /`findings\[1\]\.count` is 0, expected an integer ≥ 1$/],
    ['half a place', file({ count: 1.5 }), /count` is 1\.5/],
    ['more than can be counted', file({ count: 1e300 }), /count` is 1e\+300/],
    ['a count in words', file({ count: 'two' }), /count` is "two"/],
  ])('%s', (_, text, said) => {
    const read = () => readBaseline(text, 'known.json');
    expect(read).toThrow(UserError);
    expect(read).toThrow(said);
    expect(read).toThrow(/^known\.json: /);
  });

  test('a BOM, further keys and an address that is left out do no harm', () => {
    const { url, ...bare } = row;
    const text = JSON.stringify({ version: 1, tool: 'x', findings: [{ ...bare, note: 'y' }] });
    expect(readBaseline(`\ufeff${text}`, name)).toEqual([{ ...bare, url }]);
  });
});
