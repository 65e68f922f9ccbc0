import { describe, expect, test } from 'vitest';
import { readRemovedRecord, removalOf } from '../../src/history/removed-record.js';
import { withRemovals } from '../../src/prune/record.js';

const entry = (name: string, url: string | null, why = 'it burned down') => ({
  ...{ key: '0', path: 'README.md', name, url, section: ['Teas', 'Green'], line: 3 },
  endings: [{ rule: 'link-broken', url: url ?? '', why, since: '2029-01-01', checked: '2029-05-01' }],
});

describe('a record', () => {
  test.each([
    'https://tea.example/',
    'https://tea.example/a_(b)',
    'https://tea.example/a?b=1&c=<x>',
    'https://tea.example/[x]',
  ])('that is written is read again: %s', (url) => {
    const text = withRemovals(null, [entry('A [b](c) `d` <i>', url)], '2029-05-02');
    expect(removalOf(readRemovedRecord(text), url)).toEqual({ day: '2029-05-02', why: 'it burned down.' });
    expect(removalOf(readRemovedRecord(text), 'https://tea.example/other')).toBeNull();
  });

  test('has the newest removal of a page', () => {
    const url = 'https://tea.example/';
    const once = withRemovals(null, [entry('Tea', url, 'first')], '2029-05-02');
    const twice = withRemovals(once, [entry('Tea', url, 'second')], '2030-05-02');
    expect(twice.startsWith(once)).toBe(true);
    expect(removalOf(readRemovedRecord(twice), url)).toEqual({ day: '2030-05-02', why: 'second.' });
  });

  test.each([
    [' because I hate it', 'because I hate it'],
    [' - it is spam', 'it is spam'],
    [' – it is spam: twice', 'twice'],
    [': because I hate it', 'because I hate it'],
    [' from Teas: it burned down.', 'it burned down.'],
    [' from Teas', ''],
    ['', ''],
  ])('has the reason of a line by hand: %j', (rest, why) => {
    const url = 'https://hand.example/';
    expect(removalOf(readRemovedRecord(`- 2020-02-02 [Hand](${url})${rest}\n`), url)).toEqual({
      day: '2020-02-02',
      why,
    });
  });

  test('of lines that are no removals is empty, and a long one is read in time', () => {
    expect(readRemovedRecord('# Removed\n\n- [Tea](https://tea.example/): no day\n').size).toBe(0);
    expect(readRemovedRecord(`- 2029-05-01 ${']('.repeat(100_000)}\n`.repeat(20)).size).toBe(0);
  });
});
