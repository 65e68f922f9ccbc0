import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../src/parse/markdown.js';
import { slicesOf } from '../../src/parse/slice.js';

const whole = unified().use(remarkParse).use(remarkGfm).freeze();
const lines = '- [Loom](https://loom.example/) - Weaves.\n  - [Reed](https://reed.example/)\n'.repeat(30);
const filler = `${'- [Loom](https://loom.example/) - Weaves *cloth* and www.cloth.example too.\n'.repeat(60)}\n`;

/** Pieces that may run on over a heading, and near misses that do not. */
const block = fc.constantFrom(
  ...[
    '## Warp\n\n',
    '# Weft #\n\n',
    '### [Heddle](https://heddle.example)\r\n\r\n',
    '##Not a heading\n\n',
    '    # code\n\n',
  ],
  ...[
    '```sh\n# comment\n\n# more\n',
    '```\n\n',
    '~~~~\n\n# in it\n\n~~~\n',
    '- item\n  ```\n  x\n\n',
    '> quote\n> ```\n\n',
  ],
  ...[
    '<!-- hidden\n\n',
    '-->\n\n',
    '<!-- shut -->\n\n',
    '<pre>\n\n# raw\n\n',
    '</pre>\n\n',
    '<div>\n\n',
    '<details>\n\n',
    '<?php\n\n',
  ],
  ...[
    '| a | b |\n| - | - |\n| 1 | 2 |\n\n',
    'words\nand words\n',
    'Title\n=====\n\n',
    '1. one\n\n   two\n\n',
    '- a\n- - -\n- b\n',
    '* x\n* y\n',
    '\ttab\n\n',
    '\n \n',
  ],
);
const text = fc
  .array(fc.tuple(block, fc.nat(2)), { minLength: 2, maxLength: 12 })
  .map((blocks) => blocks.map(([words, fills]) => `${words}${[filler, lines, ''][fills]}`).join(''));

describe('reading in slices', () => {
  test('gives what reading at once gives', () => {
    fc.assert(
      fc.property(text, (markdown) => {
        expect(readMarkdown(markdown)).toEqual(whole.parse(markdown));
      }),
      { numRuns: 60 },
    );
  });

  test('cuts before headings, and keeps every character', () => {
    const markdown = `# Looms\n\n${filler}\n## Warp\n\n${filler}\n## Weft\n\n${filler}`;
    expect(slicesOf(markdown).length).toBeGreaterThan(3);
    expect(slicesOf(markdown).join('')).toBe(markdown);
    expect(slicesOf(markdown).every((slice) => /^(?:#|- )/.test(slice))).toBe(true);
  });

  test('leaves a text whole that refers to definitions', () => {
    const markdown = `# Looms\n\n[a][b]\n\n${filler}\n## Warp\n\n${filler}\n[b]: https://b.example/\n`;
    expect(slicesOf(markdown)).toHaveLength(1);
  });
});
