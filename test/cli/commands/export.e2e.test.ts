import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ledgerHeader } from '../../../src/links/ledger/file.js';
import { repository } from '../../git/repository.js';
import { folderOf, listwright } from '../command.js';

const pens = '# Awesome Pens\n\n> Things to write with.\n\n## Inks\n\n- [Blue](https://blue.example/) - Blue ink.\n';
const record = {
  ...{
    url: 'https://blue.example/',
    verdict: 'broken',
    reason: 'http-404',
    status: 404,
    finalUrl: null,
    redirects: [],
  },
  ...{ notes: [], evidence: ['GET https://blue.example/ -> 404'], checkedAt: '2026-01-02T00:00:00.000Z', failures: 2 },
  ...{ firstFailedAt: '2026-01-01T00:00:00.000Z', firstAliveAt: null, lastAliveAt: null, title: null, hostId: null },
  ...{ vantage: 'ci', probe: 'http' },
};

describe('export', () => {
  test('prints JSON, with dates from git and health from a ledger', async () => {
    const { root, git, commit } = repository();
    commit({ 'README.md': pens });
    git('remote', 'add', 'origin', 'https://github.com/pens/list.git');
    const added = commit({ 'README.md': `${pens}- [Red](https://red.example/) - Red ink.\n` });
    writeFileSync(join(root, 'ledger.jsonl'), `${ledgerHeader}\n${JSON.stringify(record)}\n`);
    const { status, stdout, stderr } = await listwright(root, ['export', '--ledger', 'ledger.jsonl']);
    expect([status, stderr]).toEqual([0, '']);
    const data = JSON.parse(stdout);
    expect(data.list).toMatchObject({ title: 'Awesome Pens', repository: 'https://github.com/pens/list' });
    expect(data.entries).toMatchObject([
      { name: 'Blue', health: { verdict: 'broken', reason: 'http-404' } },
      { name: 'Red', health: null, added: { commit: added } },
    ]);
    // The ledger is only read.
    expect(readFileSync(join(root, 'ledger.jsonl'), 'utf8')).toBe(`${ledgerHeader}\n${JSON.stringify(record)}\n`);
  });

  test('writes several formats to files', async () => {
    const { root, commit } = repository();
    commit({ 'README.md': pens });
    const words = ['export', '-t', 'csv=list.csv', '--to', 'atom=feed.xml', '--to', 'json'];
    const { status, stdout } = await listwright(root, words);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).entries).toHaveLength(1);
    expect(readFileSync(join(root, 'list.csv'), 'utf8')).toContain('\r\nBlue,https://blue.example/,');
    expect(readFileSync(join(root, 'feed.xml'), 'utf8')).toContain('<title>Blue</title>');
  });

  test('needs no repository but for Atom', async () => {
    const folder = folderOf({ 'README.md': pens });
    expect(JSON.parse((await listwright(folder, ['export'])).stdout).entries[0].added).toBe(null);
    const { status, stderr } = await listwright(folder, ['export', '--to', 'atom']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('git does not know when any entry was added')]);
  });

  test('reads standard input', async () => {
    const { stdout } = await listwright(folderOf(), ['export', '-', '--to', 'csv'], { input: pens });
    expect(stdout.split('\r\n')).toHaveLength(3);
  });

  test('says what a shallow clone does not tell', async () => {
    const { root, git, commit } = repository();
    commit({ 'README.md': pens });
    commit({ 'README.md': `${pens}- [Red](https://red.example/) - Red ink.\n` });
    const clone = join(folderOf(), 'clone');
    git('clone', '-q', '--depth', '1', `file://${root}`, clone);
    const { status, stdout, stderr } = await listwright(clone, ['export']);
    expect(status).toBe(0);
    expect(stderr).toMatch(/shallow clone, so nothing is known before \d{4}-\d\d-\d\d; run `git fetch --unshallow`/);
    expect(JSON.parse(stdout).entries.map((entry: { added: unknown }) => entry.added)).toEqual([null, null]);
  });

  test.each([
    [['--to', 'jsn'], /unknown format "jsn" \(did you mean "json"\?\)/],
    [['--to', 'csv='], /missing file in "csv="/],
    [['--to', 'csv', '--to', 'json'], /only one format can be printed to standard output, not csv and json/],
    [['--to', 'csv=none/list.csv'], /its folder does not exist/],
    [['--ledger', 'README.md'], /is not a ledger/],
  ])('%j stops with a reason, before it writes', async (words, why) => {
    const folder = folderOf({ 'README.md': pens });
    const { status, stderr } = await listwright(folder, ['export', '--to', 'json=out.json', ...words]);
    expect([status, stderr]).toEqual([2, expect.stringMatching(why)]);
    expect(existsSync(join(folder, 'out.json'))).toBe(false);
  });
});

