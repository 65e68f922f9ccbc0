import { expect, test } from 'vitest';
import { type Release, troubleOf } from '../../scripts/release/trouble.js';

const good: Release = {
  tag: 'release-1.2.3',
  version: '1.2.3',
  changelog:
    '# Changelog\n\n## Unreleased\n\n## 1.2.3 - 2026-05-04\n\n### Added\n\n- Kilns.\n\n## 1.2.2 - 2026-05-01\n\n- Pots.\n',
  mentions: { 'docs/ci.md': 'uses: listwright/listwright@v1.2.3\nrev: v1.2.3\nnpx listwright@1.2.3 check' },
};

test('what fits together may be released', () => {
  expect(troubleOf(good)).toEqual([]);
});

test.each<[string, Partial<Release>, string]>([
  ['another tag', { tag: 'release-1.2.4' }, 'release-1.2.3 was expected'],
  ['no notes', { changelog: '# Changelog\n\n## Unreleased\n\n- Kilns.\n' }, 'no heading'],
  ['empty notes', { changelog: '\n## 1.2.3 - 2026-05-04\n\n## 1.2.2 - 2026-05-01\n\n- Pots.\n' }, 'says nothing'],
  ['no date', { changelog: '\n## 1.2.3 - soon\n\n- Kilns.\n' }, 'is no date'],
  ...[
    'rev: v1.2.2',
    'ref: v1.2.2',
    'https://raw.githubusercontent.com/listwright/listwright/v1.2.2/a.yml',
    'known_good_version: 1.2.2',
    "default: '1.2.2' # of listwright",
    'docker run ghcr.io/listwright/listwright:1.2.2',
  ].map((text): [string, Partial<Release>, string] => [
    `an old \`${text}\``,
    { mentions: { 'docs/install.md': text } },
    'names version 1.2.2',
  ]),
  ['an old mention', { mentions: { 'docs/ci.md': 'uses: listwright/listwright@v1.2.2' } }, 'names version 1.2.2'],
])('%s is told', (_, other, said) => {
  expect(troubleOf({ ...good, ...other })).toEqual([expect.stringContaining(said)]);
});
