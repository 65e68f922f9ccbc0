import { describe, expect, test } from 'vitest';
import type { FileCommit } from '../../src/git/file-history.js';
import { trackUrls } from '../../src/history/url-history.js';

const item = (name: string, url = `https://${name}.example/`): string => `- [${name}](${url}) - A pen.`;
let count = 0;
const commit = (date: number, added: readonly string[], removed: readonly string[] = []): FileCommit => ({
  ...{ id: String(++count).padStart(40, '0'), date, added, removed },
});

/** The history of a list, its commits oldest first. */
function historyOf(head: readonly string[], commits: readonly FileCommit[], entries?: readonly string[]) {
  const links = head.flatMap((line) => /\((https?:[^)]*)\)/.exec(line)?.[1] ?? []);
  const tracker = trackUrls(entries ?? links);
  tracker.start(head.join('\n'));
  for (const one of commits.toReversed()) tracker.add(one);
  return tracker.end();
}

describe('when a URL was added', () => {
  test('is the commit since which it has been there', () => {
    const history = historyOf([item('a'), item('b')], [commit(1, [item('a')]), commit(2, [item('b')])]);
    expect(history.additionOf('https://a.example/')?.date).toBe(1);
    expect(history.additionOf('https://b.example')?.date).toBe(2);
    expect(history.additionOf('https://c.example')).toBe(null);
  });

  test('stays when its line moves or changes, and when its spelling does', () => {
    const history = historyOf(
      [item('a', 'https://www.a.example/'), item('b')],
      [
        commit(1, [item('a', 'http://a.example')]),
        commit(2, [`${item('a', 'http://a.example')} Better.`], [item('a', 'http://a.example')]),
        commit(3, [item('a', 'https://www.a.example/'), item('b')], [`${item('a', 'http://a.example')} Better.`]),
      ],
    );
    expect(history.additionOf('https://a.example/')?.date).toBe(1);
    expect(history.additionOf('https://b.example/')?.date).toBe(3);
  });

  test('is the second time for what was removed and came back', () => {
    const history = historyOf(
      [item('a')],
      [commit(1, [item('a')]), commit(2, [], [item('a')]), commit(3, [item('a')])],
    );
    expect(history.additionOf('https://a.example/')?.date).toBe(3);
  });

  test('stays when one commit replaces the URL under the same name', () => {
    const history = historyOf(
      [item('Ink', 'https://ink.example/v3'), item('b')],
      [
        commit(1, [item('Ink', 'https://ink.example/v1')]),
        commit(2, [item('Ink', 'https://ink.example/v2')], [item('Ink', 'https://ink.example/v1')]),
        commit(3, [item('ink', 'https://ink.example/v3'), item('b')], [item('Ink', 'https://ink.example/v2')]),
      ],
    );
    expect(history.additionOf('https://ink.example/v3')?.date).toBe(1);
    expect(history.removalOf('https://ink.example/v1')).toBe(null);
    expect(history.steps.map(({ added, removed }) => [added, removed])).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });

  test('is the commit itself where the name that goes is another, or several have it', () => {
    const other = historyOf(
      [item('Ink', 'https://ink.example/new')],
      [
        commit(1, [item('Pen', 'https://ink.example/old')]),
        commit(2, [item('Ink', 'https://ink.example/new')], [item('Pen', 'https://ink.example/old')]),
      ],
    );
    expect(other.additionOf('https://ink.example/new')?.date).toBe(2);
    expect(other.removalOf('https://ink.example/old')?.date).toBe(2);
    const several = historyOf(
      [item('Docs', 'https://c.example')],
      [
        commit(1, [item('Docs', 'https://a.example'), item('Docs', 'https://b.example')]),
        commit(
          2,
          [item('Docs', 'https://c.example')],
          [item('Docs', 'https://a.example'), item('Docs', 'https://b.example')],
        ),
      ],
    );
    expect(several.additionOf('https://c.example')?.date).toBe(2);
  });

  test('is unknown for what was there before the history begins', () => {
    const history = historyOf([item('a'), item('b')], [commit(5, [item('b')])]);
    expect(history.additionOf('https://a.example/')).toBe(null);
    expect(history.additionOf('https://b.example/')?.date).toBe(5);
  });
});

describe('what was removed', () => {
  test('has its last commit, and what is back has none', () => {
    const history = historyOf(
      [item('b')],
      [
        commit(1, [item('a'), item('b')]),
        commit(2, [], [item('a')]),
        commit(3, [item('a')]),
        commit(4, [], [item('a')]),
      ],
    );
    expect(history.removalOf('http://a.example')?.date).toBe(4);
    expect(history.removalOf('https://b.example')).toBe(null);
  });
});

describe('the steps', () => {
  test('count entries, not other links', () => {
    const head = ['[home](https://home.example/)', item('a'), '- [Contributing](https://rules.example/)'];
    const history = historyOf(
      head,
      [
        commit(1, [...head, item('gone'), 'See [prose](https://prose.example/).']),
        commit(2, [], [item('gone'), 'See [prose](https://prose.example/).']),
      ],
      ['https://a.example/'],
    );
    expect(history.present).toBe(1);
    expect(history.steps).toEqual([
      { date: 2, added: 0, removed: 1 },
      { date: 1, added: 2, removed: 0 },
    ]);
  });
});
