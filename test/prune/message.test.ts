import { expect, test } from 'vitest';
import { subjectOf } from '../../src/prune/message.js';
import type { PrunedEntry } from '../../src/prune/pruned.js';

const ended = (...rules: readonly string[]): PrunedEntry => ({
  ...{ key: '0', path: 'README.md', name: 'Sencha', url: 'https://sencha.example/', section: [], line: 1 },
  endings: rules.map((rule) => ({ rule, url: '', why: '', since: '2026-01-01', checked: '2026-02-01' })),
});
const [broken, archived, silent] = [ended('link-broken'), ended('link-archived'), ended('repo-activity')];

test.each([
  [[broken], 'Remove 1 broken entry'],
  [[archived, archived], 'Remove 2 archived entries'],
  [[silent, broken], 'Remove 2 broken and inactive entries'],
  [[silent, broken, archived], 'Remove 3 broken, archived and inactive entries'],
  [[ended('repo-activity', 'link-archived')], 'Remove 1 archived entry'],
  [[ended('repo-age')], 'Remove 1 entry: reported by `repo-age`'],
  [[ended('repo-age'), ended('repo-license')], 'Remove 2 entries: reported by rules'],
  [[broken, ended('repo-age')], 'Remove 2 entries: broken or reported by a rule'],
])('a commit is named by the causes of its entries: %#', (entries, subject) => {
  expect(subjectOf({ entries, movedTo: null })).toBe(subject);
});

test('a commit that moves entries says where to, on one line of at most 72 characters with two-digit counts', () => {
  expect(subjectOf({ entries: [broken, archived], movedTo: 'Archive' })).toBe(
    'Move 2 broken and archived entries to Archive',
  );
  expect(subjectOf({ entries: [broken, ended('repo-age')], movedTo: 'Archive' })).toBe(
    'Move 2 entries to Archive: broken or reported by a rule',
  );
  const all = Array.from({ length: 13 }, () => [broken, archived, silent, ended('repo-age')]).flat();
  expect(subjectOf({ entries: all, movedTo: null }).length).toBeLessThanOrEqual(72);
});
