import { describe, expect, test } from 'vitest';
import { parse } from '../../src/parse/parse.js';

const links = (text: string): { url: string; form: string; place: string; written: string }[] => {
  const list = parse(text);
  return list.links.map(({ url, form, place, urlPosition: { start, end } }) => ({
    url,
    form,
    place,
    written: list.text.slice(start.offset, end.offset),
  }));
};

describe('every link of the file, with the address as it stands there', () => {
  test.each([
    ['[a](https://a.test/x)', 'https://a.test/x', 'inline', 'https://a.test/x'],
    ['[a](<https://a.test/x y>)', 'https://a.test/x y', 'inline', 'https://a.test/x y'],
    ['[a](https://a.test "A title")', 'https://a.test', 'inline', 'https://a.test'],
    ['[a](https://a.test/?q=1&amp;r=2)', 'https://a.test/?q=1&r=2', 'inline', 'https://a.test/?q=1&amp;r=2'],
    ['[a [b] c](https://a.test)', 'https://a.test', 'inline', 'https://a.test'],
    ['<https://a.test>', 'https://a.test', 'autolink', 'https://a.test'],
    ['see https://a.test now', 'https://a.test', 'literal', 'https://a.test'],
    ['see www.a.test now', 'http://www.a.test', 'literal', 'www.a.test'],
    ['![a](i.png)', 'i.png', 'image', 'i.png'],
    ['<a href="https://a.test/?q=1&amp;r=2">a</a>', 'https://a.test/?q=1&r=2', 'html', 'https://a.test/?q=1&amp;r=2'],
    ["x <a href='https://a.test'>a</a>", 'https://a.test', 'html', 'https://a.test'],
    ['x <a href=https://a.test>a</a>', 'https://a.test', 'html', 'https://a.test'],
    ['<img src="i.png">', 'i.png', 'html', 'i.png'],
    ['[a][r]\n\n[r]: https://a.test', 'https://a.test', 'reference', 'https://a.test'],
    ['x <img src=https://a.test/b.png width=9> y', 'https://a.test/b.png', 'html', 'https://a.test/b.png'],
    ['x <img width=9 src=img/b.png> y', 'img/b.png', 'html', 'img/b.png'],
    ['<img src=img/b.png>', 'img/b.png', 'html', 'img/b.png'],
    ['x <a class=b href=https://a.test/c/ >d</a> e', 'https://a.test/c/', 'html', 'https://a.test/c/'],
    ['x <a href=https://a.test/b>c</a> d', 'https://a.test/b', 'html', 'https://a.test/b'],
    ['[a](https://a.test/x_\\(y\\)&b=1)', 'https://a.test/x_(y)&b=1', 'inline', 'https://a.test/x_\\(y\\)&b=1'],
    ['[a](https://a.test/b\\)c "t \\" (u)")', 'https://a.test/b)c', 'inline', 'https://a.test/b\\)c'],
    ['[a](<https://a.test/b\\>c>)', 'https://a.test/b>c', 'inline', 'https://a.test/b\\>c'],
    ['[a]( https://a.test/&amp;copy;\n(t \\) u))', 'https://a.test/&copy;', 'inline', 'https://a.test/&amp;copy;'],
    ['> [a](\n> https://a.test)', 'https://a.test', 'inline', 'https://a.test'],
    ['![a [x](u) b](i\\).png)', 'i).png', 'image', 'i\\).png'],
    ['[a][r]\n\n[r]: https://a.test/x_\\(y\\) "t"\n', 'https://a.test/x_(y)', 'reference', 'https://a.test/x_\\(y\\)'],
    [
      '[a][r]\n\n[r]: <https://a.test/&amp;copy;>\n  (t)\n',
      'https://a.test/&copy;',
      'reference',
      'https://a.test/&amp;copy;',
    ],
    ['<picture><source srcset="a.png"></picture>', 'a.png', 'html', 'a.png'],
    ['x <source srcset="a.png 2x"> y', 'a.png', 'html', 'a.png'],
    ['<p>\n  <a href="[YOUR_LINK]">\n    text\n  </a>\n</p>', '[YOUR_LINK]', 'html', '[YOUR_LINK]'],
  ])('%s', (text, url, form, written) => {
    expect(links(text)).toMatchObject([{ url, form, written }]);
  });

  test('the text around a tag with values that are not quoted stays', () => {
    const list = parse('- a 3 < 4 <a href=https://a.test/b>c</a> and <b>d</b> x=y https://e.test\n');
    expect(list.texts.map(({ text }) => text).join('|')).toBe('a 3 < 4 |c| and |d| x=y |https://e.test');
    expect(links('a \\<img src=b/c.png> d')).toEqual([]);
    expect(links('a <img src=b/c.png d')).toEqual([]);
  });

  test('all addresses of srcset', () => {
    const text =
      '<picture><source srcset="a.png 1x, https://b.test/c,d.png 2x,e.png"><img src="f.png" srcset="g.png, h.png 2x"></picture>';
    expect(links(text).map(({ url, written }) => [url, url === written])).toEqual(
      ['a.png', 'https://b.test/c,d.png', 'e.png', 'g.png', 'h.png', 'f.png'].map((url) => [url, true]),
    );
  });

  test('with an escaped pipe in a table, and with one elsewhere', () => {
    const row = 'https://a.test/?b\\|c';
    const table = `| a |\n|---|\n| ${row} |\n| [x](${row}) |\n| <${row}> |\n| <a href="${row}">x</a> |\n`;
    expect(links(table).map(({ url }) => url)).toEqual(Array(4).fill('https://a.test/?b|c'));
    expect(links(`<${row}>`).map(({ url }) => url)).not.toContain('https://a.test/?b|c');
  });

  test('not in formulas and definitions that nothing uses', () => {
    expect(links('$$ [x](y) $$\n\n$$\n[x](z)\n$$\n\n[//]: # (A comment)\n\n[unused]: https://unused.test')).toEqual([]);
    expect(links('$$ a $$ and [x](y) $$ b $$').map(({ url }) => url)).toEqual(['y']);
    expect(links('It costs $$ [x](y) more').map(({ url }) => url)).toEqual(['y']);
  });

  test('not in code or comments', () => {
    expect(links('`[a](https://a.test)` <!-- [b](https://b.test) -->\n\n    [c](https://c.test)\n')).toEqual([]);
  });

  test('an e-mail address that is a link without a position gets one', () => {
    const list = parse('## A\n\n- [a](https://a.test) - Ask me.you@mail.test about it, or https://b.test.\n');
    expect(list.links.map((link) => [link.sort, link.position.start.column])).toEqual([
      ['web', 3],
      ['mail', 29],
      ['web', 59],
    ]);
  });
});

