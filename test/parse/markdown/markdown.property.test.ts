import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../../src/parse/markdown/markdown.js';
import { type ChunkSizes, cutsOf } from '../../../src/parse/markdown/split.js';
import { runs } from '../../properties/runs.js';

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
    '<div>\n# raw\n',
    '**Bold**\n\n',
    '"Quoted"\n# H\n',
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
/** What speaks of other parts of the file, or looks as if it did. */
const label = fc.constantFrom(
  ...[
    '[loom]: https://loom.example/ "Loom"\n\n',
    '[Loom]: <https://other.example/>\n',
    '  [re\\]ed]:\nhttps://reed.example\n\n',
  ],
  ...['> [quoted]: /q\n\n', '- [listed]: /l\n', '```\n[fenced]: /f\n```\n\n', '<!--\n[hidden]: /h\n-->\n\n'],
  ...['[^note]: A note.\n\n    # still the note\n\n', '[^Note]: Another.\n', '[straße]: /s\n\n', '[STRASSE]: /t\n\n'],
  ...[
    '- [Loom] and [text][loom], ![x][LOOM].\n',
    '[fenced] [hidden] [quoted] [listed] [re\\]ed]\n\n',
    '- [a][] [b][reed]\n',
  ],
  ...[
    'Seen[^note] and [^none].\n\n',
    '- see [^note]\n',
    '[STRASSE] [ẞ]\n\n',
    '[x]:\n',
    '## [loom]\n\n',
    '[a]: b\n# H\n\n',
  ],
);
const mixed = fc.oneof(block, label);
const text = fc
  .array(fc.tuple(mixed, fc.nat(2)), { minLength: 2, maxLength: 12 })
  .map((blocks) => blocks.map(([words, fills]) => `${words}${[filler, lines, ''][fills]}`).join(''));
/** Any pieces of lines in any order, cut wherever that may be. */
const piece = fc.constantFrom(
  ...[
    '# ',
    '## ',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '  ',
    '    ',
    '\t',
    '> ',
    '```',
    '~~~',
    '<!--',
    '-->',
    '<pre>',
    '</pre>',
    '<?',
    '?>',
  ],
  ...[
    '<!X',
    '>',
    '<![CDATA[',
    ']]>',
    '<div>',
    '</div>',
    '<b>',
    '\\',
    '`',
    '*',
    '**',
    '_',
    '[',
    ']',
    '](',
    ')',
    '[x]',
    '[x]: /x',
    '[^1]',
  ],
  ...[
    '[^1]: n',
    '| a | b |',
    '| - | - |',
    '---',
    '===',
    '***',
    'a',
    'b c',
    'www.a.example',
    '&amp;',
    'é',
    '\uFEFF',
    '\u0000',
  ],
  ...[
    '- [ ] ',
    '- x\n- y\n',
    '* x\n* y\n',
    '\n# h\n',
    '\n',
    '\n\n',
    '\n \n',
    '\r\n',
    '\r\n\r\n',
    '\r',
    '  \n',
    '\n\n# ',
    '\n\n## ',
  ],
);
const nasty = fc.array(piece, { minLength: 1, maxLength: 60 }).map((pieces) => pieces.join('').replace(/^\uFEFF+/, ''));
const everywhere = { least: 1, most: 1 };
/** Lines of items, of which what is at the margin may begin an item, go on with one, or end the list. */
const itemLines = fc
  .array(
    fc.constantFrom(
      ...['- a', '- b', '* c', '1. d', '2. e', '77. f', '3) g', '0. h', '1234567890. i', '1.', '-', '- - -', '---'],
      ...[' j', '  k', '   l', '    m', '     n', '   1. o', '  - p', '   3) q', '      5. r', '   ```', '```', '> s'],
      ...['t', '', '', '  ', '\t- u', '\tv', '===', '<div>', '   <!--', '-->', '- [ ] w', '1. [ ] x', '# y', '| z |'],
    ),
    { minLength: 2, maxLength: 30 },
  )
  .map((items) => `${items.join('\n')}\n`);

/** Reads in slices and at once. Comparing texts is much faster; where they differ the trees say how. */
function compare(markdown: string, sizes?: ChunkSizes): void {
  const [ours, theirs] = [readMarkdown(markdown, sizes), whole.parse(markdown)];
  if (JSON.stringify(ours) !== JSON.stringify(theirs)) expect(ours).toEqual(theirs);
}

describe('reading in slices', () => {
  test('gives what reading at once gives', () => {
    fc.assert(
      fc.property(text, (markdown) => {
        compare(markdown);
      }),
      { numRuns: runs(12) },
    );
  });

  test('gives it wherever it is cut', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          nasty,
          itemLines,
          fc.array(mixed, { maxLength: 12 }).map((blocks) => blocks.join('')),
        ),
        (markdown) => {
          compare(markdown, everywhere);
        },
      ),
      { numRuns: runs(500) },
    );
  });

  test.each([
    ['a space before a word that goes on with an item', '- a\n   b\n c\n'],
    ['numbers', '1. a\n2. b\n'],
    ['numbers above what is indented', '1. a\n   - b\n7. c\n\n   d\n'],
    ['a number that begins no item', 'a\n  b\n7. c\n'],
    ['another delimiter', '1. a\n   b\n2) c\n'],
  ])('gives it for %s', (_, lines) => {
    compare(lines.repeat(40), { least: 10, most: 20 });
    compare(lines.repeat(40), everywhere);
  });

  test('cuts a list of numbers', () => {
    expect(cutsOf('1. a\n   1. b\n'.repeat(2000)).length).toBeGreaterThan(2);
    expect(cutsOf('a\n7. b\n'.repeat(2000))).toEqual([0]);
  });

  test('cuts before headings and items', () => {
    const markdown = `# Looms\n\n${filler}\n## Warp\n\n${filler}\n## Weft\n\n${filler}`;
    const cuts = cutsOf(markdown);
    expect(cuts.length).toBe(3);
    expect(cuts.every((at) => /^(?:#|- )/.test(markdown.slice(at)))).toBe(true);
  });

  test('cuts after an edit where it cut before, but close to the edit', () => {
    const items = Array.from(
      { length: 1800 },
      (_, index) => `- [Loom ${index * 7919}](https://loom.example/${index})\n`,
    );
    const before = `# Looms\n\n${items.join('')}`;
    const after = before.replace('[Loom 0]', '[A longer name of a loom]');
    const longer = after.length - before.length;
    const old = new Set(cutsOf(before).map((at) => at + longer));
    expect(old.size).toBeGreaterThan(10);
    expect(cutsOf(after).filter((at) => at > 12_000 && !old.has(at))).toEqual([]);
  });

  test('reads a reference whose definition stands in another slice', () => {
    const markdown = `# Looms\n\n[a][b]\n\n${filler}\n## Warp\n\n${filler}\n[b]: https://b.example/\n`;
    expect(cutsOf(markdown).length).toBeGreaterThan(1);
    expect(readMarkdown(markdown)).toEqual(whole.parse(markdown));
    expect(JSON.stringify(readMarkdown(markdown))).toContain('linkReference');
    const undefinedOne = markdown.replace('[b]:', '[c]:');
    expect(JSON.stringify(readMarkdown(undefinedOne))).not.toContain('linkReference');
  });
});
