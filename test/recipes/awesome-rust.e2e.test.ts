import { kept, only, oven, readmeOf as pots } from './pots.js';
import { holdsRecipe } from './recipe.js';

const jar = '- [jar](https://github.com/clay/jar) - Holds water.';
const jug = jar.replaceAll('jar', 'jug');
/** The list with more sections, so that it needs a table of contents. */
const readmeOf = (entries: readonly string[], more = ''): string =>
  `${pots(entries).replace('(#kilns)\n', '(#kilns)\n- [Glazes](#glazes)\n- [Tiles](#tiles)\n')}
## Glazes

- [ash](https://github.com/clay/ash) - Shines.

## Tiles

- [brick](https://github.com/clay/brick) - Lasts.
${more}`;
const withEntry = (entry: string): string => readmeOf([kept[0] ?? '', kept[1] ?? '', entry, kept[2] ?? '']);

const small = only({ name: 'clay/jug', stars: 49 });

holdsRecipe({
  name: 'awesome-rust',
  readme: readmeOf(kept),
  good: { readme: withEntry(oven), title: 'Add oven', body: '', ...only({}) },
  rows: {
    'at least 50 stars or 2,000 downloads': ['repo-popularity', only({ stars: 49 })],
    'exceptions, each with a reason': [
      'repo-popularity',
      { readme: readmeOf([kept[0] ?? '', jug, ...kept.slice(1)]), ...small },
    ],
    'one format of entries': ['entry-format', { readme: withEntry(oven.replace(' - ', ': ')) }],
    'entries are sorted': ['entries-sorted', { readme: readmeOf([oven, ...kept]) }],
    'a table of contents that follows the sections': [
      'toc-sync',
      { readme: readmeOf(kept, `\n## Ovens\n\n${oven}\n`) },
    ],
    'no HTML': ['no-html', { readme: withEntry(oven.replace('Bakes', '<b>Bakes</b>')) }],
    'pull requests with many entries': [
      'pull-request-entries',
      {
        readme: withEntry(Array.from({ length: 6 }, (_, index) => oven.replaceAll('oven', `oven-${index}`)).join('\n')),
      },
    ],
  },
  // test/links/verdict.test.ts holds it.
  elsewhere: ['links may fail for some days'],
  nearMisses: {
    'no HTML': { readme: withEntry(oven.replace('Bakes', 'Bakes `<b>`')) },
    'one format of entries': {
      readme: withEntry(
        oven.replace(') - ', ') [[oven](https://github.com/clay/oven-rs), [bake](https://github.com/clay/bake)] - '),
      ),
    },
    'at least 50 stars or 2,000 downloads': only({ stars: 50 }),
    'exceptions, each with a reason': {
      readme: readmeOf([kept[0] ?? '', jar, ...kept.slice(1)]),
      ...only({ name: 'clay/jar', stars: 3 }),
    },
  },
});
