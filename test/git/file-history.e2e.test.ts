import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type FileCommit, type HistoryRange, readFileHistory } from '../../src/git/file-history.js';
import { bare, folder, repository } from './repository.js';

async function read(file: string, limit?: number) {
  const commits: FileCommit[] = [];
  let head = '';
  const range: HistoryRange | null = await readFileHistory(
    file,
    bare,
    { onHead: (text) => (head = text), onCommit: (commit) => commits.push(commit) },
    limit,
  );
  return { range, commits, head };
}

describe('the history of a file', () => {
  test('has each commit with its lines, newest first', async () => {
    const made = repository();
    const first = made.commit({ 'README.md': 'a\nb\n' });
    made.commit({ 'other.md': 'x\n' });
    const second = made.commit({ 'README.md': 'a\nc\nd\n' });
    const { range, commits, head } = await read(join(made.root, 'README.md'));
    expect(head).toBe('a\nc\nd\n');
    expect(commits.map(({ id, added, removed }) => ({ id, added, removed }))).toEqual([
      { id: second, added: ['c', 'd'], removed: ['b'] },
      { id: first, added: ['a', 'b'], removed: [] },
    ]);
    expect(commits.every(({ date }) => date > 1_000_000_000_000)).toBe(true);
    expect(range).toMatchObject({ shallow: false, truncated: false, from: commits.at(-1)?.date });
  });

  test('is the same whatever the configuration of git says of a log', async () => {
    const made = repository();
    made.commit({ 'README.md': 'a\n' });
    made.commit({ 'README.md': 'b\n' });
    const { commits } = await read(join(made.root, 'README.md'));
    const said = {
      ...{ 'log.showRoot': 'false', 'log.showSignature': 'true', 'log.decorate': 'full', 'log.date': 'human' },
      ...{ 'diff.noprefix': 'true', 'diff.mnemonicPrefix': 'true', 'diff.relative': 'true', 'diff.context': '0' },
      ...{ 'diff.suppressBlankEmpty': 'true', 'color.ui': 'always', 'format.pretty': 'raw', 'log.follow': 'true' },
    };
    for (const [key, value] of Object.entries(said)) made.git('config', key, value);
    expect((await read(join(made.root, 'README.md'))).commits).toEqual(commits);
    expect(commits.map(({ added }) => added)).toEqual([['b'], ['a']]);
  });

  test('takes lines that look like marks of a patch for what they are', async () => {
    const made = repository();
    made.commit({ 'README.md': '-- a\n++ b\n@@ -1 +1 @@\ndiff --git a/x b/x\n' });
    made.commit({ 'README.md': '\0 0123\nb\0c\n' });
    const { commits } = await read(join(made.root, 'README.md'));
    expect(commits[1]?.added).toEqual(['-- a', '++ b', '@@ -1 +1 @@', 'diff --git a/x b/x']);
    expect(commits[0]?.removed).toEqual(commits[1]?.added);
    expect(commits[0]?.added).toEqual(['\0 0123', 'b\0c']);
  });

  test('follows renames, and reads a file in a folder', async () => {
    const made = repository();
    const long = Array.from({ length: 40 }, (_, n) => `- [n${n}](https://n${n}.example/)`).join('\n');
    made.commit({ 'list.md': `${long}\n` });
    made.git('mv', 'list.md', 'README.md');
    made.commit();
    made.write({ 'docs/x.md': '' });
    made.git('mv', 'README.md', 'docs/list.md');
    made.commit();
    const { commits } = await read(join(made.root, 'docs/list.md'));
    expect(commits.map(({ added }) => added.length).filter((lines) => lines > 0)).toEqual([40]);
  });

  test('dates what a merge brings by the merge', async () => {
    const made = repository();
    made.commit({ 'README.md': 'a\n' });
    made.git('checkout', '-q', '-b', 'side');
    made.commit({ 'README.md': 'a\nb\n' });
    made.git('checkout', '-q', 'main');
    made.commit({ 'x.md': 'x\n' });
    made.git('merge', '-q', '--no-ff', '-m', 'Merge', 'side');
    const merge = made.git('rev-parse', 'HEAD');
    const { commits } = await read(join(made.root, 'README.md'));
    expect(commits.map(({ id, added }) => [id === merge, added])).toEqual([
      [true, ['b']],
      [false, ['a']],
    ]);
  });

  test('leaves out the commit at the end of a shallow clone, and says so', async () => {
    const made = repository();
    made.commit({ 'README.md': 'a\n' });
    made.commit({ 'README.md': 'a\nb\n' });
    made.commit({ 'README.md': 'a\nb\nc\n' });
    const clone = folder();
    made.git('clone', '-q', '--depth', '2', `file://${made.root}`, join(clone, 'it'));
    const { range, commits } = await read(join(clone, 'it/README.md'));
    expect(commits.map(({ added }) => added)).toEqual([['c']]);
    expect(range).toMatchObject({ shallow: true, truncated: false });
  });

  test('ends at its limit without the commit that is not whole', async () => {
    const made = repository();
    const lines = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => `line ${from + n}\n`).join('');
    made.commit({ 'README.md': lines(0, 60_000) });
    made.commit({ 'README.md': `${lines(0, 60_000)}new\n` });
    const { range, commits } = await read(join(made.root, 'README.md'), 100_000);
    expect(range).toMatchObject({ truncated: true });
    expect(commits.map(({ added }) => added)).toEqual([['new']]);
  });

  test('runs no program and no filter of the repository', async () => {
    const made = repository();
    made.commit({ 'README.md': 'a\n', '.gitattributes': '*.md diff=evil\n' });
    made.commit({ 'README.md': 'b\n' });
    made.git('config', 'diff.evil.textconv', 'touch owned; cat');
    made.git('config', 'diff.external', 'touch owned');
    const { commits } = await read(join(made.root, 'README.md'));
    expect(commits.map(({ added }) => added)).toEqual([['b'], ['a']]);
    expect(made.git('status', '--porcelain')).toBe('');
  });

  test('is null without a repository, a commit or the file in it', async () => {
    const empty = folder();
    expect((await read(join(empty, 'README.md'))).range).toBe(null);
    const made = repository();
    made.write({ 'README.md': 'a\n' });
    expect((await read(join(made.root, 'README.md'))).range).toBe(null);
    made.git('add', 'README.md');
    made.commit({ 'x.md': '' });
    expect((await read(made.write({ 'new.md': 'x' }))).range).toBe(null);
    expect((await read(join(made.root, 'README.md'))).range).not.toBe(null);
  });
});
