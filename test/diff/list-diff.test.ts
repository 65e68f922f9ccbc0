import { describe, expect, test } from 'vitest';
import { type Changes, changesBetween } from '../../src/diff/list-diff.js';
import { lineChanges } from '../../src/diff/new-lines.js';
import { parse } from '../../src/parse/parse.js';

const between = (before: string, after: string): Changes => changesBetween(parse(before), parse(after));

/** What a change is, in words. */
function told(before: string, after: string): string {
  const { added, changed, moved, links, sections, renamed } = between(before, after);
  const title = (one: { title?: string | null; label?: string }) => one.label ?? one.title;
  const parts = [
    ...added.map(({ name }) => `+${name}`),
    ...changed.map(({ name }) => `~${name}`),
    ...moved.map(({ name }) => `>${name}`),
    ...links.map(({ url }) => `@${url.replace('https://', '')}`),
    ...sections.map((one) => `+#${title(one)}`),
    ...renamed.map((one) => `~#${title(one)}`),
  ];
  return parts.join(' ');
}

const kiln = `# Pots

## Clay

- [Urn](https://urn.test/) - For ashes.
- [Cup](https://cup.test/) - For tea.
  - [Lid](https://lid.test/) - For the cup.
- [Jug](https://jug.test/) - For milk.

## Iron

- [Pan](https://pan.test/) - For eggs.
- [Wok](https://wok.test/) - For all.
`;
const swap = (...pairs: readonly (readonly [string, string])[]): string =>
  pairs.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`no ${from}`);
    return text.replace(from, to);
  }, kiln);
const lineOf = (name: string): string => kiln.split('\n').find((line) => line.includes(`[${name}]`)) ?? '';

