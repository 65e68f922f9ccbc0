import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/index.js';
import { folderOf, listwright } from './command.js';

const list = `# Awesome Looms

> Machines that make cloth out of yarn.

## Looms

- [Warp](https://warp.example/) - The best warp.
- [Weft](https://weft.example/) - Crosses the warp.
`;
const rules = { 'awesome-badge': 'off', 'no-promo-words': 'error' };
const withExceptions = (...except: readonly object[]) =>
  folderOf({ 'README.md': list, 'listwright.config.json': JSON.stringify({ rules, except }) });
const so = { match: 'Warp', reason: 'so | it is' };

describe('--explain-exceptions', () => {
  test('prints a table in place of a report, and finds nothing wrong', async () => {
    const folder = withExceptions({ ...so, rules: 'no-promo-words' }, { ...so, match: 'Weft', until: '2999-12-31' });
    const { status, stdout } = await listwright(folder, ['lint', '--explain-exceptions']);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: [
        '| What | Rules | Reason | Until | State |',
        '| --- | --- | --- | --- | --- |',
        '| `Warp` | `no-promo-words` | so \\| it is |  | in use (1 finding) |',
        '| `Weft` | all rules | so \\| it is | 2999-12-31 | not checked |',
        '',
      ].join('\n'),
    });
  });
});

describe('`except` of the configuration', () => {
  test('is what the list needs to pass', async () => {
    expect((await listwright(withExceptions(), ['lint'])).status).toBe(1);
    expect((await listwright(withExceptions({ ...so, until: '2001-01-01' }), ['lint'])).status).toBe(1);
  });

  test('accepts what it names, and says what is over or not needed', async () => {
    const folder = withExceptions(
      ...[
        { ...so, rules: ['description-end', 'no-promo-words'] },
        { ...so, until: '2001-01-01' },
      ],
      { ...so, match: 'Weft', rules: 'no-promo-words' },
    );
    const { status, stderr } = await listwright(folder, ['lint']);
    expect(status).toBe(0);
    expect(stderr).toContain('`except` entry `Warp` expired on 2001-01-01; remove it, or set a later date');
    expect(stderr).toContain('`except` entry `Weft` matches no finding; remove it');
  });

  const unused = '`except` entry `Weft` matches no finding; remove it';
  const weft = { ...so, match: 'Weft', rules: 'no-promo-words' };
  const plain = list.replace('The best warp', 'Holds the warp');
  const warpOnly = plain.replace(/^- \[Weft.*\n/m, '');
  const configured = JSON.stringify({ rules, except: [weft] });

  test.each([
    ['for an entry that no list has', { 'a.md': warpOnly, 'b.md': warpOnly }, ['a.md'], true],
    ['for an entry of another list', { 'a.md': warpOnly, 'lists/b.md': plain }, ['a.md'], false],
    ['for an entry of both lists', { 'a.md': plain, 'b.md': plain }, ['a.md'], true],
    ['for an entry of another list that was linted', { 'a.md': warpOnly, 'b.md': plain }, ['a.md', 'b.md'], true],
    ['of a folder above that of the list', { 'b/a.md': warpOnly, 'b.md': warpOnly }, ['b/a.md'], true],
    ['of another folder than the list', { 'a.md': warpOnly }, ['-c', '../other.json', 'a.md'], false],
  ] as const)('%s', async (_, files, args, isReported) => {
    const folder = folderOf({ ...files, 'listwright.config.json': configured });
    writeFileSync(join(dirname(folder), 'other.json'), configured);
    const { status, stderr } = await listwright(folder, ['lint', ...args]);
    expect([status, stderr.includes(unused)]).toEqual([0, isReported]);
  });

  test('is not called unused by a command that leaves its rules out', async () => {
    const folder = folderOf({
      'a.md': plain,
      'listwright.config.json': JSON.stringify({ rules, except: [so, { ...so, match: 'Weft' }] }),
    });
    const { status, stdout } = await listwright(folder, ['links', '--offline', '-r', 'json', 'a.md']);
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as Report).exceptions.map(({ state }) => state)).toEqual(['not-checked', 'not-checked']);
  });

  test('is over on its day, also where the result of lint was kept', async () => {
    const folder = withExceptions({ ...so, until: '2999-12-31', rules: 'no-promo-words' });
    for (const _ of [1, 2]) expect((await listwright(folder, ['lint'])).status).toBe(0);
  });

  test.each([
    [{ match: 'Warp' }, 'reason'],
    [{ ...so, rules: 'no-promo-wordz' }, 'did you mean "no-promo-words"'],
    [{ ...so, until: '2030-02-30' }, '"2030-02-30" is not a date'],
    [{ ...so, match: '/(/' }, 'invalid regular expression'],
    [{ ...so, since: '2030-01-01' }, 'unknown option'],
  ])('%j is refused with a reason', async (entry, said) => {
    const { status, stderr } = await listwright(withExceptions(entry), ['lint']);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
    expect(stderr).toContain('except');
  });
});
