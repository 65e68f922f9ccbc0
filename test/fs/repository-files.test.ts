import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { repositoryFiles } from '../../src/fs/repository-files.js';
import { folderOf } from '../cli/command.js';

const read = (text: string) => new Set(text.split('\n').filter((line) => line !== ''));
const tree = (files: Record<string, string>, list = 'README.md') => {
  const folder = folderOf({ '.git/config': '', 'README.md': '', ...files });
  return repositoryFiles(join(folder, list), read);
};

describe('the files next to a list', () => {
  test('files and folders, case by case', () => {
    const files = tree({ 'docs/Guide.md': 'a' });
    expect(files.kind('docs')).toBe('folder');
    expect(files.kind('docs/')).toBe('folder');
    expect(files.kind('')).toBe('folder');
    expect(files.kind('docs/Guide.md')).toBe('file');
    expect(files.kind('docs/guide.md')).toBe(null);
    expect(files.kind('docs/Guide.md/x')).toBe(null);
    expect(files.nearest('DOCS/guide.md')).toBe('docs/Guide.md');
    expect(files.nearest('docs/guides.md')).toBe(null);
  });

  test('the root is the top of the work tree', () => {
    const files = tree({ 'docs/deep/list.md': '' }, 'docs/deep/list.md');
    expect(files.folder).toBe('docs/deep');
    expect(files.kind('README.md')).toBe('file');
    expect(files.known).toBe(true);
  });

  test('never looks above the root', () => {
    expect(tree({}).kind('..')).toBe(null);
    expect(tree({}).kind('../../etc/passwd')).toBe(null);
  });

  test.skipIf(process.platform === 'win32')('follows no link out of the root, and follows one inside', () => {
    const outside = folderOf({ 'secret.md': 'x' });
    const folder = folderOf({ '.git/config': '', 'README.md': '', 'docs/a.md': 'x' });
    symlinkSync(outside, join(folder, 'out'));
    symlinkSync(join(folder, 'docs'), join(folder, 'in'));
    const files = repositoryFiles(join(folder, 'README.md'), read);
    expect(files.kind('out')).toBe(null);
    expect(files.kind('out/secret.md')).toBe(null);
    expect(files.anchors('out/secret.md')).toBe(null);
    expect(files.kind('in/a.md')).toBe('file');
  });

  test('anchors of Markdown files alone, read once', () => {
    const files = tree({ 'docs/a.md': 'one\ntwo\n', 'b.txt': 'one\n' });
    expect(files.anchors('docs/a.md')).toEqual(new Set(['one', 'two']));
    expect(files.anchors('docs/a.md')).toBe(files.anchors('docs/a.md'));
    expect(files.anchors('b.txt')).toBe(null);
    expect(files.anchors('missing.md')).toBe(null);
  });

  test.each([
    ['https://github.com/Loom/Lists.git', 'loom/lists'],
    ['git@github.com:loom/lists.js.git', 'loom/lists.js'],
    ['https://gitlab.example/loom/lists.git', null],
  ])('the repository of %s', (url, name) => {
    const config = `[core]\n\tbare = false\n[remote "fork"]\n\turl = https://github.com/a/b\n[remote "origin"]\n\turl = ${url}\n`;
    expect(tree({ '.git/config': config }).repository).toBe(name);
  });
});

describe('a list outside of a work tree', () => {
  const alone = (files: Record<string, string>) => {
    const folder = folderOf({ 'deep/README.md': '', ...files });
    vi.stubEnv('GIT_CEILING_DIRECTORIES', folder);
    return repositoryFiles(join(folder, 'deep', 'README.md'), read);
  };

  test('that stands alone knows nothing of its neighbours', () => {
    expect(alone({}).known).toBe(false);
  });

  test('next to other files knows them', () => {
    const files = alone({ 'deep/docs/a.md': '' });
    expect(files.known).toBe(true);
    expect(files.folder).toBe('');
    expect(files.kind('docs/a.md')).toBe('file');
  });

  test('an empty .git folder is a work tree', () => {
    const folder = folderOf({ 'README.md': '' });
    mkdirSync(join(folder, '.git'));
    expect(repositoryFiles(join(folder, 'README.md'), read).known).toBe(true);
  });
});
