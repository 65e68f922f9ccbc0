import fc from 'fast-check';
import type { Link, ListItem, Paragraph, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as textOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { escaped } from '../../src/text/escape-markdown.js';

const signs = [...'\\`*_[]()<>#+-.!|~&:ab1 "\'{}=$^@é茶', '&amp;', '</a>', '<!--', '-->', ':a:', '1. ', '# '];
const texts = fc
  .array(fc.constantFrom(...signs), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join('').trim().replace(/\s+/g, ' '))
  .filter((text) => text !== '');

test('escaped text is shown as it is, in a link, after one and at the start of an item', () => {
  fc.assert(
    fc.property(texts, texts, (name, description) => {
      for (const bare of [true, false]) {
        const source = bare
          ? `- ${escaped(name)}\n`
          : `- [${escaped(name)}](https://u.test) - ${escaped(description)}\n`;
        const root: Root = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
        const item = (root.children[0] as { children?: ListItem[] }).children?.[0];
        const paragraph = item?.children[0] as Paragraph;
        expect(paragraph.type).toBe('paragraph');
        expect(textOf(paragraph)).toBe(bare ? name : `${name} - ${description}`);
        expect(paragraph.children.map(({ type }) => type)).toEqual(bare ? ['text'] : ['link', 'text']);
        if (!bare) expect((paragraph.children[0] as Link).children.map(({ type }) => type)).toEqual(['text']);
      }
    }),
    { numRuns: 300 },
  );
});
