import { describe, expect, test } from 'vitest';
import { lineLinks } from '../../src/url/line-links.js';

const urls = (line: string): readonly string[] => lineLinks(line).map(({ url }) => url);

describe('the links of a line', () => {
  test.each([
    ['- [Ink](https://ink.example/) - Writes.', ['https://ink.example/']],
    ['- [Ink](<https://ink.example/a>)', ['https://ink.example/a']],
    ['- [Ink](https://ink.example "Title (old)")', ['https://ink.example']],
    ['See https://ink.example/a, or <https://ink.example/b>.', ['https://ink.example/a', 'https://ink.example/b']],
    ['- [Clay](https://w.example/Clay_(pot)).', ['https://w.example/Clay_(pot)']],
    ['- [Clay](https://w.example/Clay_(pot)_(old))', ['https://w.example/Clay_(pot)_(old)']],
    ['- [Clay](https://w.example/Clay_(pot_(old)))', ['https://w.example/Clay_(pot_(old))']],
    ['- (see https://w.example/Clay_(pot))', ['https://w.example/Clay_(pot)']],
    ['- (see https://w.example/Clay)', ['https://w.example/Clay']],
    [
      '- [Clay](https://w.example/Clay.) - See https://w.example/Pot.',
      ['https://w.example/Clay.', 'https://w.example/Pot'],
    ],
    ['- [Clay](https://w.example/a\\_b?c=1&amp;d=2)', ['https://w.example/a_b?c=1&d=2']],
    ['<li><a href="https://ink.example/x">Ink</a></li>', ['https://ink.example/x']],
    ['[ink]: https://ink.example/ref', ['https://ink.example/ref']],
    ['| [Ink](https://ink.example/) | no |', ['https://ink.example/']],
    ['![Ink](https://ink.example/i.png) <img src="https://ink.example/j.png">', []],
    ['- [Ink](ink.md)', []],
    ['- [Ink](http://)', []],
  ])('%s', (line, expected) => {
    expect(urls(line)).toEqual(expected);
  });

  test('only the first link of an item or a row leads', () => {
    const leads = (line: string) => lineLinks(line).map((link) => link.leads);
    expect(leads('  * [Ink](https://a.example) like [Pen](https://b.example)')).toEqual([true, false]);
    expect(leads('| x | [Ink](https://a.example) |')).toEqual([true]);
    expect(leads('1. ![i](https://i.example/i.png) [Ink](https://a.example)')).toEqual([true]);
    expect(leads('See [Ink](https://a.example).')).toEqual([false]);
  });

  test('has the text of a link, brackets in it included', () => {
    expect(lineLinks('- [a [b] c](https://a.example)')[0]?.label).toBe('a [b] c');
    expect(lineLinks('[ink]: <https://a.example>')[0]?.label).toBe('ink');
    expect(lineLinks('<https://a.example>')[0]?.label).toBe('');
  });

  test('grows with the line alone', () => {
    for (const part of [
      '[',
      `https://a${'.'.repeat(40)}`,
      'https://a(',
      'https://a.example/(((',
      '](https://a',
      '[a](https://a\\',
    ])
      expect(lineLinks(part.repeat(20_000)).length).toBeLessThanOrEqual(20_000);
  });
});
