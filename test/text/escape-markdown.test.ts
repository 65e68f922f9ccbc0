import { expect, test } from 'vitest';
import { parse } from '../../src/parse/parse.js';
import { destination } from '../../src/text/escape-markdown.js';

test.each(['?a=1&amp;b=2', '?x&copy;y', '?x&#65;y', '?x&copy=1', 'a_(b)', '((a'])('leads to %s', (end) => {
  const url = `https://kiln.example/${end}`;
  expect(parse(`- [Kiln](${destination(url)})\n`).links.map((link) => link.url)).toEqual([url]);
});