describe('what a change adds, changes and moves', () => {
  test.each<[string, string, string]>([
    ['nothing', kiln, ''],
    ['other line endings and a BOM', `\ufeff${kiln.replaceAll('\n', '\r\n')}`, ''],
    ['other bullets', kiln.replaceAll(/^( *)- /gm, '$1* '), ''],
    ['blank lines', kiln.replaceAll('\n\n', '\n\n\n'), ''],
    ['a new entry', swap(['- [Jug]', '- [Bowl](https://bowl.test/) - For soup.\n- [Jug]']), '+Bowl @bowl.test/'],
    ['a new nested entry', swap(['- [Jug]', '  - [Ear](https://ear.test/) - To hold.\n- [Jug]']), '+Ear @ear.test/'],
    ['a description', swap(['For ashes.', 'For the dead.']), '~Urn'],
    ['a name', swap(['[Urn]', '[The Urn]']), '~The Urn'],
    ['an address', swap(['https://urn.test/', 'https://urn.test/new']), '~Urn @urn.test/new'],
    ['the spelling of an address', swap(['https://urn.test/', 'https://www.urn.test']), '~Urn @www.urn.test'],
    [
      'name and address: another thing',
      swap(['[Urn](https://urn.test/)', '[Vase](https://v.test/)']),
      '+Vase @v.test/',
    ],
    ['an entry goes', swap([`${lineOf('Jug')}\n`, '']), ''],
    [
      'an entry that goes behind two others',
      swap([`${lineOf('Urn')}\n`, ''], [lineOf('Jug'), `${lineOf('Jug')}\n${lineOf('Urn')}`]),
      '>Urn',
    ],
    ['to another section', swap([`${lineOf('Urn')}\n`, ''], ['- [Wok]', `${lineOf('Urn')}\n- [Wok]`]), '>Urn'],
    [
      'to another section with another address',
      swap([`${lineOf('Urn')}\n`, ''], ['- [Wok]', '- [Urn](https://urns.test/) - For ashes.\n- [Wok]']),
      '~Urn >Urn @urns.test/',
    ],
    ['out of its entry', swap(['  - [Lid]', '- [Lid]']), '>Lid'],
    ['a second copy', swap(['- [Wok]', `${lineOf('Urn')}\n- [Wok]`]), '+Urn'],
    ['a section with another name', swap(['## Clay', '## Earth']), '~#Earth'],
    ['a section with another emoji', swap(['## Clay', '## 🏺 Clay']), ''],
    ['a new section', `${kiln}\n## Tin\n\n- [Can](https://can.test/) - Old.\n`, '+Can @can.test/ +#Tin'],
    ['sections in another order', kiln.replace(/(## Clay[\s\S]*)(## Iron[\s\S]*)/, '$2\n$1'), ''],
    ['a section below a new one', swap(['## Iron', '## Metal\n\n### Iron']), '+#Metal'],
    ['a section that is joined to another', swap(['## Iron\n\n', '']), '>Pan >Wok'],
    ['a link in a description', swap(['For tea.', 'For [tea](https://tea.test/).']), '~Cup @tea.test/'],
    ['prose with a known link', swap(['## Iron\n', '## Iron\n\nAs [Cup](https://cup.test/).\n']), ''],
    ['prose with a new link', swap(['## Iron\n', '## Iron\n\nAs [ore](https://ore.test/).\n']), '@ore.test/'],
  ])('%s', (_, after, expected) => {
    expect(told(kiln, after)).toBe(expected);
  });

  test('a name that several have tells nothing in another section', () => {
    const list = (a: string, b: string) =>
      `# T\n\n## A\n\n- [Docs](https://${a}.test)\n\n## B\n\n- [Docs](https://${b}.test)\n`;
    expect(told(list('a', 'b'), list('a', 'c'))).toBe('~Docs @c.test');
    const other = list('a', 'b').replace('## B', '## C\n\n- [Docs](https://x.test)\n- [Docs](https://y.test)\n\n## B');
    expect(told(list('a', 'b').replace('- [Docs](https://b.test)', '- [Pan](https://b.test)'), other)).toBe(
      '+Docs +Docs ~Docs @x.test @y.test +#C',
    );
  });

  describe('several entries of one address or name', () => {
    const sections = (all: Readonly<Record<string, readonly string[]>>) =>
      `# T\n\n${Object.entries(all)
        .map(([title, lines]) => `## ${title}\n\n${lines.map((line) => `- ${line}\n`).join('')}\n`)
        .join('')}`;
    const [P, Q] = ['[P](https://u.test)', '[Q](https://u.test)'];
    test.each<[string, Record<string, string[]>, Record<string, string[]>, string]>([
      ['what says the same is the same', { A: [`${P} - X.`, `${P} - Y.`] }, { A: [`${P} - Y.`, `${P} - X.`] }, '>P'],
      ['else what has the same name', { A: [P, Q] }, { A: [`${Q} - X.`, `${P} - X.`] }, '~Q ~P >Q'],
      ['in the same section', { A: [P], B: [P] }, { B: [`${P} - X.`], A: [`${P} - Y.`] }, '~P ~P'],
      ['the name counts more than the section', { A: [P], B: [] }, { A: [`${Q} - X.`], B: [`${P} - X.`] }, '+Q ~P >P'],
      [
        'the section counts more than the order',
        { A: [P, '[O](https://o.test)'], B: [Q, '[R](https://r.test)'] },
        {
          B: ['[Q2](https://u.test)', '[R](https://r.test)'],
          A: ['[P2](https://u.test)', '[O](https://o.test)'],
        },
        '~Q2 ~P2',
      ],
      [
        'which of two namesakes elsewhere it is, nobody knows',
        { A: ['[P](https://a.test)', '[O](https://o.test)'] },
        { A: ['[O](https://o.test)'], C: ['[P](https://x.test)', '[P](https://y.test)'] },
        '+P +P @x.test @y.test +#C',
      ],
      [
        'one namesake elsewhere',
        { A: ['[P](https://a.test)', Q] },
        { A: [Q], C: ['[P](https://x.test)'] },
        '~P >P @x.test +#C',
      ],
      [
        'a copy above is the new one',
        { A: [P, '[O](https://o.test)', Q] },
        { A: [Q, P, '[O](https://o.test)', Q] },
        '+Q',
      ],
    ])('%s', (_, before, after, expected) => {
      expect(told(sections(before), sections(after))).toBe(expected);
    });
  });

  test('rows of a table that is lined up anew are not changed', () => {
    const table = (pad: string, more = '') =>
      `# T\n\n## A\n\n| Name${pad} | Of |\n|---|---|\n| [Pot](https://p.test)${pad} | clay${pad} |\n${more}`;
    expect(told(table(''), table('   '))).toBe('');
    expect(told(table(''), table('   ', '| [Longer](https://l.test) | tin |\n'))).toBe('+Longer @l.test');
  });

  test('numbers of a list that count on are no change', () => {
    const list = (names: string) =>
      `# T\n\n## A\n\n${[...names].map((name, index) => `${index + 1}. [${name}](https://${name}.test/)\n`).join('')}`;
    expect(told(list('bcd'), list('abcd'))).toBe('+a @a.test/');
  });

  test('tiers are sections too', () => {
    const list = (tier: string) =>
      `# T\n\n## A\n\n- ${tier}: Basics\n  - [Pot](https://p.test) - Of clay.\n- Tier 2: More\n  - [Pan](https://q.test) - Of tin.\n`;
    expect(told(list('Tier 1'), list('Tier 1'))).toBe('');
    expect(told(list('Tier 0'), list('Tier 1'))).toBe('~#Tier 1: Basics');
  });

  test('without a base all is new', () => {
    const changes = changesBetween(null, parse(kiln));
    expect([changes.added.length, changes.links.length, changes.sections.length, changes.lines.size]).toEqual([
      6, 6, 2, 9,
    ]);
    expect(changes.touches({ start: at(1), end: at(1) })).toBe(true);
  });
});

const at = (line: number) => ({ line, column: 1, offset: 0 });

describe('touches', () => {
  const after = swap(['For tea.', 'For coffee.'], ['## Iron\n', '## Iron\n\nHeavy, and\nhot.\n']).replace(
    '- [Jug]',
    '- [Bowl](https://bowl.test/) - For soup.\n- [Jug]',
  );
  const list = parse(after);
  const changes = changesBetween(parse(kiln), list);
  test.each([
    ['Pots', false],
    ['Urn', false],
    ['For ashes', false],
    ['For coffee', true],
    ['Cup', true],
    ['Lid', false],
    ['Bowl', true],
    ['Jug', false],
    ['## Iron', false],
    ['Heavy', true],
    ['hot.', true],
    ['Wok', false],
  ])('%s: %s', (word, expected) => {
    const start = after.indexOf(word);
    expect(changes.touches(list.place(start, start + word.length))).toBe(expected);
  });

  test('a place over several lines is touched by any of them', () => {
    const place = (from: string, to: string) => list.place(after.indexOf(from), after.indexOf(to));
    expect(changes.touches(place('## Clay', '## Iron'))).toBe(true);
    expect(changes.touches(place('# Pots', '- [Urn]'))).toBe(false);
    expect(changes.touches(place('## Iron', 'Heavy'))).toBe(false);
  });

  test('a blank at the end of an entry is of the entry', () => {
    const text = swap(['For ashes.', 'For ashes.  '], ['For milk.', 'For cream.  ']);
    const said = parse(text);
    const { touches } = changesBetween(parse(kiln), said);
    expect(touches(said.place(text.indexOf('ashes.  ') + 6, text.indexOf('ashes.  ') + 8))).toBe(false);
    expect(touches(said.place(text.indexOf('cream.  ') + 6, text.indexOf('cream.  ') + 8))).toBe(true);
  });
});

describe('lineChanges', () => {
  test.each<[string, string, string, number[]]>([
    ['a line between', 'a\nb\n', 'a\nx\nb\n', [2]],
    ['a moved line', 'a\nb\nc\n', 'c\na\nb\n', []],
    ['a copy', 'a\nb\nc\n', 'a\nb\nc\na\n', [4]],
    ['a blank line', 'a\nb\n', 'a\n\nb\n', []],
    ['from nothing', '', 'a\n\nb', [1, 3]],
    ['to nothing', 'a\nb', '', []],
    ['CR alone', 'a\rb\r', 'a\nx\nb\n', [2]],
  ])('%s', (_, before, after, expected) => {
    expect([...lineChanges(before, after).fresh]).toEqual(expected);
  });
});
