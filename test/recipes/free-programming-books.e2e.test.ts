import { only } from './pots.js';
import { holdsRecipe } from './recipe.js';

const kept = [
  '* [Anagama](https://github.com/clay/anagama) - A. Potter (HTML)',
  '* [Kiln (2019)](https://github.com/clay/kiln) - B. Potter, C. Clay (PDF, EPUB) (CC BY-SA)',
  '* [Wheel](https://github.com/clay/wheel) (HTML) *(:construction: in process)*',
];
const readmeOf = (items: readonly string[], more = ''): string =>
  `# Books on Pots\n\n\n### Kilns\n\n${items.join('\n')}\n${more}`.replace('\n\n\n', '\n\n');
const [first = '', second = '', third = ''] = kept;
const withItem = (added: string): string => readmeOf([first, second, added, third]);
const oven = '* [Oven](https://github.com/clay/oven) - D. Baker (PDF)';
const changed = (from: string | RegExp, to: string) => ({ readme: withItem(oven.replace(from, to)) });
const section = (heading: string): { readonly readme: string } => ({
  readme: readmeOf(kept, `\n\n${heading}\n\n${oven}\n`),
});

holdsRecipe({
  name: 'free-programming-books',
  readme: readmeOf(kept),
  good: { readme: withItem(oven), title: 'Add Oven', body: '', ...only({}) },
  rows: {
    'entries are sorted in each section': ['entries-sorted', { readme: readmeOf([oven, ...kept]) }],
    'two empty lines above a heading, one below it': [
      'blank-lines',
      { readme: readmeOf(kept, `\n### Ovens\n\n${oven}\n`) },
    ],
    'author after ` - `, then formats and notes in parentheses': ['entry-format', changed(' - ', ' – ')],
    'the author comes before the format': ['entry-format', changed('D. Baker (PDF)', '(PDF) D. Baker')],
    'one spelling per format': ['entry-format', changed('PDF', 'pdf')],
    'no space between `]` and `(`': ['entry-link-syntax', changed('](', '] (')],
    'no slash at the end of a URL without a path': ['entry-format', changed('github.com/clay/oven', 'kiln.test/')],
    'no file hosting services': ['url-hosts', changed('github.com', 'drive.google.com')],
    'no shortened URLs': ['url-no-shortener', changed('github.com/clay', 'bit.ly')],
    'no tracking parameters': ['url-no-tracking', changed('/oven', '/oven?utm_source=pots')],
    'no bare URLs': ['url-no-bare', changed('D. Baker', 'https://github.com/clay')],
    'no empty sections': ['no-empty-section', { readme: readmeOf(kept, `\n\n### Ovens\n\n\n### Jars\n\n${oven}\n`) }],
    'sections next to each other have different names': ['heading-unique', section('### Kilns')],
    'headings with `#`': ['style/heading-style', section('### Ovens ###')],
    'headings and their text are not indented': ['style/no-heading-content-indent', section('###  Ovens')],
    'no punctuation at the end of a heading': ['style/no-heading-punctuation', section('### Ovens:')],
    'no bold line in place of a heading': ['no-emphasis-heading', section('**Ovens**')],
    '`*` as bullet': [
      'style/unordered-list-marker-style',
      { readme: readmeOf(kept, `\n\n### Ovens\n\n${oven.replace('*', '-')}\n`) },
    ],
    'one marker for bold text': ['style/strong-marker', changed('D. Baker (PDF)', '**D.** __Baker__ (PDF)')],
    'no tabs': ['no-tabs', changed(' (PDF)', '\t(PDF)')],
    'one newline at the end of a file': ['style/final-newline', { readme: withItem(oven).trimEnd() }],
    'findings are warnings and never fail the check': ['entry-format', changed(' - ', ' – ')],
  },
  nearMisses: {
    'two empty lines above a heading, one below it': section('### Ovens'),
    'author after ` - `, then formats and notes in parentheses': changed(' - D. Baker (PDF)', ' (email *requested*)'),
    'the author comes before the format': changed('D. Baker', 'D. Baker (editor)'),
    'one spelling per format': changed('PDF', 'PDF, Kindle'),
    'no slash at the end of a URL without a path': changed('github.com/clay/oven', 'kiln.test'),
    'no tracking parameters': changed('/oven', '/oven?source=pots'),
    'no tabs': changed('D. Baker', 'D.  Baker'),
    'no bare URLs': changed('D. Baker', '`https://github.com/clay`'),
  },
  status: 0,
});
