import { expect, test } from 'vitest';
import { parse } from '../../src/parse/parse.js';
import { destination, escaped } from '../../src/text/escape-markdown.js';

test.each(['?a=1&amp;b=2', '?x&copy;y', '?x&#65;y', '?x&copy=1', 'a_(b)', '((a'])('leads to %s', (end) => {
  const url = `https://kiln.example/${end}`;
  expect(parse(`- [Kiln](${destination(url)})\n`).links.map((link) => link.url)).toEqual([url]);
});

test.each([
  ['foo\\', 'foo\\\\'],
  ['a ~b~ c', 'a \\~b\\~ c'],
  ['costs $a$', 'costs \\$a\\$'],
  ['# kiln', '\\# kiln'],
  ['1. kiln', '1\\. kiln'],
  ['> kiln', '\\> kiln'],
  ['- kiln', '\\- kiln'],
])('escapes what means something: %s', (text, source) => expect(escaped(text)).toBe(source));

test.each(['C:\\kiln', '~5 kilns', 'from $5 to $10', '#kiln', '1.5 kilns', '-5 degrees', 'a > b', 'C++', 'snake_case'])(
  'leaves alone what means nothing: %s',
  (text) => expect(escaped(text)).toBe(text),
);