test('places', () => {
  const text = [
    '# L [![badge](b.svg)](https://badge.test)',
    '## Contents\n\n- [A](#a)\n- [B](#b)\n- [C](#c)',
    '## A [link](https://heading.test)\n\nProse with [one](https://prose.test).',
    '- [entry](https://entry.test) ![icon](i.svg) - See [two](https://description.test).',
  ].join('\n\n');
  expect(Object.fromEntries(links(text).map(({ url, place }) => [url, place]))).toEqual({
    'https://badge.test': 'badge',
    'b.svg': 'badge',
    '#a': 'contents',
    '#b': 'contents',
    '#c': 'contents',
    'https://heading.test': 'heading',
    'https://prose.test': 'prose',
    'https://entry.test': 'entry',
    'i.svg': 'badge',
    'https://description.test': 'description',
  });
});

describe('directives', () => {
  test.each([
    [
      '<!-- listwright-disable rule-a, rule-b -- they are right -->',
      'listwright',
      'disable',
      ['rule-a', 'rule-b'],
      'they are right',
    ],
    ['<!-- listwright-enable -->', 'listwright', 'enable', [], null],
    ['<!-- listwright-disable-next-line rule-a -->', 'listwright', 'disable-next-line', ['rule-a'], null],
    ['<!-- listwright-ignore-link -->', 'listwright', 'ignore-link', [], null],
    [
      '<!--lint disable awesome-heading no-dead-urls-->',
      'remark',
      'disable',
      ['awesome-heading', 'no-dead-urls'],
      null,
    ],
    ['<!--lint ignore-->', 'remark', 'ignore', [], null],
  ])('%s', (text, dialect, verb, rules, reason) => {
    expect(parse(text).directives).toMatchObject([{ dialect, verb, rules, reason, entry: null }]);
  });

  test('inside an entry they know it', () => {
    expect(parse('## A\n\n- [a](https://a.test) <!--lint ignore--> - Text.').directives[0]?.entry?.name).toBe('a');
  });

  test('an ordinary comment is none', () => {
    expect(parse('<!-- listwright is fine -->').directives).toEqual([]);
  });
});
