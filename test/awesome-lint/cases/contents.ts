import type { Fixture } from '../fixture.js';

const toc = (
  name: string,
  edits: NonNullable<Fixture['edits']>,
  ours: readonly string[] = ['toc-sync'],
  more: Partial<Fixture> = {},
): Fixture => ({
  name: `contents-${name}`,
  theirs: 'awesome-toc',
  base: 'contents',
  ours,
  edits,
  ...more,
});

const list =
  '- [Hives](#hives)\n  - [Vertical](#vertical)\n  - [Horizontal](#horizontal)\n- [Tools](#tools)\n- [Books](#books)\n';

/** Contents that awesome-lint does not know as such: it takes their lines for entries. */
const otherwise = (name: string, to: string, ours: readonly string[], more: Partial<Fixture> = {}): Fixture => ({
  name: `contents-${name}`,
  theirs: 'awesome-list-item',
  base: 'footnotes',
  ours,
  edits: [['## Contents', to]],
  ...more,
});

/** What awesome-lint says of a table of contents. */
export const contentsFixtures: readonly Fixture[] = [
  toc('late', [['## Contents', '## About\n\nBees fly.\n\n## Contents']], ['toc-format']),
  toc(
    'before-the-title',
    [
      [
        '# Awesome Beekeeping [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n\n> Hives, tools and books for people who keep bees.\n\n',
        '',
      ],
    ],
    ['single-h1'],
    { theirs: 'awesome-heading' },
  ),
  toc(
    'no-sections',
    [
      [list, '- [Contributing](#contributing)\n'],
      [
        '## Hives\n\n### Vertical\n\n- [Langstroth](https://langstroth.example/) - Boxes with frames that lift out.\n- [Warre](https://warre.example/) - Small boxes that grow from below.\n\n### Horizontal\n\n- [Top Bar](https://topbar.example/) - One long box that needs no lifting.\n- [Layens](https://layens.example/) - Deep frames that winter well.\n\n## Tools\n\n- [Smoker](https://smoker.example/) - Calms a colony before it is opened.\n- [Veil](https://veil.example/) - Keeps stings off the face.\n\n## Books\n\n- [First Year](https://year.example/) - Tells what to do in each month.\n- [Queens](https://queens.example/) - Shows how to raise them.\n\n',
        '',
      ],
    ],
    ['toc-format'],
  ),
  toc('no-list', [[list, 'Hives, tools, books.\n']], ['toc-format']),
  toc('empty', [[list, '']], ['toc-format']),
  toc('two-lists', [['- [Tools](#tools)', '\n<!-- then -->\n\n- [Tools](#tools)']], ['toc-format']),
  toc('no-link', [['- [Tools](#tools)', '- Tools']]),
  toc('no-text', [['- [Tools](#tools)', '- [](#tools)']], ['toc-format']),
  toc('other-name', [['[Tools](#tools)', '[Tool](#tools)']], ['toc-format']),
  toc('other-case', [['[Tools](#tools)', '[tools](#tools)']], ['toc-format']),
  toc('other-name-nested', [['[Vertical](#vertical)', '[Upright](#vertical)']], ['toc-format']),
  toc('order', [['- [Tools](#tools)\n- [Books](#books)', '- [Books](#books)\n- [Tools](#tools)']]),
  toc('order-nested', [
    [
      '  - [Vertical](#vertical)\n  - [Horizontal](#horizontal)',
      '  - [Horizontal](#horizontal)\n  - [Vertical](#vertical)',
    ],
  ]),
  toc('unknown-fragment', [['(#tools)', '(#tool)']]),
  toc('fragment-case', [['(#tools)', '(#Tools)']], ['toc-format']),
  toc('web-address', [['[Tools](#tools)', '[Tools](https://tools.example/)']], ['toc-format']),
  toc('repeated-link', [['(#books)', '(#tools)']]),
  toc('extra', [['- [Books](#books)', '- [Books](#books)\n- [Shops](#shops)']]),
  toc('missing-section', [['- [Tools](#tools)\n', '']]),
  toc('missing-two-of-three', [['- [Tools](#tools)\n- [Books](#books)\n', '']], ['toc-format']),
  toc('missing-last', [['- [Books](#books)\n', '']]),
  toc('missing-nested', [['  - [Horizontal](#horizontal)\n', '']], ['toc-format']),
  toc('missing-first-nested', [['  - [Vertical](#vertical)\n', '']], ['toc-format']),
  toc('nested-in-another', [
    ['  - [Horizontal](#horizontal)\n- [Tools](#tools)\n', '- [Tools](#tools)\n  - [Horizontal](#horizontal)\n'],
  ]),
  toc(
    'flat-subsections',
    [
      [
        '  - [Vertical](#vertical)\n  - [Horizontal](#horizontal)\n',
        '- [Vertical](#vertical)\n- [Horizontal](#horizontal)\n',
      ],
    ],
    ['toc-format'],
  ),
  toc('nested-section', [['- [Tools](#tools)', '  - [Tools](#tools)']], ['toc-format']),
  toc(
    'three-levels',
    [
      ['  - [Horizontal](#horizontal)', '    - [Pine](#pine)\n  - [Horizontal](#horizontal)'],
      ['### Horizontal', '#### Pine\n\n- [Pine Box](https://pine.example/) - Smells of resin.\n\n### Horizontal'],
    ],
    ['toc-format'],
  ),
  toc(
    'lists-contributing',
    [['- [Books](#books)', '- [Books](#books)\n- [Contributing](#contributing)']],
    ['toc-format'],
  ),
  toc('lists-footnotes', [['- [Tools](#tools)', '- [Tools](#tools)\n- [Footnotes](#footnotes)']], ['toc-format'], {
    base: 'footnotes',
  }),
  toc('lists-related', [['- [Tools](#tools)', '- [Tools](#tools)\n- [Related Lists](#related-lists)']], [], {
    base: 'footnotes',
    exception: 'A section with entries may be in the table of contents or not.',
  }),
  toc(
    'variation-selector',
    [
      ['- [Tools](#tools)', '- [❤️ Tools](#️-tools)'],
      ['## Tools', '## ❤️ Tools'],
    ],
    [],
    {
      exception: 'GitHub keeps U+FE0F in the anchor of a heading; awesome-lint requires a link that leads nowhere.',
    },
  ),
  otherwise('called-otherwise', '## Table of Contents', ['toc-name']),
  otherwise('index', '## Index', ['toc-name']),
  otherwise('lowercase', '## contents', ['toc-name']),
  otherwise('of-level-3', '### Contents', ['toc-format']),
  otherwise('without-heading', '', ['awesome-entry']),
  otherwise('in-details', '<details>\n<summary>Contents</summary>\n', ['toc-format'], {
    edits: [
      ['## Contents', '<details>\n<summary>Contents</summary>'],
      ['- [Tools](#tools)\n', '- [Tools](#tools)\n\n</details>\n'],
    ],
  }),
  otherwise('numbered', '## Contents', ['awesome-entry'], {
    theirs: 'awesome-toc',
    edits: [['- [Hives](#hives)\n- [Tools](#tools)', '1. [Hives](#hives)\n2. [Tool](#tools)']],
    ours: ['toc-format'],
  }),
];
