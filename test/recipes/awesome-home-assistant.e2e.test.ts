import { kept, only, oven, readmeOf, withEntry } from './pots.js';
import { ago, holdsRecipe } from './recipe.js';

const changed = (from: string, to: string) => ({ readme: withEntry(oven.replace(from, to)) });
const inSection = (title: string): { readonly readme: string } => ({
  readme: readmeOf(kept, `\n## ${title}\n\n${oven}\n`),
});

holdsRecipe({
  name: 'awesome-home-assistant',
  readme: readmeOf(kept),
  good: { readme: withEntry(oven), title: 'Add oven', body: '', ...only({}) },
  rows: {
    'the repository is six months old': ['repo-age', only({ createdAt: ago(179) })],
    'pushed within 18 months': ['repo-activity', only({ pushedAt: ago(541) })],
    'a license that the OSI approves': ['repo-license', only({ license: 'CC-BY-4.0' })],
    'a Creative Commons license for other lists': [
      'repo-license',
      { ...inSection('Other Awesome Lists'), ...only({ license: 'CC-BY-NC-4.0' }) },
    ],
    'no license is needed for public configurations': ['repo-license', only({ license: null })],
    'not archived': ['link-archived', only({ archivedAt: ago(9) })],
    'the repository exists': ['link-broken', { repositories: [] }],
    'ten stars, else a warning': ['repo-popularity', only({ stars: 9 })],
    'URLs with https': ['url-https', changed('https://github.com', 'http://kiln.test')],
    'no shortened URLs': ['url-no-shortener', changed('github.com/clay', 'bit.ly')],
    'no tracking parameters': ['url-no-tracking', changed('/oven', '/oven?utm_source=pots')],
    'no duplicates': ['no-duplicate-url', { readme: withEntry(oven.replace('clay/oven', 'clay/kiln')) }],
    'one format of entries, with or without `(1,234★)`': ['entry-format', changed(' - ', ': ')],
    'what awesome-lint requires': ['no-repeats', changed('clay.', 'clay,, hot.')],
  },
  nearMisses: {
    'the repository is six months old': only({ createdAt: ago(181) }),
    'pushed within 18 months': only({ pushedAt: ago(539) }),
    'a license that the OSI approves': only({ license: 'GPL-3.0' }),
    'a Creative Commons license for other lists': {
      ...inSection('Other Awesome Lists'),
      ...only({ license: 'CC-BY-4.0' }),
    },
    'no license is needed for public configurations': {
      ...inSection('Public Configurations'),
      ...only({ license: null }),
    },
    'ten stars, else a warning': only({ stars: 10 }),
    'one format of entries, with or without `(1,234★)`': changed('clay.', 'clay (1,234★).'),
  },
});
