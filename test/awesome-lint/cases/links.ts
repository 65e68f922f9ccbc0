import type { Fixture } from '../fixture.js';

const twice = (name: string, edits: NonNullable<Fixture['edits']>, more: Partial<Fixture> = {}): Fixture => ({
  name: `twice-${name}`,
  theirs: 'double-link',
  ours: ['no-duplicate-url'],
  edits,
  ...more,
});

/** Another entry has the URL of `Veil`, as it is given. */
const as = (name: string, url: string, veil = 'https://veil.example/'): Fixture =>
  twice(name, [
    ['https://veil.example/', veil],
    ['https://warre.example/', url],
  ]);

const badge = (name: string, edits: NonNullable<Fixture['edits']>): Fixture => ({
  name: `ci-badge-${name}`,
  theirs: 'awesome-no-ci-badge',
  ours: ['no-ci-badge'],
  edits,
});

const intro = '> Hives, tools and books for people who keep bees.\n';
const last = 'Lifts a box off wet ground.';

/** What awesome-lint says of URLs that occur twice, and of badges of builds. */
export const linkFixtures: readonly Fixture[] = [
  twice('in-a-section', [['https://warre.example/', 'https://langstroth.example/']]),
  as('across-sections', 'https://veil.example/'),
  twice('same-entry-in-two-sections', [
    [last, `${last}\n- [Warre](https://warre.example/) - Small boxes that grow from below.`],
  ]),
  twice('same-name-in-two-sections', [[last, `${last}\n- [Warre](https://warre.example/) - Needs no lifting.`]]),
  as('http', 'http://veil.example/'),
  as('www', 'https://www.veil.example/'),
  as('no-slash', 'https://veil.example'),
  as('index-file', 'https://veil.example/index.html'),
  as('host-case', 'https://VEIL.example/'),
  as('port', 'https://veil.example:443/'),
  as('query-order', 'https://veil.example/?a=1&b=2', 'https://veil.example/?b=2&a=1'),
  as('tracking', 'https://veil.example/?utm_source=bees'),
  as('same-fragment', 'https://veil.example/#all', 'https://veil.example/#all'),
  as('text-fragment', 'https://veil.example/#:~:text=veil'),
  as('two-slashes', 'https://veil.example/a//b', 'https://veil.example/a/b'),
  as('path-slash', 'https://veil.example/a/', 'https://veil.example/a'),
  twice('in-prose-and-entry', [[intro, `${intro}\nSee also [the smoker](https://smoker.example/).\n`]]),
  twice('in-prose', [[intro, `${intro}\nRead [this](https://bees.example/), then [that](https://bees.example/).\n`]]),
  twice('in-description-of-list', [
    [intro, '> Hives, tools and [books](https://smoker.example/) for people who keep bees.\n'],
  ]),
  twice('in-a-table', [['https://warre.example/', 'https://langstroth.example/']], { base: 'table' }),
  twice('in-table-and-list', [['https://warre.example/', 'https://veil.example/']], { base: 'table' }),
  twice(
    'beside-the-first-in-a-table',
    [['Small boxes that grow from below.', 'Small [boxes](https://langstroth.example/).']],
    { base: 'table' },
  ),
  twice('nested', [['https://spacer.example/', 'https://jig.example/']], { base: 'nested' }),
  twice('below-its-parent', [['https://spacer.example/', 'https://langstroth.example/']], { base: 'nested' }),
  twice('numbered', [['https://warre.example/', 'https://langstroth.example/']], { base: 'mixed' }),
  twice('trade', [['https://warre.example/', 'https://trade.example/']], { base: 'mixed' }),
  twice('fragment', [[intro, `${intro}\nBegin with [hives](#hives), and come back to the [hives](#hives).\n`]]),
  twice('fragment-and-contents', [[`${intro}`, `${intro}\nBegin with the [tools](#tools).\n`]], { base: 'contents' }),
  twice(
    'file',
    [['Read the [guide](contributing.md)', 'Read the [guide](contributing.md), the [guide](contributing.md)']],
    { base: 'contents' },
  ),
  twice('mail', [[intro, `${intro}\nWrite to [Ann](mailto:ann@bees.example) or [Ben](mailto:ann@bees.example).\n`]]),
  twice('bare', [[intro, `${intro}\nThe smoker is at <https://smoker.example/> now.\n`]]),
  twice('in-an-item-of-text', [[last, `${last}\n- See the [smoker](https://smoker.example/) first.`]]),
  badge('travis', [[intro, `![Build](https://travis-ci.org/bees/list.svg)\n\n${intro}`]]),
  badge('circle', [[intro, `![Build](https://circleci.com/gh/bees/list.svg)\n\n${intro}`]]),
  badge('title', [[intro, `![Checks](https://bees.example/checks.svg 'Build Status')\n\n${intro}`]]),
  badge('linked', [
    [intro, `[![Build](https://travis-ci.com/bees/list.svg)](https://travis-ci.com/bees/list)\n\n${intro}`],
  ]),
  badge('in-an-entry', [
    ['Keeps stings off the face.', 'Keeps stings off the face. ![Build](https://circleci.com/gh/bees/veil.svg)'],
  ]),
  badge('in-prose', [['## Tools', 'Tested: ![Tests](https://img.shields.io/travis/bees/list)\n\n## Tools']]),
  badge('of-a-name', [['## Tools', 'Seen: ![Sign](https://bees.example/travis.png)\n\n## Tools']]),
];