describe('stats', () => {
  const verdictOf = (verdict: string) => `${ledgerHeader}\n${JSON.stringify({ ...record, verdict })}\n`;

  test('draws history, and gives it as data', async () => {
    const { root, commit } = repository();
    commit({ 'README.md': pens });
    commit({ 'README.md': `${pens}- [Red](https://red.example/) - Red ink.\n` });
    const { status, stdout, stderr } = await listwright(root, ['stats']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^Awesome Pens \(README.md\)\n2 entries\n\nThe git history begins in \w+ \d{4}, so there is no chart by month, and\nentries may be older than shown\.\n/,
    );
    expect(stdout).toContain('Age of entries (median: 0 days)');
    const data = JSON.parse((await listwright(root, ['stats', '--json'])).stdout);
    expect(data).toMatchObject({ version: 1, entries: 2, health: null, history: { undated: 0, shallow: false } });
    expect(data.history.months.at(-1)).toMatchObject({ entries: 2, added: 2, removed: 0 });
  });

  test('has one point for a day, and draws no curve for a single one', async () => {
    const names = ['red', 'green', 'blue'];
    const rows = names.map((name, index) =>
      JSON.stringify({
        ...record,
        ...{ url: `https://${name}.example/`, firstFailedAt: `2026-01-0${index === 2 ? 2 : 1}T09:00:00.${index}00Z` },
        checkedAt: '2026-01-03T00:00:00.000Z',
      }),
    );
    const list = `# Pens\n\n## A\n\n### General\n\n- [Red](https://red.example/) - Red.\n\n## B\n\n### General\n\n- [Green](https://green.example/) - Green.\n\n### Blue\n\n- [Blue](https://blue.example/) - Blue.\n`;
    const ledgerOf = (count: number) => `${ledgerHeader}\n${rows.slice(0, count).toSorted().join('\n')}\n`;
    const folder = folderOf({ 'README.md': list, 'one.jsonl': ledgerOf(2), 'two.jsonl': ledgerOf(3) });
    const run = async (...words: string[]) => (await listwright(folder, words)).stdout;
    const trouble = async (file: string) => JSON.parse(await run('stats', '--json', '--ledger', file)).health.trouble;
    expect(await trouble('one.jsonl')).toEqual([{ at: '2026-01-01T00:00:00.000Z', broken: 2, moved: null }]);
    expect((await trouble('two.jsonl')).map(({ broken }: { readonly broken: number }) => broken)).toEqual([2, 3]);
    const text = await run('stats', '--ledger', 'one.jsonl');
    expect(text).toContain('2 entries with a broken link on 2026-01-01');
    expect(text).not.toContain('by date of first failure');
    expect(await run('stats', '--ledger', 'two.jsonl')).toContain('by date of first failure');
    const page = (file: string) => run('export', '--to', 'html', '--ledger', file);
    expect(await page('one.jsonl')).not.toContain('by date of first failure');
    const both = await page('two.jsonl');
    expect(both).toContain('by date of first failure');
    for (const shown of [both, await run('stats', '--ledger', 'two.jsonl')]) {
      expect(shown).toContain('A › General');
      expect(shown).toContain('B › General');
      expect(shown).not.toContain('B › Blue');
    }
  });

  test('takes trouble over time from the history of the ledger, else from its records', async () => {
    const { root, git, write } = repository();
    const versions = [
      ['2026-01-01T08:00:00Z', 'alive'],
      ['2026-01-02T08:00:00Z', 'alive'],
      ['2026-01-02T20:00:00Z', 'moved'],
      ['2026-01-03T08:00:00Z', 'broken'],
    ] as const;
    for (const [date, verdict] of versions) {
      write({ 'README.md': pens, 'ledger.jsonl': `${verdictOf(verdict)}${date === versions[1][0] ? '\n' : ''}` });
      git('add', '-A');
      const who = ['-c', 'user.name=Pen', '-c', 'user.email=pen@pens.test', '-c', 'commit.gpgSign=false'];
      const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
      execFileSync('git', [...who, 'commit', '-q', '-m', verdict], { cwd: root, env });
    }
    writeFileSync(join(root, 'new.jsonl'), verdictOf('broken'));
    const trouble = async (file: string) =>
      JSON.parse((await listwright(root, ['stats', '--json', '--ledger', file])).stdout).health.trouble;
    const counts = (points: readonly { broken: number; moved: number }[]) =>
      points.map(({ broken, moved }) => [broken, moved]);
    expect(counts(await trouble('ledger.jsonl'))).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
    ]);
    expect(await trouble('new.jsonl')).toEqual([{ at: '2026-01-01T00:00:00.000Z', broken: 1, moved: null }]);
  });
});
