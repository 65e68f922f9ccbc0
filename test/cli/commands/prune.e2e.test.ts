import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { LedgerRecord } from '../../../src/links/ledger/record.js';
import { repository as gitRepository } from '../../git/repository.js';
import { ago, alive, broken, repository, writeLedger } from '../../prune/ledger.js';
import { listwright } from '../command.js';

const url = (name: string): string => `https://github.com/tea/${name.toLowerCase()}`;
const row = (name: string): string => `- [${name}](${url(name)}) - A kind of tea.\n`;
const names = ['Assam', 'Bancha', 'Ceylon', 'Dianhong', 'Earl'];
const listOf = (rows: readonly string[]): string =>
  `# Awesome Tea\n\n> Leaves in hot water.\n\n## Teas\n\n${rows.join('')}`;
const whole = listOf(names.map(row));

/** A repository with a list, its configuration, and a ledger outside of it. */
function tea(prune: object, records: readonly LedgerRecord[], more: object = {}, text = whole) {
  const made = gitRepository();
  made.commit({ 'README.md': text, 'listwright.config.json': JSON.stringify({ prune, ...more }) });
  const ledger = writeLedger(join(`${made.root}-ledger`, 'ledger.jsonl'), [
    ...names.flatMap((name) => (records.some((one) => one.url === url(name)) ? [] : [alive(url(name))])),
    ...records,
  ]);
  const run = (...args: string[]) => listwright(made.root, ['prune', '--ledger', ledger, ...args]);
  return { ...made, ledger, run, read: (path: string) => readFileSync(join(made.root, path), 'utf8') };
}

const archived = (days: number, weeks: number | null): Partial<LedgerRecord> => ({
  notes: ['archived'],
  facts: repository({ isArchived: true, pushedAt: ago(days) }),
  ...(weeks === null ? {} : { streaks: { 'link-archived': { since: ago(weeks * 7 + 1), last: ago(1), checks: 5 } } }),
});

afterEach(() => void vi.useRealTimers());

describe('a dry run', () => {
  test('prints a diff that git applies, and writes nothing', async () => {
    const { root, run, read } = tea({}, [broken(url('Bancha'), 30)]);
    const { status, stdout, stderr } = await run();
    expect(status).toBe(0);
    expect(read('README.md')).toBe(whole);
    expect(stderr).toContain('README.md:8, Teas: Bancha: the link has been broken since');
    execFileSync('git', ['apply', '-'], { cwd: root, input: stdout });
    expect(read('README.md')).toBe(whole.replace(row('Bancha'), ''));
  });

  test('prints nothing where no entry has ended', async () => {
    const { status, stdout, stderr } = await tea({}, []).run();
    expect([status, stdout, stderr]).toEqual([0, '', 'listwright: nothing was pruned\n']);
  });

  test('says for how many entries the ledger has nothing', async () => {
    const { run } = tea({}, [broken(url('Bancha'), 90, 4, { checkedAt: ago(20) })]);
    const { stdout, stderr } = await run();
    expect(stdout).toBe('');
    expect(stderr).toContain(
      '1 of 5 URLs in the list has no result from the last 14 days, so nothing was pruned because of it',
    );
  });
});

