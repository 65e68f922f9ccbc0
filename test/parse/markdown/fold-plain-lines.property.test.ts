import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { collapsePlainLines, expandPlainLines } from '../../../src/parse/markdown/fold-plain-lines.js';
import { readMarkdown } from '../../../src/parse/markdown/markdown.js';
import { runs } from '../../properties/runs.js';

const whole = unified().use(remarkParse).use(remarkGfm).freeze();

/** What items are made of, and what makes them more than plain; blanks and letters most of all. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(' ', 'loom', 'reed ', ' - ', 'w', '.', 'é', '織', '😀', 'a1') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        '[loom](https://loom.example/a_b?c=d&e#f)',
        '[a b](x)',
        '![i](/i.png)',
        '![](/i.png)',
        '[![i j](/i.png)](https://l.example)',
        '[![](i)](u)',
        '`warp <b>`',
        'a_b',
        '& ',
        ' @weft',
        '|',
      ],
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...[
        '*',
        '_',
        '~',
        '~~',
        '**',
        '`',
        '``',
        '\\',
        '<',
        '>',
        '<b>',
        '<!--',
        '-->',
        '[',
        ']',
        '](',
        '(',
        ')',
        '!',
        '![',
      ],
      ...[
        '&amp;',
        '&#42;',
        '&copy',
        '@',
        'a@b.example',
        'www.',
        'www.loom.example',
        'http://',
        '://',
        ':',
        'https://l.example',
      ],
      ...[
        '[loom]',
        '[^note]',
        '[ ]',
        '[x] ',
        '[loom](a b)',
        '[loom](<a>)',
        '[l](u "t")',
        '[](u)',
        '[l]()',
        '[l](a(b)c)',
        '[[l](u)](v)',
        '[![i](u) l](v)',
        '[l ![i](u)](v)',
        '[![i](u)][loom]',
        '[![i](u)]',
        '[![[i](u)](v)',
        '![![i](u)](v)',
        '[![](',
      ],
      ...[
        '[ l](u)',
        '[l ](u)',
        '` c`',
        '`c `',
        '\t',
        '\u00a0',
        '\u0085',
        '\uFEFF',
        '\u0000',
        '\uD800',
        '  ',
        '$x$',
        '{a}',
        '"',
        "'",
        '^',
        '§',
        '#',
        '- - -',
      ],
    ),
  },
);
const words = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
const item = fc
  .tuple(fc.constantFrom('[loom](https://loom.example)', 'Loom', 'é', ''), words)
  .map((parts) => parts.join(''));
const marker = fc.oneof(
  { weight: 6, arbitrary: fc.constant('- ') },
  { weight: 2, arbitrary: fc.constantFrom('  - ', '* ', '    - ', '-  ', '+ ') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('1. ', '- [ ] ', '> - ', '', '      - ', '-     ', '-\t', '- - ', '> ', '   '),
  },
);
const run = fc
  .tuple(marker, fc.array(item, { minLength: 1, maxLength: 5 }))
  .map(([mark, items]) => items.map((each) => `${mark}${each}\n`).join(''));
const cells = fc.array(fc.oneof({ weight: 4, arbitrary: words }, fc.constantFrom('', ' ', '  ')), {
  minLength: 1,
  maxLength: 4,
});
const row = fc
  .tuple(fc.constantFrom('| ', '|', '|  ', '', ' | '), cells, fc.constantFrom(' |', '|', ' |', '', ' | '))
  .map(([start, texts, end]) => `${start}${texts.join(' | ')}${end}\n`);
const rows = fc
  .tuple(
    fc.constantFrom(
      '| a | b |\n| - | - |\n',
      '| a | b |\n| - | :-: |\n',
      '|a|\n|-|\n',
      '',
      '- x\n',
      '> | a |\n> | - |\n',
    ),
    fc.array(row, { minLength: 1, maxLength: 6 }),
  )
  .map(([head, below]) => head + below.join(''));
/** What runs stand in, below and above. */
const around = fc.constantFrom(
  ...[
    '',
    '\n',
    '\n\n',
    '## Warp\n\n',
    'words\n',
    '<div>\n',
    '</div>\n\n',
    '<!--\n',
    '-->\n\n',
    '```\n',
    '~~~\n',
    '===\n',
    '---\n',
    '***\n',
  ],
  ...[
    '| a |\n| - |\n',
    '  | - |\n',
    '| - | - |\n',
    '[loom]: /l\n',
    '[loom]: /l "t\n',
    '[^note]: n\n\n',
    '    code\n',
    '  more\n',
    '\n  more\n',
    '> quote\n',
    '\r\n',
    '- x\r\n',
  ],
);
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: run }, { weight: 3, arbitrary: rows }, around), {
    minLength: 1,
    maxLength: 7,
  })
  // A mark of byte order is cut off before Markdown is read.
  .map((parts) => parts.join('').replace(/^\uFEFF/, ''));
