import { kept, only, oven, readmeOf, two, withEntry } from './pots.js';
import { ago, holdsRecipe } from './recipe.js';

const body = '- [x] I have read the guidelines\n- [x] I am not the author';

holdsRecipe({
  name: 'awesome-privacy',
  readme: readmeOf(kept),
  good: { readme: withEntry(oven), title: 'Add oven', body, ...only({}) },
  rows: {
    'at least 100 stars': ['repo-popularity', only({ stars: 99 })],
    'at least 120 days old': ['repo-age', only({ createdAt: ago(119) })],
    'active in the last 90 days': ['repo-activity', only({ pushedAt: ago(91) })],
    'one entry per pull request': ['pull-request-entries', { readme: withEntry(two) }],
    'a title that follows a pattern': ['pull-request-title', { title: 'oven' }],
    'certain checkboxes are checked': ['pull-request-checkboxes', { body: body.replace('[x] I am', '[ ] I am') }],
  },
  nearMisses: {
    'at least 120 days old': only({ createdAt: ago(121) }),
    'active in the last 90 days': only({ pushedAt: ago(89) }),
    'a title that follows a pattern': { title: 'Remove oven' },
  },
});
