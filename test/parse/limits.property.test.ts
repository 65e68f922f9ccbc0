import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { maxDepth, mostPieces, paragraphLimits } from '../../src/model/reading-limits.js';
import { unreadRanges } from '../../src/parse/limits.js';
import { parse } from '../../src/parse/parse.js';

const { brackets, openers, marks, lines, length } = paragraphLimits;

describe('a paragraph over a limit', () => {
  test.each([
    ['brackets', 'a] ', brackets],
    ['openers', 'a <? ', openers],
    ['openers', 'a <!-- ', openers],
    ['marks', '*a ', marks],
    ['marks', '`a ', marks],
    ['lines', 'a\n', lines],
    ['length', 'a', length],
  ] as const)('%s: what follows the last that fits is not read', (what, piece, most) => {
    const within = piece.repeat(most);
    expect(unreadRanges(within)).toEqual([]);
    expect(unreadRanges(within + piece).map((range) => range.what)).toEqual([what]);
    expect(unreadRanges(`${within}\n\n${within}`)).toEqual([]);
    expect(unreadRanges(`- ${within.replaceAll('\n', '\n  ')}\n- ${within.replaceAll('\n', '\n  ')}`)).toEqual([]);
  });

  test('ends at the next paragraph, item or heading', () => {
    const over = 'a] '.repeat(brackets + 1);
    for (const next of ['\n\nb [c](d)', '\n- b [c](d)', '\n# b [c](d)']) {
      const list = parse(`${over}${next}\n`);
      expect(list.links.map(({ url }) => url)).toEqual(['d']);
      expect(list.unread).toHaveLength(1);
    }
    expect(parse(`${over}\nb [c](d)\n`).links).toEqual([]);
  });

  test('is one range over many lines', () => {
    expect(unreadRanges('> a\n'.repeat(lines * 4))).toHaveLength(1);
    expect(unreadRanges(`> a\n${'a\n'.repeat(lines * 4)}`)).toHaveLength(1);
  });
});

describe('a file over the limit', () => {
  test.each([
    ['lines', 'a\n\n'],
    ['empty lines', '\n'],
    ['items', '- a\n'],
    ['headings', '# a\n'],
    ['links', '[a](b)\n\n'],
    ['tags on one line', '<b>'],
    ['HTML', '<div><ul>\n\n'],
    ['a table', '|a|\n|-|\n|[a](b)|\n\n'],
  ])('is read to the limit: %s', (_, piece) => {
    const within = piece.repeat(3);
    expect(unreadRanges(within, 15)).toEqual([]);
    const [range, ...more] = unreadRanges(piece.repeat(20), 15);
    expect([range?.what, range?.end, more]).toEqual(['file', piece.length * 20, []]);
    expect((range?.start ?? 0) > 0 || !piece.includes('\n')).toBe(true);
  });

  test('keeps what is before the limit, and says so once', () => {
    const comment = `<!-- ${'<'.repeat(mostPieces)} -->`;
    const list = parse(`- [a](http://b.test) - C.\n\n${comment}\n\n- [c](http://d.test) - E.\n`);
    expect(list.links.map(({ url }) => url)).toEqual(['http://b.test']);
    expect(list.unread.map(({ what }) => what)).toEqual(['file']);
  });
});

test('a text in brackets over the limit is read to the limit', () => {
  const most = paragraphLimits['link-text'];
  expect(unreadRanges(`[${'a'.repeat(most - 1)}](b)`)).toEqual([]);
  expect(unreadRanges(`[a] ${'a'.repeat(most)} [b] [c](d)`)).toEqual([]);
  expect(unreadRanges(`[a [b] ${'a'.repeat(most)} [c](d)`)).toMatchObject([{ what: 'link-text' }]);
});

test('marks in a row in a URL are read to the limit', () => {
  const most = paragraphLimits['url-marks'];
  for (const url of ['http://a.test/', 'www.a.test', 'x HTTPS://a']) {
    expect(unreadRanges(`${url}${','.repeat(most - 1)}b${'!'.repeat(most)} ${'.'.repeat(most * 2)}`)).toEqual([]);
    expect(unreadRanges(`${url}${',:'.repeat(most)}b`)).toMatchObject([{ what: 'url-marks' }]);
    expect(unreadRanges(`${url}${'&amp;'.repeat(most)}b`)).toMatchObject([{ what: 'url-marks' }]);
  }
  expect(unreadRanges(`a${'&amp;'.repeat(most)}b http://a.test`)).toEqual([]);
});

test('lines are one paragraph where they only look like headings or rows', () => {
  for (const line of ['#a\n', '| a | b |\n', '| a |\n|-|-|\n'])
    expect(unreadRanges(line.repeat(lines + 1))).toMatchObject([{ what: 'lines' }]);
  expect(unreadRanges('# a\n'.repeat(lines + 1))).toEqual([]);
});

