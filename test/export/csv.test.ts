import { describe, expect, test } from 'vitest';
import { exportCsv } from '../../src/export/csv.js';
import { entry, health, listWith } from './exported.js';

const rowOf = (facts: Parameters<typeof entry>[0]): string =>
  exportCsv(listWith([entry(facts)])).split('\r\n')[1] ?? '';

describe('entries as CSV', () => {
  test('have one header, lines that end in CRLF, and empty cells for what is absent', () => {
    const at = '2025-02-03T00:00:00.000Z';
    const csv = exportCsv(
      listWith([
        entry(),
        entry({
          ...{ name: 'Red', section: ['Tools', 'Inks'], tier: { level: 1, label: 'Easy' }, line: 9 },
          ...{ added: { at, commit: 'c' }, health: health({ verdict: 'moved', reason: 'permanent-redirect' }) },
        }),
      ]),
    );
    expect(csv).toBe(
      'name,url,kind,description,section,tier,added,verdict,reason,checked,line\r\n' +
        'Ink,https://ink.example/,,,,,,,,,1\r\n' +
        `Red,https://ink.example/,,,Tools › Inks,Easy,${at},moved,permanent-redirect,2026-01-02T00:00:00.000Z,9\r\n`,
    );
  });

  test('have a column for each field', () => {
    const csv = exportCsv(listWith([entry({ fields: { stars: 7 } }), entry({ fields: { license: '=MIT' } }), entry()]));
    expect(csv.split('\r\n').map((line) => line.split(',').slice(11))).toEqual([
      ['field:stars', 'field:license'],
      ['7', ''],
      ['', "'=MIT"],
      ['', ''],
      [],
    ]);
  });

  test.each([
    ['a, b', '"a, b"'],
    ['say "ink"', '"say ""ink"""'],
    [' edge', '" edge"'],
    ['plain', 'plain'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\uFF1D1', "'\uFF1D1"],
    ['x;=HYPERLINK("https://evil.example")', '"x;\'=HYPERLINK(""https://evil.example"")"'],
    ['C+', 'C+'],
    ['a = b; -v', '"a = b; -v"'],
  ])('%s becomes %s', (name, cell) => {
    expect(rowOf({ name }).startsWith(`${cell},`)).toBe(true);
  });
});
