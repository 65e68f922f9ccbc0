import fc from 'fast-check';

const pick = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);

const names = pick(
  ...['Ash', 'Silk *road*', 'Foil (Book)', '`jib`', 'Node.js', 'Nodejs', '帆船', 'A & B', '🪁 Kite', 'rc file', 'grpc'],
  ...[
    'the `baz` tool',
    'Sail <!-- old -->',
    ' Padded ',
    'Ends.',
    'Github',
    'قارب',
    'x\u200by',
    'C++',
    '2048',
    '[tag] Sail',
  ],
);
const hosts = pick('ash', 'silk', 'foil');
const urls = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(hosts, fc.nat(40)).map(([host, page]) => `https://${host}.sails.example/${page}`) },
  {
    weight: 1,
    arbitrary: pick(
      ...[
        'https://ash.example/?utm_source=list',
        'http://foil.example',
        'https://github.com/a/b.git',
        '#spars',
        'docs/a.md',
      ],
      ...[
        'https://ash.example/a_(b)',
        'https://ash.example/a\u200b',
        'https://ash.example/data- Structures',
        'foil.example',
      ],
      ...[
        '<https://ash.example/a b>',
        'https://youtu.be/abcdefghijk',
        '"https://ash.example/q"',
        'mailto:a@ash.example',
      ],
    ),
  },
);
const described = pick(
  ...[
    'Bends well',
    'costly and *slow*',
    'See [more](https://more.example/a)',
    '軽くて高い',
    '又轻又贵',
    'Works etc.',
    'Why not?',
  ],
  ...[
    '"Quoted."',
    'Uses `code`',
    'Ends,',
    'Легкий парус',
    'the the wind',
    'Really!!',
    'fsck for kites',
    'قارب شراعي',
    'From https://ash.example/x',
  ],
  ...[
    'Bends\u00a0well',
    'Lo\u00adud',
    'It‘s loud.',
    '( see below )',
    'Complexity:',
    'Made by [a] (https://ash.example/y)',
    'Itâ€™s light',
    'x < y',
  ],
);
const tails = pick(
  '',
  '',
  '',
  '.',
  '!',
  '。',
  ' `MIT` `Go`',
  '. ([src](https://src.example/b))',
  ' ![new](new.svg)',
  ' 🎉',
  ' <br>',
  ' ',
  '  ',
);
const separators = pick(
  ' - ',
  ' - ',
  ' - ',
  ' – ',
  ' — ',
  ': ',
  '：',
  ' ',
  ' -  ',
  '\u00a0- ',
  ' -',
  '- ',
  '\n  - ',
  ' - \n  ',
);
const links = fc
  .tuple(
    names,
    urls,
    pick(
      ...[
        '[N](U)',
        '[N](U)',
        '[N](U)',
        '**[N](U)**',
        '[**N**](U)',
        '<a href="U">N</a>',
        '**N**',
        '[N] (U)',
        '(N)[U]',
        '[N][U]',
      ],
      ...[
        '[N](U]',
        '[N)(U)',
        '[N]U)',
        '[N](U',
        '[[N](U)](U)',
        '[N]( U )',
        '[N](U "Title")',
        '![N](U)',
        'N: U',
        '<U>',
        'U',
      ],
      ...['[N](U <http://c.example> d)', '\\[N](U)', '[N][ref]'],
    ),
  )
  .map(([name, url, shape]) => shape.replaceAll('N', () => name).replaceAll('U', () => url));

const entry = fc
  .tuple(links, fc.option(fc.tuple(separators, described, tails)))
  .map(([link, rest]) => link + (rest ?? []).join(''));
const bullets = pick(
  '- ',
  '- ',
  '- ',
  '- ',
  '* ',
  '+ ',
  '-',
  '*',
  '-  ',
  '1. ',
  '2) ',
  '- [ ] ',
  '- [x] ',
  '- [X]  ',
  '  - ',
  '    - ',
  '\t- ',
  '> - ',
);
const item = fc.tuple(bullets, entry).map(([bullet, text]) => [bullet + text]);
const continued = fc
  .tuple(
    item,
    pick(
      '  plain words',
      'lazy words',
      '  - [sub](https://sub.example/) - A part.',
      '-[glued](https://glued.example/) - Good.',
      '**[⬆ back to top](#contents)**',
      '',
      '  | a | b |',
      '      indented code',
      '  ```\n  fenced [a] (https://ash.example)\n  ```',
      '  > quoted',
      '1.[one](https://one.example/)',
      '  <br>',
      '<details>',
      '</details>',
    ),
  )
  .map(([lines, more]) => [...lines, more]);
