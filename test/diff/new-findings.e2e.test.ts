import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../src/diff/list-diff.js';
import { newFindings } from '../../src/diff/new-findings.js';
import { findBase } from '../../src/git/base.js';
import { textAtBase } from '../../src/git/base-text.js';
import type { Finding } from '../../src/model/finding.js';
import { bare, repository } from '../git/repository.js';
import { caused, heard, short } from './lint-both.js';

const kiln = `# Pots

- [Clay](#clay)
- [Iron](#iron)
- [Wood](#wood)

## Clay

- [Cup](https://cup.test/) - For tea
- [Jug](https://jug.test/) - For milk.
- [Urn](https://urn.test/) - For ashes.

## Iron

- [Pan](https://pan.test/) - For eggs.
- [Wok](https://wok.test/) - For all

## Wood

- [Bowl](https://bowl.test/)   
- [Ladle](http://ladle.test/) - For soup.
- [Spoon](https://spoon.test/) - To eat.
`;
const swap = (...pairs: readonly (readonly [string, string])[]): string =>
  pairs.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`no ${from}`);
    return text.replace(from, () => to);
  }, kiln);
const lineOf = (name: string): string => kiln.split('\n').find((line) => line.includes(`[${name}](http`)) ?? '';
const without = (name: string): readonly [string, string] => [`${lineOf(name)}\n`, ''];

test('the list has old faults', () => {
  expect(short(heard(kiln).findings)).toEqual([
    '9 description-end',
    '16 description-end',
    '20 no-trailing-spaces',
    '21 url-https',
  ]);
});

