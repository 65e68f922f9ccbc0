import { describe, expect, test } from 'vitest';
import { gitIn } from '../../src/git/git.js';
import { findRemovals } from '../../src/history/removals.js';
import { bare, folder, type Repository, repository } from '../git/repository.js';

const now = () => Date.now();
const wide = { days: 3650, commits: 1000 };

function search(made: Repository, urls: readonly string[], limits: Partial<typeof wide> = {}, ms = 60_000) {
  const context = { gitFor: (timeout: number) => gitIn(made.root, bare, timeout), now };
  return findRemovals(urls, 'README.md', 'HEAD', context, { ...wide, ...limits, deadline: now() + ms });
}

/** A list whose versions are these entries, each with the subject of its commit. */
function history(...versions: readonly (readonly [subject: string, ...urls: readonly string[]])[]): Repository {
  const made = repository();
  for (const [subject, ...urls] of versions) {
    made.write({ 'README.md': `# Teas\n\n${urls.map((url) => `- [Tea](${url}) - Green.\n`).join('')}` });
    made.git('add', '-A');
    made.git('commit', '-q', '--allow-empty', '-m', subject);
  }
  return made;
}

const oolong = 'https://oolong.example/tea';
const sencha = 'https://sencha.example/tea';

describe('a URL that was removed', () => {
  test('is found with the commit, its day and its subject', async () => {
    const made = history(
      ['Add', oolong, sencha],
      ['Remove oolong, which is gone', sencha],
      ['More', sencha, 'https://x.example/'],
    );
    const { removals, incomplete } = await search(made, [oolong, sencha]);
    expect([...removals]).toEqual([
      [
        oolong,
        {
          commit: made.git('rev-parse', '--short=7', 'HEAD~1'),
          day: made.git('log', '-1', '--format=%cs', 'HEAD~1'),
          subject: 'Remove oolong, which is gone',
        },
      ],
    ]);
    expect(incomplete).toBeNull();
  });

  test.each([
    ['with another scheme, `www` and slash', 'http://www.oolong.example/tea/'],
    ['with a query of tracking', `${oolong}?utm_source=x`],
  ])('is found %s', async (_, url) => {
    const made = history(['Add', oolong], ['Remove']);
    expect((await search(made, [url])).removals.size).toBe(1);
  });

  test('with parentheses is found', async () => {
    const pot = 'https://tea.example/wiki/Pot_(tea)';
    const made = history(
      ['Add', pot, 'https://tea.example/wiki/Pot_(ink)'],
      ['Remove', 'https://tea.example/wiki/Pot_(ink)'],
    );
    const { removals } = await search(made, [
      pot,
      'https://tea.example/wiki/Pot_(ink)',
      'https://tea.example/wiki/Pot',
    ]);
    expect([...removals.keys()]).toEqual([pot]);
  });

  test('of GitHub is found in other case', async () => {
    const made = history(['Add', 'https://github.com/Tea/Oolong'], ['Remove']);
    expect((await search(made, ['https://github.com/tea/oolong'])).removals.size).toBe(1);
  });

  test('is that of its newest removal', async () => {
    const made = history(['Add', oolong], ['Remove once'], ['Add again', oolong], ['Remove twice']);
    expect((await search(made, [oolong])).removals.get(oolong)?.subject).toBe('Remove twice');
  });
});

describe('a URL that was not removed', () => {
  test.each([
    ['is new', history(['Add', sencha]), oolong],
    ['only moved', history(['Add', oolong, sencha], ['Move', sencha, oolong]), oolong],
    ['is longer than one that was', history(['Add', `${oolong}-bags`], ['Remove']), oolong],
    ['is shorter than one that was', history(['Add', oolong], ['Remove']), `${oolong}-bags`],
    ['has a dot where another has a letter', history(['Add', 'https://oolongxexample/tea'], ['Remove']), oolong],
    [
      'is in another file',
      (() => {
        const made = history(['Add', sencha]);
        made.commit({ 'b.md': oolong });
        made.commit({ 'b.md': 'x' });
        return made;
      })(),
      oolong,
    ],
  ])('%s', async (_, made, url) => {
    expect((await search(made, [url])).removals.size).toBe(0);
  });
});

describe('a history that is not all there', () => {
  test('of a shallow clone says so, and finds nothing that is not so', async () => {
    const made = history(['Add', oolong], ['Remove'], ['More', sencha]);
    const root = folder();
    made.git('clone', '-q', '--depth', '1', `file://${made.root}`, root);
    const shallow = await search(repository(root), [oolong]);
    expect([...shallow.removals]).toEqual([]);
    expect(shallow.incomplete).toContain('fetch-depth: 0');
  });

  test('is searched as far as the limits go', async () => {
    const made = history(['Add', oolong], ['Remove'], ['More', sencha]);
    expect((await search(made, [oolong], { commits: 1 })).removals.size).toBe(0);
    expect((await search(made, [oolong], { commits: 2 })).removals.size).toBe(1);
  });

  test('says how many URLs were searched, if not all', async () => {
    const made = history(['Add', oolong], ['Remove']);
    const added = Array.from({ length: 50 }, (_, index) => `https://tea.example/${index}`);
    expect((await search(made, [oolong, ...added.slice(1)])).incomplete).toBeNull();
    const { removals, incomplete } = await search(made, [oolong, ...added]);
    expect([...removals.keys()]).toEqual([oolong]);
    expect(incomplete).toBe('only the first 50 added URLs were searched');
  });

  test('says where the time is up', async () => {
    const made = history(['Add', oolong], ['Remove']);
    expect(await search(made, [oolong], {}, -1)).toMatchObject({ incomplete: 'searching the history took too long' });
  });
});

test('what is no URL, or too long, is not searched', async () => {
  const made = history(['Add', oolong], ['Remove']);
  expect(await search(made, ['', '/tea', `https://x.example/${'a'.repeat(400)}`, '--output=x'])).toEqual({
    removals: new Map(),
    incomplete: null,
  });
});