describe('what has ended', () => {
  const removed = async (prune: object, records: readonly LedgerRecord[], more: object = {}, text = whole) => {
    const { run } = tea(prune, records, more, text);
    const { status, stdout } = await run('--json');
    expect(status).toBe(0);
    return (JSON.parse(stdout) as { readonly entries: readonly { readonly name: string }[] }).entries.map(
      ({ name }) => name,
    );
  };

  test('is broken for as long as `deadAfter` says, and no shorter', async () => {
    const records = [
      broken(url('Assam'), 6),
      broken(url('Bancha'), 8),
      broken(url('Ceylon'), 8, 2),
      broken(url('Dianhong'), 90, 9, { verdict: 'unreachable' }),
    ];
    expect(await removed({}, records)).toEqual(['Bancha']);
    expect(await removed({ broken: false }, records)).toEqual([]);
    expect(await removed({}, records, { deadAfter: { failures: 2, days: 5 } })).toEqual(['Assam', 'Bancha', 'Ceylon']);
  });

  test('is archived for so many weeks, by the dates of the ledger', async () => {
    const records = [
      alive(url('Assam'), archived(900, null)),
      alive(url('Bancha'), archived(900, 3)),
      alive(url('Ceylon'), archived(900, 4)),
    ];
    expect(await removed({ archived: 4 }, records)).toEqual(['Ceylon']);
    expect(await removed({ archived: true }, records)).toEqual(['Assam', 'Bancha', 'Ceylon']);
    expect(await removed({}, records)).toEqual([]);
  });

  test('has had no push for so many days', async () => {
    const records = [
      alive(url('Assam'), { facts: repository({ pushedAt: ago(1090) }) }),
      alive(url('Bancha'), { facts: repository({ pushedAt: ago(1100) }) }),
      alive(url('Ceylon'), { facts: repository({ pushedAt: ago(1100), readAt: ago(9) }) }),
      alive(url('Dianhong'), { facts: repository({ pushedAt: null }) }),
    ];
    expect(await removed({ silent: 1095 }, records)).toEqual(['Bancha']);
    expect(await removed({}, records)).toEqual([]);
  });

  test('was reported by a rule for so many weeks', async () => {
    const few = (weeks: number): Partial<LedgerRecord> => ({
      facts: repository({ stars: 3 }),
      streaks: { 'repo-popularity': { since: ago(weeks * 7 + 1), last: ago(1), checks: weeks } },
    });
    const records = [alive(url('Assam'), few(7)), alive(url('Bancha'), few(8))];
    const rules = { 'repo-popularity': ['warning', { stars: 50 }] };
    expect(await removed({ rules: { 'repo-popularity': 8 } }, records, { rules })).toEqual(['Bancha']);
    const { stdout } = await tea({ rules: { 'repo-popularity': 8 } }, records, { rules }).run('--json');
    const [{ endings }] = (
      JSON.parse(stdout) as { readonly entries: readonly [{ readonly endings: readonly object[] }] }
    ).entries;
    const since = ago(57).slice(0, 10);
    expect(endings).toMatchObject([
      { why: `\`repo-popularity\` has reported it in 8 checks since ${since}: \`tea/leaf\` has 3 stars (minimum 50)` },
    ]);
    const popular = [alive(url('Bancha'), { ...few(8), facts: repository({ stars: 60 }) })];
    expect(await removed({ rules: { 'repo-popularity': 8 } }, popular, { rules })).toEqual([]);
  });

  test('is kept by an exception of the configuration or of a comment, until its day', async () => {
    const records = names.map((name) => broken(url(name), 40));
    const except = [
      { match: 'Assam', rules: 'prune', reason: 'It is back soon.' },
      { match: 'Bancha', reason: 'Everything about it is fine.' },
      { match: 'Ceylon', rules: 'prune', reason: 'It was back soon.', until: '2020-01-01' },
    ];
    const text = whole
      .replace(
        row('Dianhong'),
        `<!-- listwright-except prune until 2099-01-01: asked the author -->\n${row('Dianhong')}`,
      )
      .replace(row('Earl'), row('Earl').replace('\n', ' <!-- listwright-except prune until 2020-01-01: late -->\n'));
    expect(await removed({}, records, { except }, text)).toEqual(['Ceylon', 'Earl']);
  });

  test('is excluded from checks, and stays', async () => {
    expect(await removed({}, [broken(url('Assam'), 40)], { exclude: ['tea/assam$'] })).toEqual([]);
  });

  test('is limited, the oldest first', async () => {
    const records = [broken(url('Assam'), 40), broken(url('Bancha'), 60), broken(url('Ceylon'), 50)];
    expect(await removed({ limit: 2 }, records)).toEqual(['Bancha', 'Ceylon']);
  });

  test('fills the limit with entries that can go, past those that are left or in the archive already', async () => {
    const heading = `### [Dianhong](${url('Dianhong')})\n\n- [Earl](${url('Earl')}) - Alive.\n`;
    const held = `${row('Assam')}  - [Assam Gold](https://gold.example/) - Alive.\n`;
    const text = `${listOf([held, row('Bancha'), row('Ceylon')])}\n${heading}\n## Archive\n\n- [Oolong](https://oolong.example/) - Gone.\n`;
    const records = [
      broken(url('Dianhong'), 90),
      broken(url('Assam'), 80),
      broken('https://oolong.example/', 70),
      broken(url('Bancha'), 60),
      broken(url('Ceylon'), 50),
      alive('https://gold.example/'),
    ];
    const { run } = tea({ limit: 1, moveTo: 'Archive' }, records, {}, text);
    const { entries, left, waiting } = JSON.parse((await run('--json')).stdout);
    const namesOf = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name);
    expect([namesOf(entries), waiting]).toEqual([['Bancha'], 1]);
    expect(namesOf(left)).toContain('Assam');
    expect((await run('--write')).status).toBe(0);
    expect(namesOf(JSON.parse((await run('--json')).stdout).entries)).toEqual(['Ceylon']);
  });
});