describe('what a change causes', () => {
  test.each<[string, string, readonly string[]]>([
    ['nothing changed', kiln, []],
    ['lines moved down', swap(['# Pots\n', '# Pots\n\nOf all sorts.\n\nAnd more.\n']), []],
    ['other line endings', kiln.replaceAll('\n', '\r\n'), []],
    [
      'sections in another order',
      kiln.replace(/(## Clay[\s\S]*)(## Iron[\s\S]*)(## Wood[\s\S]*)/, '$1$3\n$2'),
      ['4 toc-sync'],
    ],
    ['a section with another name', swap(['## Iron', '## Metal'], ['[Iron](#iron)', '[Metal](#metal)']), []],
    [
      'an old fault moves with its entry',
      swap(without('Wok'), ['## Iron\n\n', `## Iron\n\n${lineOf('Wok')}\n`]),
      ['15 entries-sorted'],
    ],
    [
      'an old fault moves to another section',
      swap(without('Wok'), ['## Wood\n\n', `## Wood\n\n${lineOf('Wok')}\n`]),
      ['19 entries-sorted'],
    ],
    ['a changed entry keeps its fault', swap(['For tea', 'For green tea']), []],
    ['a renamed entry keeps its fault', swap(['[Cup]', '[Cups]']), []],
    ['a changed entry gets a fault', swap(['For milk.', 'For cream']), ['10 description-end']],
    ['a changed entry has another address', swap(['http://ladle.test', 'http://ladles.test']), ['21 url-https']],
    ['a fault is mended', swap(['For tea', 'For tea.']), []],
    [
      'a fault is mended here and made there',
      swap(['For tea', 'For tea.'], ['For eggs.', 'For eggs']),
      ['15 description-end'],
    ],
    [
      'a blank is mended here and made there',
      swap(['/)   ', '/)'], ['To eat.', 'To eat.  ']),
      ['22 no-trailing-spaces'],
    ],
    ['the entry with the fault goes', swap(without('Cup')), []],
    [
      'one goes and another comes with the same fault',
      swap([lineOf('Cup'), '- [Bin](https://bin.test/) - For tea']),
      ['9 description-end'],
    ],
    ['a new entry without a fault', swap(['- [Jug]', '- [Dish](https://dish.test/) - For fish.\n- [Jug]']), []],
    [
      'a new entry at the wrong place',
      swap(['- [Urn]', '- [Dish](https://dish.test/) - For fish.\n- [Urn]']),
      ['11 entries-sorted'],
    ],
    [
      'two faults of one entry',
      swap(['- [Jug]', '- [Dish](http://dish.test/) - For fish\n- [Jug]']),
      ['10 url-https', '10 description-end'],
    ],
    [
      'a copy below',
      swap(['- [Wok]', '- [Urn](https://urn.test/) - For ashes.\n- [Wok]']),
      ['16 no-duplicate-url', '17 entries-sorted'].slice(0, 1),
    ],
    [
      'a copy above, at the copy',
      swap(['- [Jug]', '- [Eggpan](https://pan.test/) - For eggs.\n- [Jug]']),
      ['10 no-duplicate-url'],
    ],
    [
      'a copy with an old fault',
      swap(['## Iron\n\n', `## Iron\n\n${lineOf('Cup')}\n`]),
      ['15 no-duplicate-url', '15 description-end'],
    ],
    [
      'a section that the contents lack',
      swap(['## Wood', '## Tin\n\n- [Can](https://can.test/) - Old.\n\n## Wood']),
      ['18 toc-sync'],
    ],
    ['a section goes that the contents name', kiln.replace(/## Wood[\s\S]*/, ''), ['5 toc-sync']],
    ['a heading gets a mark', swap(['## Iron', '## Iron:'], ['(#iron)', '(#iron)']), ['13 heading-format']],
    ['a section is emptied', swap(without('Pan'), without('Wok')), ['13 no-empty-section']],
  ])('%s', (_, after, expected) => {
    expect(short(caused(kiln, after))).toEqual(expected);
  });

  test('without a base all findings are new', () => {
    expect(caused(null, kiln)).toEqual(heard(kiln).findings);
  });

  test('the same fault twice in one entry: the second is new', () => {
    const list = (text: string) => `# T\n\n## A\n\n- [Pot](https://p.test) - See [a](http://a.test)${text}.\n`;
    expect(short(caused(list(''), list(' and [a](http://a.test)')))).toEqual(['5 url-https']);
  });

  test('an old fault that names another neighbour now is old', () => {
    const list = (more: string) =>
      `# T\n\n## A\n\n- [B](https://b.test) - B.\n- [Z](https://z.test) - Z.\n- [C](https://c.test) - C.\n${more}- [E](https://e.test) - E.\n- [F](https://f.test) - F.\n`;
    expect(heard(list('')).findings[0]?.message).not.toContain('`G`');
    expect(short(caused(list(''), list('- [D](https://d.test) - D.\n')))).toEqual([]);
    const behind = `${list('')}- [G](https://g.test) - G.\n`;
    expect(heard(behind).findings[0]?.message).toContain('`G`');
    expect(short(caused(list(''), behind))).toEqual([]);
  });

  test('numbers of lines and counts make no finding new, numbers that are content do', () => {
    const long = (length: number) =>
      `# T\n\n## A\n\n- [Pot](https://p.test) - ${'Clay and more '.repeat(length)}clay.\n`;
    expect(short(heard(long(20)).findings)).toEqual(['5 description-length']);
    expect(short(caused(long(20), long(30)))).toEqual([]);
    expect(short(caused(long(2), long(30)))).toEqual(['5 description-length']);
  });
});

describe('a finding that stands for many', () => {
  const list = (count: number, more = '') =>
    `# T\n\n## A\n\n${Array.from({ length: count }, (_, index) => `- [Pot ${String(index).padStart(2, '0')}](https://p${index}.test) - Of clay\n`).join('')}${more}`;
  const extra =
    '- [Urn](https://urn.test) - Of tin\n- [Vase](https://vase.test) - Of tin.\n- [Wok](https://wok.test) - Of iron\n';

  test('is narrowed to its new places', () => {
    const said = caused(list(30), list(30, extra));
    expect(short(said)).toEqual(['35 description-end']);
    expect(said[0]?.places?.map(({ start }) => start.line)).toEqual([37]);
    expect(said[0]?.fix?.edits).toHaveLength(2);
    const one = caused(list(30), list(30, extra.replace('iron', 'iron.')));
    expect(one).toMatchObject([{ start: { line: 35 }, places: null }]);
  });

  test('has the counterparts of findings that stood for themselves, and the reverse', () => {
    expect(heard(list(5)).findings).toHaveLength(5);
    expect(short(caused(list(5), list(5, extra)))).toEqual(['10 description-end']);
    expect(short(caused(list(6), list(5)))).toEqual([]);
    expect(short(caused(list(6), list(6)))).toEqual([]);
  });

  test('outside of entries as well', () => {
    const prose = (count: number) =>
      `# T\n\n## A\n\n${Array.from({ length: count }, (_, index) => `Clay ${index}.  x \n\n`).join('')}`;
    const rules = ['no-trailing-spaces'];
    const [few, many] = [heard(prose(3), rules).findings.length, heard(prose(30), rules).findings];
    expect(few).toBeGreaterThan(0);
    expect(many).toHaveLength(1);
    const said = caused(prose(3), prose(30), rules);
    expect((said[0]?.places?.length ?? 0) + 1).toBe(27);
    expect(said[0]?.start.line).toBe(11);
  });
});

describe('a history', () => {
  /** Each commit as a change of the text before, and what it causes. */
  const history: readonly (readonly [(text: string) => string, readonly string[]])[] = [
    [(text) => text.replace('# Pots\n', '# Pots\n\nAll that holds.\n'), []],
    [(text) => text.replace('- [Jug]', '- [Dish](https://dish.test/) - For fish\n- [Jug]'), ['12 description-end']],
    [(text) => text.replace('For fish', 'For fish.'), []],
    [
      (text) => text.replace('- [Wok]', '- [Dish](https://www.dish.test) - For fish.\n- [Wok]'),
      ['19 entries-sorted', '19 no-duplicate-url'],
    ],
    [(text) => text.replace('- [Dish](https://www.dish.test) - For fish.\n', ''), []],
    [
      (text) => text.replace('## Wood', '## Tin\n\n- [Can](http://can.test/) - Old.\n\n## Wood'),
      ['21 toc-sync', '23 url-https'],
    ],
    [(text) => text.replace('- [Wood](#wood)\n', '- [Tin](#tin)\n- [Wood](#wood)\n'), []],
    [
      (text) =>
        text
          .replace(/(## Tin[\s\S]*?\n)(## Wood[\s\S]*)$/, '$2\n$1')
          .replace(/(- \[Tin.*\n)(- \[Wood\]\(#.*\n)/, '$2$1'),
      [],
    ],
    [
      (text) =>
        text
          .replace('- [Ladle](http://', '- [Ladle](https://')
          .replace('- [Spoon]', '- [Saw](http://saw.test/) - To cut\n- [Spoon]'),
      ['26 url-https', '26 description-end'],
    ],
    [(text) => text.replace('## Clay', '## Tin'), ['5 toc-sync', '8 toc-sync', '10 heading-unique']],
  ];

  test('each of ten commits causes what it causes, and all of them what is left', async () => {
    const repo = repository();
    const name = 'my lists/-é "list".md';
    repo.commit({ [name]: kiln });
    let text = kiln;
    for (const [index, [change, expected]] of history.entries()) {
      const next = change(text);
      expect(next, `commit ${index + 1} changes something`).not.toBe(text);
      const file = repo.write({ [name]: next });
      const base = await findBase('HEAD', repo.root, bare);
      expect(await textAtBase(base, file)).toBe(text);
      const said = caused(await textAtBase(base, file), next);
      repo.commit();
      const later = await textAtBase(await findBase('HEAD~1', repo.root, bare), file);
      expect(caused(later, next)).toEqual(said);
      expect(short(said), `commit ${index + 1}`).toEqual(expected);
      text = next;
    }
    const start = await textAtBase(await findBase('HEAD~10', repo.root, bare), `${repo.root}/${name}`);
    expect(start).toBe(kiln);
  });
});

test('a finding about two places is put at the new one, without its fix', () => {
  const before = heard('# T\n\n## A\n\n- [A](https://a.test)\n- [C](https://c.test)\n', []).list;
  const after = heard('# T\n\n## A\n\n- [A](https://a.test)\n- [B](https://b.test)\n- [C](https://c.test)\n', []).list;
  const [a, b, c] = after.entries.map((entry) => entry.label);
  if (a === undefined || b === undefined || c === undefined) throw new Error('three entries');
  const finding = (place: typeof a, message: string): Finding => ({
    ...{
      rule: 'order',
      topic: 'style',
      verdict: null,
      severity: 'error',
      message,
      path: 'README.md',
      start: place.start,
      end: place.end,
    },
    ...{ url: null, fix: { safe: true, edits: [] }, places: null },
  });
  const changes = changesBetween(before, after);
  const place = (one: Finding) => newFindings([], [one], { before, after }, changes)[0];
  expect(place(finding(c, '`C` is as `B` in line 6'))).toMatchObject({ start: b.start, end: b.end, fix: null });
  expect(place(finding(c, '`C` is as `A` in line 5'))).toMatchObject({ start: c.start, fix: { safe: true } });
  expect(place(finding(b, '`B` is as `A` in line 5'))).toMatchObject({ start: b.start });
  // Two old neighbours that were in order are so no more: what came between is at fault.
  expect(place(finding(c, '`C` is out of order; move it before `A` (line 5)'))).toMatchObject({ start: b.start });
  expect(place(finding(c, '`C` has 6 faults'))).toMatchObject({ start: c.start });
  expect(place(finding(c, '`C` is as line 99999999999 or line 77'))).toMatchObject({ start: c.start });
});
