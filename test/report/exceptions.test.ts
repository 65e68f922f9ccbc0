import { describe, expect, test } from 'vitest';
import type { ListedException, ReportException } from '../../src/model/exception.js';
import {
  exceptionNotices,
  exceptionsMarkdown,
  exceptionsText,
  joinLists,
  joinParts,
} from '../../src/report/exceptions.js';

const row = (more: Partial<ReportException> = {}): ReportException => ({
  ...{ option: 'except', match: 'Oolong', rules: ['repo-age'], section: null, reason: 'a classic', until: null },
  ...{ state: 'used', applied: 1, path: null, line: null },
  ...more,
});

describe('the table of exceptions', () => {
  test('has a row for each, with its reason and what became of it', () => {
    expect(exceptionsMarkdown([row({ until: '2030-12-31' }), row({ rules: [], state: 'unused', applied: 0 })])).toBe(
      [
        '| What | Rules | Reason | Until | State |',
        '| --- | --- | --- | --- | --- |',
        '| `Oolong` | `repo-age` | a classic | 2030-12-31 | in use (1 finding) |',
        '| `Oolong` | all rules | a classic |  | unused |',
        '',
      ].join('\n'),
    );
  });

  test('names the section, the place of a comment, and what is accepted of links', () => {
    expect(exceptionsMarkdown([row({ section: 'Teas', option: 'comment', path: 'a.md', line: 7 })])).toContain(
      '| `Oolong` in `Teas` (`a.md:7`) | `repo-age` |',
    );
    expect(exceptionsMarkdown([row({ option: 'exclude', rules: [], applied: 2 })])).toContain(
      '| link checks | a classic |  | in use (2 links) |',
    );
  });

  test('lets nothing that a list or a configuration says act as Markdown', () => {
    const hostile = 'x` | @guild #1 <img src=x> `| c |` ![y](https://z.example/)\n| a | b |\u202E';
    const text = exceptionsMarkdown([row({ match: hostile, reason: hostile, section: hostile })]);
    expect(text.split('\n').length).toBe(4);
    const cells = text.split('\n')[2]?.match(/(?<!\\)\|/g) ?? [];
    expect(cells.length).toBe(6);
    expect(text.replace(/(`+)[^`].*?[^`]\1(?!`)/g, '')).not.toMatch(/@guild|#1|<img|(?<!\\)!\[|\u202E/);
  });

  test('is read on a terminal without controls', () => {
    const text = exceptionsText([row({ reason: 'red \u001b[31m text\r\nmore', until: '2030-12-31' })]);
    expect(text).toBe('Oolong\n  red [31m text more\n  repo-age · until 2030-12-31 · in use (1 finding)\n');
  });

  test('says that there are none', () => {
    expect([exceptionsMarkdown([]), exceptionsText([])]).toEqual(Array(2).fill('There are no exceptions.\n'));
  });
});

describe('the same exception in several lists', () => {
  test('is used if one uses it', () => {
    expect(joinLists([row({ state: 'unused', applied: 0 }), row(), row({ match: 'Sencha' })])).toEqual([
      row(),
      row({ match: 'Sencha' }),
    ]);
  });

  test('counts all that it applied to, once where the parts of a run share it', () => {
    expect(joinLists([row(), row()])).toEqual([row({ applied: 2 })]);
    expect(joinParts([row(), row()], () => true)).toEqual([row()]);
  });

  test('is unused only where that was seen in all lists that have it', () => {
    const states = (...given: readonly ListedException['state'][]) =>
      joinLists(given.map((state) => ({ ...row(), state, applied: 0 }))).map(({ state }) => state);
    expect(states('unused', 'absent')).toEqual(['unused']);
    expect(states('absent', 'not-checked', 'unused')).toEqual(['not-checked']);
    expect(states('absent', 'absent')).toEqual(['absent']);
  });

  test('is unused where the part that checked its links saw it', () => {
    const [one, other] = [row({ state: 'unused', applied: 0 }), row({ state: 'not-checked', applied: 0 })];
    expect(joinParts([other, one], () => false)).toEqual([one]);
  });
});

test('says which entries of the configuration have expired or are not needed, and nothing of others', () => {
  const rows = [
    row({ state: 'expired', until: '2029-01-01' }),
    row({ state: 'unused' }),
    ...[row(), row({ state: 'not-checked' }), row({ state: 'unused', option: 'comment' })],
  ];
  expect(exceptionNotices(rows)).toEqual([
    '`except` entry `Oolong` expired on 2029-01-01; remove it, or set a later date',
    '`except` entry `Oolong` matches no finding; remove it',
  ]);
});
