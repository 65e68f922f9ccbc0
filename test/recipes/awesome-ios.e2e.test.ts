import { kept, only, oven, readmeOf, two, withEntry } from './pots.js';
import { ago, holdsRecipe } from './recipe.js';

holdsRecipe({
  name: 'awesome-ios',
  readme: readmeOf(kept),
  good: { readme: withEntry(oven), title: 'Add oven', body: '', ...only({}) },
  rows: {
    'name, URL and a description that ends with a period': [
      'entry-format',
      { readme: withEntry(oven.replace('clay.', 'clay')) },
    ],
    'at least 100 stars': ['repo-popularity', only({ stars: 99 })],
    'more than one contributor': ['repo-popularity', only({ contributors: 1 })],
    'a license approved by the OSI': ['repo-license', only({ license: 'CC-BY-NC-4.0' })],
    'activity within 24 months': ['repo-activity', only({ pushedAt: ago(731) })],
    'one entry per pull request': ['pull-request-entries', { readme: withEntry(two) }],
  },
  nearMisses: {
    'name, URL and a description that ends with a period': {
      readme: readmeOf(kept, '\n## Books\n\n- [oven](https://github.com/clay/oven)\n'),
    },
    'at least 100 stars': only({ stars: 100 }),
    'more than one contributor': only({ contributors: 2 }),
    'activity within 24 months': only({ pushedAt: ago(729) }),
  },
});
