import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBase } from '../../src/git/base.js';
import { textAtBase } from '../../src/git/base-text.js';
import { changedFiles } from '../../src/git/changed-files.js';
import { bare, folder, type Repository, repository } from './repository.js';

const odd = [
  'a b.md',
  'it\'s "odd".md',
  'two\nlines.md',
  'tab\there.md',
  '日本語 é.md',
  '-rf.md',
  '--help',
  ':(top)x.md',
  '*.md',
  '[a].md',
  'a\\b.md',
  'x/-y/README.md',
];
const head = (repo: Repository) => findBase('HEAD', repo.root, bare);
const clay = Array.from({ length: 12 }, (_, index) => `Line ${index} about clay.\n`).join('');

describe('textAtBase', () => {
  test.each(odd)('%j: before, after a change, under another name', async (name) => {
    const repo = repository();
    repo.commit({ [name]: clay, 'beside.md': 'Beside.\n' });
    const file = repo.write({ [name]: `${clay}More.\n` });
    expect(await textAtBase(await head(repo), file)).toBe(clay);
    repo.git('mv', '--', name, `new ${name.replaceAll('/', '-')}`);
    const renamed = join(repo.root, `new ${name.replaceAll('/', '-')}`);
    expect(await textAtBase(await head(repo), renamed)).toBe(clay);
    expect(await textAtBase(await head(repo), join(repo.root, `no ${name}`))).toBe(null);
  });

  test('a name with wildcards is only that name', async () => {
    const repo = repository();
    repo.commit({ 'a.md': 'A.\n', 'b.md': 'B.\n' });
    for (const name of ['*.md', '?.md', ':/a.md', '[ab].md']) {
      expect(await textAtBase(await head(repo), repo.write({ [name]: 'New.\n' }))).toBe(null);
    }
  });

  test('the text of the merge base, whatever was committed since', async () => {
    const repo = repository();
    const first = repo.commit({ 'README.md': clay });
    repo.commit({ 'README.md': `${clay}Two.\n` });
    const base = await findBase(first, repo.root, bare);
    const file = repo.write({ 'README.md': `${clay}Three.\n` });
    expect(await textAtBase(base, file)).toBe(clay);
    rmSync(file);
    expect(await textAtBase(base, file)).toBe(clay);
  });

  test('renamed and changed over commits; a file of another text is new', async () => {
    const repo = repository();
    const first = repo.commit({ 'old/README.md': clay });
    mkdirSync(join(repo.root, 'new'));
    renameSync(join(repo.root, 'old/README.md'), join(repo.root, 'new/list.md'));
    repo.commit({ 'new/list.md': `${clay}One more line.\n`, 'new/other.md': 'Of iron.\n' });
    const base = await findBase(first, repo.root, bare);
    expect(await textAtBase(base, join(repo.root, 'new/list.md'))).toBe(clay);
    expect(await textAtBase(base, join(repo.root, 'new/other.md'))).toBe(null);
  });

  test('binary, not UTF-8, with a BOM, empty', async () => {
    const repo = repository();
    const bytes = { 'binary.md': new Uint8Array([35, 0, 35]), 'latin.md': new Uint8Array([35, 32, 0xe9, 10]) };
    repo.commit({ ...bytes, 'bom.md': '\ufeff# A\r\n', 'empty.md': '' });
    const base = await head(repo);
    const texts = ['binary.md', 'latin.md', 'bom.md', 'empty.md'].map((name) =>
      textAtBase(base, join(repo.root, name)),
    );
    expect(await Promise.all(texts)).toEqual([null, '# \ufffd\n', '\ufeff# A\r\n', '']);
  });

  test('links, submodules, folders and what lies outside are no text', async () => {
    const inner = repository();
    inner.commit({ 'README.md': clay });
    const repo = repository();
    repo.write({ 'real.md': clay, 'docs/README.md': clay });
    symlinkSync('real.md', join(repo.root, 'README.md'));
    repo.git('submodule', '--quiet', 'add', inner.root, 'sub');
    repo.commit();
    const base = await head(repo);
    for (const path of ['README.md', 'sub', 'sub/README.md', 'docs', '../elsewhere.md', '.']) {
      expect(await textAtBase(base, join(repo.root, path))).toBe(null);
    }
    expect(await textAtBase(base, join(repo.root, 'real.md'))).toBe(clay);
    expect(await textAtBase(base, join(folder(), 'real.md'))).toBe(null);
  });

  test('a work tree that is reached through a link', async () => {
    const repo = repository();
    repo.commit({ 'docs/README.md': clay });
    const way = join(folder(), 'way');
    symlinkSync(repo.root, way);
    expect(await textAtBase(await findBase('HEAD', way, bare), join(way, 'docs/README.md'))).toBe(clay);
  });
});

describe('changedFiles', () => {
  test('commits, the index, the working tree and untracked files; ignored ones not', async () => {
    const repo = repository();
    const files = { 'committed.md': 'a\n', 'staged.md': 'b\n', 'tree.md': 'c\n', 'same.md': 'd\n' };
    const first = repo.commit({ ...files, 'gone.md': 'e\n', 'old name.md': clay, '.gitignore': 'ignored*\n' });
    repo.commit({ 'committed.md': 'A\n' });
    repo.write({ 'staged.md': 'B\n' });
    repo.git('add', '-A');
    repo.git('mv', 'old name.md', 'new\nname.md');
    repo.git('rm', '-q', 'gone.md');
    repo.write({ 'tree.md': 'C\n', 'fresh.md': 'f\n', 'ignored.md': 'g\n', 'docs/-x.md': 'h\n' });
    const base = await findBase(first, repo.root, bare);
    const short = (file: string | null) => file?.slice(repo.root.length + 1) ?? null;
    expect((await changedFiles(base)).map((one) => [short(one.file), one.status, short(one.before)])).toEqual([
      ['committed.md', 'changed', 'committed.md'],
      ['docs/-x.md', 'added', null],
      ['fresh.md', 'added', null],
      ['gone.md', 'deleted', 'gone.md'],
      ['new\nname.md', 'renamed', 'old name.md'],
      ['staged.md', 'changed', 'staged.md'],
      ['tree.md', 'changed', 'tree.md'],
    ]);
  });

  test('nothing changed; names of all sorts', async () => {
    const repo = repository();
    repo.commit(Object.fromEntries(odd.map((name) => [name, 'One.\n'])));
    expect(await changedFiles(await head(repo))).toEqual([]);
    repo.write(Object.fromEntries(odd.map((name) => [name, 'Two.\n'])));
    const found = await changedFiles(await head(repo));
    expect(found.map(({ file }) => file).sort()).toEqual(odd.map((name) => join(repo.root, name)).sort());
  });

  test('a file that is removed from the index but still exists is changed, not deleted', async () => {
    const repo = repository();
    repo.commit({ 'a.md': 'One.\n', 'b.md': 'One.\n' });
    repo.git('rm', '-q', '--cached', 'a.md');
    const found = await changedFiles(await head(repo));
    expect(found).toMatchObject([{ file: join(repo.root, 'a.md'), status: 'changed' }]);
  });
});