const plain = (node: unknown): unknown => JSON.parse(JSON.stringify(node));

describe('plain items and rows', () => {
  test('are read as they are read one by one', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(plain(readMarkdown(words))).toEqual(plain(whole.parse(words)));
      }),
      { numRuns: runs(500) },
    );
  });

  test.each([
    ['links and words', '- [Loom](https://loom.example/?a=b&c) - Weaves & spins: cloth, thread_count and more.', true],
    ['code and images', '  * Loom ![new](new.svg) by `<loom>` for @weavers | spinners', true],
    ['badges', '- [Loom](u) [![new](n.svg)](https://new.example) ![](plain.svg) - Weaves.', true],
    ['a badge with words next to its image', '- [Loom](u) [![new](n.svg) words](https://new.example)', false],
    ['emphasis', '- [Loom](https://loom.example) - *Weaves* cloth.', false],
    ['an entity', '- [Loom](https://loom.example) - Weaves &amp; spins.', false],
    ['a bare address', '- Loom is at www.loom.example now.', false],
    ['a mail address', '- Loom, write to me@loom.example now.', false],
    ['a reference', '- [Loom] - Weaves cloth.', false],
    ['a task', '- [ ] Loom', false],
    ['a break at the end', '- [Loom](https://loom.example) - Weaves.  ', false],
    ['a numbered item', '1. [Loom](https://loom.example) - Weaves.', false],
    ['a rule', '- - -', false],
  ])('%s', (_, line, isPlain) => {
    expect(collapsePlainLines(`${line}\n`.repeat(4)) !== null).toBe(isPlain);
  });

  test.each([
    ['links, code and words', '| [Loom](https://loom.example) | Weaves `<cloth>` & more. |  |', true],
    ['no blanks', '|[Loom](https://loom.example)|Weaves.|', true],
    ['emphasis', '| [Loom](https://loom.example) | *Weaves* cloth. |', false],
    ['a pipe that is escaped', '| [Loom](https://loom.example) | Weaves \\| spins. |', false],
    ['a pipe in code', '| [Loom](https://loom.example) | Weaves `a|b`. |', false],
    ['no pipe at the end', '| [Loom](https://loom.example) | Weaves.', false],
    ['a row of hyphens', '| - | :-: |', false],
  ])('a row with %s', (_, line, isPlain) => {
    expect(collapsePlainLines(`| Name | What |\n|---|---|\n${`${line}\n`.repeat(4)}`) !== null).toBe(isPlain);
  });

  test('are one line while micromark reads', () => {
    const folded = collapsePlainLines(`# Looms\n\n${'- [Loom](https://loom.example) - Weaves.\n'.repeat(40)}\nMore.\n`);
    expect(folded?.text).toBe('# Looms\n\n- \u00A7\n\nMore.\n');
    const table = collapsePlainLines(`| Name |\n| --- |\n${'| Loom |\n'.repeat(40)}\nMore.\n`);
    expect(table?.text).toBe('| Name |\n| --- |\n|\u00A7|\n\nMore.\n');
  });

  test('are not put where no items are', () => {
    const folded = collapsePlainLines(`<div>\n${'- Loom\n'.repeat(4)}</div>\n`);
    expect(folded).not.toBeNull();
    if (folded !== null) expect(expandPlainLines(whole.parse(folded.text).children, folded)).toBeNull();
  });
});