test('each row of a table is by itself, with and without a bar in front', () => {
  const rows = (row: string): string => row.repeat(lines + 1);
  expect(unreadRanges(`| a | b |\n|---|---|\n${rows('| c | d |\n')}`)).toEqual([]);
  expect(unreadRanges(`a | b\n--|--\n${rows('c | d\n')}`)).toEqual([]);
  expect(unreadRanges(`| a | b |\n|---|---|\n# c\n${rows('d | e\n')}`)).toMatchObject([{ what: 'lines' }]);
});

describe('below a paragraph', () => {
  test('a line of hyphens makes a heading and begins no item', () => {
    expect(unreadRanges('a\n-\n'.repeat(lines))).toMatchObject([{ what: 'lines' }]);
    expect(unreadRanges('a\n\n-\n'.repeat(lines))).toEqual([]);
  });
});

describe('what is long and read all the same', () => {
  test.each([
    ['a fence', `\`\`\`\n${'a[0] = *b;\n'.repeat(3000)}\`\`\`\n`],
    ['a fence in an item', `- a\n\n  ~~~\n${'  a[0]\n'.repeat(3000)}  ~~~\n`],
    ['a block of HTML', `<table>\n${'<tr><td>a</td></tr>\n'.repeat(3000)}</table>\n`],
    ['a table', `| a |\n|---|\n${'| [a](b) |\n'.repeat(3000)}`],
    ['a list', '- [a](b) - C.\n'.repeat(3000)],
    ['a thematic break', '- '.repeat(3000)],
  ])('%s', (_, text) => {
    expect(unreadRanges(text)).toEqual([]);
  });

  test('a fence ends with its item and its quote, and its limits with it', () => {
    const over = 'a] '.repeat(brackets + 1);
    expect(unreadRanges(`- a\n  \`\`\`\n  b\n\n${over}`)).toHaveLength(1);
    expect(unreadRanges(`> \`\`\`\n> b\n\n${over}`)).toHaveLength(1);
    expect(unreadRanges(`\`\`\`a\`b\n${over}`)).toHaveLength(1);
    expect(unreadRanges(`\`\`\`\nb\n\n${over}`)).toEqual([]);
  });
});

describe('nesting', () => {
  test.each([
    ['quotes', (depth: number) => `${'> '.repeat(depth)}a\n`],
    ['bullets on one line', (depth: number) => `${'- '.repeat(depth)}a\n`],
    [
      'bullets below each other',
      (depth: number) => Array.from({ length: depth }, (_, at) => `${'  '.repeat(at)}- a\n`).join(''),
    ],
    ['elements', (depth: number) => `${'<ul><li>'.repeat(depth / 2)}a\n`],
    ['inline elements', (depth: number) => `a${'<b>'.repeat(depth)}\n`],
  ])('%s', (_, nested) => {
    expect(parse(nested(maxDepth)).unread).toEqual([]);
    expect(parse(nested(maxDepth + 2)).unread).toMatchObject([{ what: 'nesting' }]);
  });

  test('of HTML: what is deeper is read as text of the deepest level', () => {
    const deep = 600;
    const list = parse(
      `## A\n\n${'<div>'.repeat(deep)}<a href="https://a.test">a</a>${'</div>'.repeat(deep)}\n\n- [b](https://b.test)\n`,
    );
    expect(list.links.map(({ url }) => url)).toEqual(['https://a.test', 'https://b.test']);
    expect(list.unread).toHaveLength(1);
    expect(list.entries).toHaveLength(1);
  });

  test('a link in a link ends the outer one, as in a browser', () => {
    const list = parse(`a ${'<a href="https://a.test">b '.repeat(1000)}\n`);
    expect(list.links).toHaveLength(1000);
    expect(list.unread).toEqual([]);
  });
});

describe('the rest of a line that is over a limit', () => {
  const over = `${'`'.repeat(marks)} ${'a'.repeat(5000)}`;
  const text = `- [b](c) ${over}\n- [d](e)\n`;

  test('does not move what follows', () => {
    const list = parse(text, { root: true });
    expect(list.links.map(({ url, position }) => [url, position.start])).toEqual([
      ['c', { line: 1, column: 3, offset: 2 }],
      ['e', { line: 2, column: 3, offset: text.indexOf('[d]') }],
    ]);
    const places: unknown[] = [];
    const visit = (node: Nodes): void => {
      if (node.type === 'link') places.push(node.position);
      if ('children' in node) for (const child of node.children) visit(child);
    };
    visit(list.root ?? { type: 'root', children: [] });
    expect(places).toEqual(list.links.map(({ position }) => position));
  });

  test('does not make each mark before it look through it', () => {
    const runs = Array.from({ length: 70 }, (_, at) => `${'`'.repeat(at + 1)} `).join('');
    // A row of a table keeps its table where the rest is short.
    const rows = `| a |\n|---|\n| ${'*b '.repeat(marks)} |\n| [c](d) |\n`;
    expect(parse(`${runs}${'*'.repeat(marks)}${'a'.repeat(3000)}\n\n[b](c)\n`).links.map(({ url }) => url)).toEqual([
      'c',
    ]);
    expect(parse(rows).entries.map(({ url }) => url)).toEqual(['d']);
  });
});