describe('--write', () => {
  test('writes the list, the record and the message of a commit; a second run changes nothing', async () => {
    const { root, run, read } = tea({ record: 'REMOVED.md', archived: true }, [
      broken(url('Bancha'), 30),
      alive(url('Earl'), archived(700, null)),
    ]);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(ago(0)) });
    const { status, stdout } = await run('--write', '--message', `${root}-message`);
    expect(status).toBe(0);
    expect(read('README.md')).toBe(whole.replace(row('Bancha'), '').replace(row('Earl'), ''));
    const today = ago(0).slice(0, 10);
    expect(read('REMOVED.md')).toBe(
      [
        '# Removed entries\n\nEntries that were removed from the list, with the reason. `listwright` reads this file.\n\n',
        `- ${today} [Bancha](${url('Bancha')}) from Teas: the link has been broken since ${ago(30).slice(0, 10)}, in 4 checks: the page does not exist (404).\n`,
        `- ${today} [Earl](${url('Earl')}) from Teas: the repository is archived, in the check of ${ago(1).slice(0, 10)}; its last push was on ${ago(700).slice(0, 10)}.\n`,
      ].join(''),
    );
    expect(stdout).toBe(readFileSync(`${root}-message`, 'utf8'));
    expect(stdout).toMatch(
      /^Remove 2 broken and archived entries\n\n- Bancha <https:\/\/github.com\/tea\/bancha> \(README.md:8, Teas\): the link/,
    );
    const again = await run('--write');
    expect([again.status, again.stdout]).toEqual([0, '']);
    expect(read('REMOVED.md').match(/^- /gm)?.length).toBe(2);
  });

  test.each([
    ['before it wrote anything', []],
    ['after it wrote the record', ['REMOVED.md']],
    ['after it wrote the list', ['REMOVED.md', 'README.md']],
  ])('completes a run that was killed %s', async (_, written) => {
    const records = [broken(url('Bancha'), 30), broken(url('Earl'), 40)];
    const undisturbed = tea({ record: 'REMOVED.md' }, records);
    await undisturbed.run('--write');
    const killed = tea({ record: 'REMOVED.md' }, records);
    killed.write(Object.fromEntries(written.map((path) => [path, undisturbed.read(path)])));
    const { status } = await killed.run('--write');
    expect(status).toBe(0);
    for (const path of ['README.md', 'REMOVED.md']) expect(killed.read(path)).toBe(undisturbed.read(path));
  });

  test('adds to a record that is there', async () => {
    const { run, read, root } = tea({ record: 'docs/gone.md' }, [broken(url('Bancha'), 30)]);
    execFileSync('mkdir', ['docs'], { cwd: root });
    writeFileSync(join(root, 'docs/gone.md'), '# Gone\n\n- 2024-01-01 [Lapsang](https://lapsang.example/): smoky.\n');
    expect((await run('--write')).status).toBe(0);
    expect(read('docs/gone.md')).toMatch(/^# Gone\n\n- 2024-01-01 .*\n- \d{4}-\d\d-\d\d \[Bancha\]/);
  });

  test('moves entries to the section that the configuration names', async () => {
    const text = `${whole}\n## Archive\n\nNo longer sold.\n`;
    const { run, read } = tea({ moveTo: 'Archive', record: 'REMOVED.md' }, [broken(url('Bancha'), 30)], {}, text);
    expect((await run('--write')).status).toBe(0);
    expect(read('README.md')).toBe(`${text.replace(row('Bancha'), '')}\n${row('Bancha')}`);
    expect((await run('--write')).stdout).toBe('');
  });
});

test('names a section that is empty afterward by its path, and none that keeps one', async () => {
  const text = `${listOf(['Assam', 'Ceylon'].map(row))}\n### Green\n\n${row('Bancha')}`;
  const { stderr } = await tea({}, [broken(url('Bancha'), 30), broken(url('Ceylon'), 30)], {}, text).run();
  expect(stderr.match(/.*now empty/g)).toEqual(['listwright: README.md: Teas › Green: this section is now empty']);
});

describe('a wrong call', () => {
  test.each([
    ['an unknown key', { archive: true }, 'prune.archive: unknown option (did you mean "archived"?)'],
    ['a rule that reads no facts', { rules: { 'entry-name': 4 } }, '"entry-name" is not a rule about facts'],
    ['a record outside of the repository', { record: '../REMOVED.md' }, 'is not a path below the folder'],
    ['a record that is a part of git', { record: '.git/config' }, 'is not a path below the folder'],
    ['a section that is not there', { moveTo: 'Graveyard' }, 'has no section "Graveyard"'],
  ])('names %s', async (_, prune, message) => {
    const { status, stderr } = await tea(prune, [broken(url('Bancha'), 30)]).run();
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
