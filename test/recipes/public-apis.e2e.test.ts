import { only } from './pots.js';
import { holdsRecipe } from './recipe.js';

const row = (name: string, description: string, rest = '`apiKey` | Yes | Unknown'): string =>
  `| [${name}](https://github.com/clay/${name.toLowerCase()}) | ${description} | ${rest} |`;
const kept = [
  row('Anagama', 'Fires with wood', 'No | Yes | No'),
  row('Kiln', 'Fires clay'),
  row('Wheel', 'Turns clay'),
];
const table = (rows: readonly string[], columns = 'API | Description | Auth | HTTPS | CORS'): string =>
  `| ${columns} |\n${'|:---'.repeat(columns.split('|').length)}|\n${rows.join('\n')}\n`;
const [glazes = '', tiles = '', jars = ''] = [
  ['Ash', 'Lead', 'Salt'],
  ['Brick', 'Faience', 'Mosaic'],
  ['Jar', 'Jug', 'Urn'],
].map((names) => table(names.map((name) => row(name, 'Holds water'))));
const readmeOf = (rows: readonly string[], more = '', columns?: string): string =>
  `# Pots\n\nThings to put things in.\n\n## Index\n\n* [Kilns](#kilns)\n* [Glazes](#glazes)\n* [Tiles](#tiles)\n\n### Kilns\n\n${table(rows, columns)}
### Glazes\n\n${glazes}
### Tiles\n\n${tiles}${more}`;
const [first = '', second = '', third = ''] = kept;
const withRow = (added: string): string => readmeOf([first, second, added, third]);
const oven = row('Oven', 'Bakes clay');
const described = (description: string) => ({ readme: withRow(row('Oven', description)) });
const rest = (text: string) => ({ readme: withRow(row('Oven', 'Bakes clay', text)) });

holdsRecipe({
  name: 'public-apis',
  readme: readmeOf(kept),
  good: { readme: withRow(oven), title: 'Add Oven', body: '', ...only({}) },
  rows: {
    'a row has five columns': [
      'entry-format',
      { readme: withRow('| [Oven](https://github.com/clay/oven) | Bakes clay | No | Yes |') },
    ],
    'the name links to the documentation': ['entry-format', { readme: withRow(oven.replace(/\[.*?\)/, 'Oven')) }],
    'the name does not end with "API"': ['entry-format', { readme: withRow(oven.replace('[Oven]', '[Oven API]')) }],
    'descriptions have at most 100 characters': ['entry-format', described(`B${'a'.repeat(100)}`)],
    'descriptions start with a capital letter': ['entry-format', described('bakes clay')],
    'descriptions do not end with punctuation': ['entry-format', described('Bakes clay.')],
    '`Auth` is one of a set, in backticks': ['entry-format', rest('apiKey | Yes | No')],
    '`HTTPS` is Yes or No': ['entry-format', rest('No | Unknown | No')],
    '`CORS` is Yes, No or Unknown': ['entry-format', rest('No | Yes | Maybe')],
    'one space on each side of a cell': ['padded-cells', rest('No |Yes | No')],
    'at least three entries in a category': [
      'section-size',
      { readme: readmeOf(kept, `\n### Ovens\n\n${table([oven])}`).replace('#kilns)', '#kilns)\n* [Ovens](#ovens)') },
    ],
    'each category is in the index': ['toc-sync', { readme: readmeOf(kept, `\n### Jars\n\n${jars}`) }],
    'entries are sorted': ['entries-sorted', { readme: readmeOf([oven, ...kept]) }],
    'no duplicate links': ['no-duplicate-url', { readme: withRow(oven.replace('clay/oven', 'clay/kiln')) }],
    'the links of a pull request work': ['link-broken', { repositories: [] }],
    'one entry per pull request': ['pull-request-entries', { readme: withRow(`${oven}\n${row('Pot', 'Holds clay')}`) }],
  },
  nearMisses: {
    'a row has five columns': { readme: readmeOf(['| Oven | Hot |', '| Kiln | Hotter |'], '', 'Thing | Heat') },
    'the name does not end with "API"': { readme: withRow(oven.replace('[Oven]', '[APIary]')) },
    'descriptions have at most 100 characters': described(`B${'a'.repeat(99)}`),
    'descriptions start with a capital letter': described('iOS pictures of clay'),
    'descriptions do not end with punctuation': described('Bakes clay (hot)'),
    '`Auth` is one of a set, in backticks': rest('`OAuth` | Yes | No'),
    '`HTTPS` is Yes or No': rest('No | No | No'),
    'one entry per pull request': { readme: withRow(oven).replace('Turns clay', 'Turns') },
  },
});
