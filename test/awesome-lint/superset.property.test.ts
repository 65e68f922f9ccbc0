import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Finding, filesAround, lint } from '../../src/index.js';
import { aliases } from '../../src/rule-kit/rule-aliases.js';
import { bases } from './bases.js';
import { fixtures } from './cases/all.js';
import { type Fixture, writeFixture } from './fixture.js';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'listwright-superset-'));
});
afterAll(() => rm(root, { recursive: true }));

/** The rules with an error in a fixture, or with a warning where awesome-lint warns, in a folder that looks like a repository. */
async function errorsOf(fixture: Omit<Fixture, 'theirs' | 'ours'>, comment = ''): Promise<readonly string[]> {
  return (await findingsOf(fixture, comment)).flatMap(({ rule, severity }) =>
    severity === 'error' || (fixture.warns === true && severity === 'warning') ? [rule] : [],
  );
}

async function findingsOf(fixture: Omit<Fixture, 'theirs' | 'ours'>, comment = ''): Promise<readonly Finding[]> {
  const folder = await mkdtemp(join(root, 'list-'));
  const path = await writeFixture(folder, fixture);
  await mkdir(join(folder, '.git'));
  await writeFile(join(folder, '.git/config'), '[remote "origin"]\n\turl = https://github.com/bees/list.git\n');
  const text = comment + (await readFile(path, 'utf8'));
  return lint(text, { preset: 'awesome-strict', path, files: filesAround(path) });
}

test('a clean list has neither errors nor warnings', async () => {
  for (const base of Object.keys(bases) as (keyof typeof bases)[]) {
    const findings = await findingsOf({ name: base, base });
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  }
});

test('the names of fixtures are unique, and only exceptions have a reason', () => {
  expect(new Set(fixtures.map(({ name }) => name)).size).toBe(fixtures.length);
  expect(fixtures.filter(({ ours, exception }) => (ours.length === 0) !== (exception !== undefined))).toEqual([]);
});

const reported = fixtures.filter(({ exception }) => exception === undefined);

/** A rule, and those that report the same fault instead of it. */
const namesOf = (rule: string): readonly string[] => [
  rule,
  ...(rule.startsWith('style/') ? (aliases[rule.slice('style/'.length)] ?? []) : []),
];

describe('awesome-strict', () => {
  test.each(reported)('reports what awesome-lint reports: $name', async (fixture) => {
    const found = await errorsOf(fixture);
    expect(fixture.ours.filter((rule) => !namesOf(rule).some((name) => found.includes(name)))).toEqual([]);
  });

  test.each(fixtures.filter(({ exception }) => exception !== undefined))(
    'passes an exception: $name',
    async (fixture) => {
      expect(await errorsOf(fixture)).toEqual([]);
    },
  );
});

/** awesome-lint takes the lines of contents that it does not know for entries; here they are contents in the wrong form. */
const takenForEntries = ({ name, theirs }: Fixture) => theirs === 'awesome-list-item' && name.startsWith('contents-');

describe('a comment with a name of awesome-lint', () => {
  test.each(reported.filter((fixture) => !takenForEntries(fixture)))(
    'disables the rules for $theirs: $name',
    async (fixture) => {
      const left = await errorsOf(fixture, `<!--lint disable ${fixture.theirs}-->\n\n`);
      expect(left.filter((rule) => fixture.ours.flatMap(namesOf).includes(rule))).toEqual([]);
    },
  );

  test('leaves the other rules enabled', async () => {
    const edits = [['Keeps stings off the face.', 'Veil keeps “stings off the face']] as const;
    const broken = { name: 'comment', edits } as const;
    const all = ['balanced-punctuation', 'description-end', 'description-no-name'];
    expect([...(await errorsOf(broken))].sort()).toEqual(all);
    for (const [theirs, ours] of [
      ['balanced-punctuation', 'balanced-punctuation'],
      ['awesome-list-item', 'description-end'],
      ['no-repeat-item-in-description', 'description-no-name'],
    ] as const) {
      const left = await errorsOf(broken, `<!--lint disable ${theirs}-->\n\n`);
      expect([...left].sort()).toEqual(all.filter((rule) => rule !== ours));
    }
  });
});