const table = fc
  .tuple(
    pick('| Name | What |\n|---|---|', 'Name | What\n--- | ---', '| Name | What | Stars |\n|:--|:-:|--:|'),
    fc.array(fc.tuple(links, described, pick(' |', '', '  |', ' | x |')), { minLength: 1, maxLength: 4 }),
  )
  .map(([head, rows]) => ['', head, ...rows.map(([link, text, end]) => `| ${link} | ${text}${end}`), '']);
const html = fc
  .tuple(links, described)
  .map(([link, text]) => [
    '',
    '<ul>',
    `<li>${link} - ${text}</li>`,
    `<li><a href=https://raw.example/>Raw</a> - ${text}</li>`,
    '</ul>',
    '',
  ]);
const tier = fc
  .tuple(
    pick('Tier', 'tier', 'Level', 'Week'),
    fc.nat(3),
    pick(': ', ' - ', ' ', ''),
    pick('Basics', 'mastery', ''),
    fc.array(item, { minLength: 1, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([word, number, joint, title, items, isItem]) => {
    const label = `${word} ${number + 1}${title && joint + title}`;
    return isItem
      ? [`- **${label}**`, ...items.flat().map((line) => `    ${line}`)]
      : ['', `### ${label}`, '', ...items.flat(), ''];
  });
const other = pick(
  ...[
    ['<!-- listwright-disable entry-separator -->'],
    ['<!-- listwright-enable -->'],
    ['<!--lint ignore-->'],
    ['', 'Some prose.', ''],
  ],
  ...[
    ['', '```md', '- [Fenced] (https://fenced.example) - the the end', '```', ''],
    ['', '> - [Quoted](https://quoted.example) - quoted', ''],
    ['', '---', ''],
  ],
  ...[
    ['', '<!--', '- [Hidden] (https://hidden.example) - hidden', '-->', ''],
    ['', '[ref]: https://ref.example/', ''],
    ['', '<img src="a.svg" width=9>', ''],
  ],
  ...[
    ['', 'A note[^1] on http://bare.example/x and www.bare.example.', '', '[^1]: the the note', ''],
    ['', 'Wrapped text that', 'goes on: the', '- end', ''],
  ],
);
const block = fc.oneof(
  { weight: 10, arbitrary: item },
  { weight: 4, arbitrary: continued },
  { weight: 2, arbitrary: table },
  { weight: 1, arbitrary: html },
  { weight: 2, arbitrary: tier },
  { weight: 2, arbitrary: other },
);
const titles = pick(
  'Sails',
  'Spars',
  'spars',
  'Node.js `API`',
  'Sails & Spars',
  '帆',
  'Contributing',
  'Box\u00ad kites',
  'See also',
  'Green (Raw):',
  '🪁 Kites',
);
const heading = fc
  .tuple(
    pick(2, 2, 2, 3, 4),
    titles,
    pick(
      '## T',
      '## T',
      '##  T ##',
      '##T',
      ' ## T',
      '<h2>T</h2>',
      '**T**',
      'T\n---',
      '## [T](#top)',
      '## T <a id="top"></a>',
    ),
  )
  .map(([depth, title, shape]) => shape.replace('T', () => title).replace(/##/g, '#'.repeat(depth)));
const section = fc
  .tuple(heading, fc.array(block, { maxLength: 6 }))
  .map(([title, lines]) => ['', title, '', ...lines.flat(), '']);
const contents = fc
  .tuple(
    pick('## Contents', '## Table of Contents', '## contents:', '### 📌 TOC', ''),
    pick('-', '*', '1.'),
    fc.array(
      fc.tuple(
        titles,
        pick('#sails', '#spars', '#Spars', '#kites', '#none', '#sails--spars', 'https://github.com/a/b#sails'),
      ),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([title, bullet, lines]) => [
    '',
    title,
    '',
    ...lines.map(([text, target]) => `${bullet} [${text}](${target})`),
    '',
  ]);
const head = pick(
  ...[
    '# Awesome Kites',
    '# awesome-kites',
    '# Kites [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)',
    'Kites\n=====',
    '',
  ],
  ...[
    '---\ntitle: the the [a] (https://front.example)\n# comment \n\nlayout: x\n---\n\n# Kites',
    '<h1 align="center">Kites</h1>',
  ],
);

/** Lists of many shapes, most of them with faults that rules find. */
export const lists: fc.Arbitrary<string> = fc
  .tuple(
    head,
    fc.option(contents),
    fc.array(section, { maxLength: 5 }),
    pick('\n', '\n', '\n', '\r\n'),
    pick('', '', '\ufeff'),
    pick('', '\n', '\n', '\n\n'),
  )
  .map(([first, toc, sections, eol, bom, last]) => {
    const text = [first, '', 'About kites.', ...(toc ?? []), ...sections.flat()].join('\n');
    return bom + text.replace(/\n+$/, '').concat(last).replaceAll('\n', eol);
  });
