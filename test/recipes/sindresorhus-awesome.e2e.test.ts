import { kept, only, oven, readmeOf, two, withEntry } from './pots.js';
import { ago, holdsRecipe } from './recipe.js';

const body = '- [x] I have read and understood the guidelines';

holdsRecipe({
  name: 'sindresorhus-awesome',
  file: 'readme.md',
  readme: readmeOf(kept),
  good: { readme: withEntry(oven), title: 'Add Ovens', body, ...only({}) },
  rows: {
    'the linked list is at least 30 days old': ['repo-age', only({ createdAt: ago(29) })],
    'the linked list is not a fork': ['repo-fork', only({ isFork: true })],
    'the linked list is not archived': ['link-archived', only({ archivedAt: ago(3) })],
    'a title that starts with "Add"': ['pull-request-title', { title: 'Ovens' }],
    'one list per pull request': ['pull-request-entries', { readme: withEntry(two) }],
    'the checklist is completed': ['pull-request-checkboxes', { body: '' }],
  },
  elsewhere: {
    'the linked list has the topics `awesome` and `awesome-list`': [
      'test/admit/admit.e2e.test.ts',
      'without the topic awesome-list',
    ],
    'the linked list has a description': ['test/admit/admit.e2e.test.ts', 'without a description'],
    'the linked list has a content license': ['test/admit/admit.e2e.test.ts', 'under a license for code'],
    'the linked list passes the linter': [
      'test/admit/admit.e2e.test.ts',
      'with errors in its README is not, and they are shown',
    ],
  },
  nearMisses: {
    'the linked list is at least 30 days old': only({ createdAt: ago(31) }),
    'the linked list is not a fork': only({ isFork: false }),
  },
});
