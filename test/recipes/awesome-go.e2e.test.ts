import type { MadeUpRepository } from '../web/github-world.js';
import { kept, oven, only as pots, readmeOf, withEntry } from './pots.js';
import { ago, holdsRecipe } from './recipe.js';

const only = (more: Partial<MadeUpRepository>) => pots({ releases: ['v1.2.3'], releasedAt: ago(20), ...more });
const body = [
  'Forge: https://github.com/clay/oven',
  'Docs: https://pkg.go.dev/github.com/clay/oven',
  'Report card: https://goreportcard.com/report/github.com/clay/oven',
  'Coverage: https://app.codecov.io/gh/clay/oven',
].join('\n');

holdsRecipe({
  name: 'awesome-go',
  readme: readmeOf(kept),
  good: { readme: withEntry(oven), title: 'Add oven', body, ...only({}) },
  sites: {
    'goreportcard.com': ({ path, response }) => {
      response.writeHead(200, { 'content-type': 'image/svg+xml' });
      response.end(`<svg><text>${path.endsWith('/muffin') ? 'D' : 'A+'}</text></svg>`);
    },
  },
  rows: {
    'entries are sorted': ['entries-sorted', { readme: readmeOf([oven, ...kept]) }],
    'no duplicates': [
      'no-duplicate-url',
      { readme: withEntry('- [kiln](https://github.com/clay/kiln/) - Fires pots.') },
    ],
    'one format of entries': ['entry-format', { readme: withEntry(oven.replace(' - ', ': ')) }],
    'the link text is the name of the repository': [
      'name-matches',
      { readme: withEntry(oven.replace('[oven]', '[muffin]')) },
    ],
    'no promotional words': ['no-promo-words', { readme: withEntry(oven.replace('Bakes clay', 'The fastest oven')) }],
    'at least three entries in a category': ['section-size', { readme: readmeOf(kept, `\n## Jars\n\n${oven}\n`) }],
    'the repository has a license': ['repo-license', only({ license: null })],
    'five months of history': ['repo-age', only({ createdAt: ago(149) })],
    'a semantic version': ['repo-release', only({ releases: ['nightly'] })],
    'not archived': ['link-archived', only({ archivedAt: ago(9) })],
    'a commit within a year': ['repo-activity', only({ pushedAt: ago(366) })],
    'the description links the forge, the package page, the report card and the coverage': [
      'pull-request-links',
      { body: body.replace('app.codecov.io', 'lid.example') },
    ],
    'one entry per pull request': [
      'pull-request-entries',
      { readme: withEntry(`${oven}\n- [pot](https://github.com/clay/pot) - Holds clay.`) },
    ],
    'the grade of the report card': [
      'report-card',
      { readme: withEntry(oven.replaceAll('oven', 'muffin')), ...only({ name: 'clay/muffin' }) },
    ],
    'no other file changes': ['pull-request-files', { files: { 'main.go': 'package main' } }],
  },
  nearMisses: {
    'five months of history': only({ createdAt: ago(151) }),
    'a semantic version': only({ releases: ['v0.1.0'] }),
    'a commit within a year': only({ pushedAt: ago(364) }),
    'no promotional words': { readme: withEntry(oven.replace('Bakes clay', 'Bakes fast')) },
  },
});
