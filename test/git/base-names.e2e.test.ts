import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Base, findBase } from '../../src/git/base.js';
import { filesAtBase, readBaseFiles } from '../../src/git/base-files.js';
import { noFiles } from '../../src/model/files.js';
import { bare, repository } from './repository.js';

describe('the names in a folder at the base', () => {
  const names: Readonly<Record<string, readonly string[]>> = {
    '': ['README.md', 'README.zh.md', 'docs'],
    docs: ['new.md'],
  };
  const now = { ...noFiles, tracked: true, names: (folder: string) => names[folder] ?? [] };
  const base = {
    gone: new Set(['README.ja.md', 'docs/old.md']),
    added: new Set(['README.zh.md', 'docs/new.md']),
    texts: new Map<string, string | null>(),
    renamed: new Map<string, string>(),
    unread: 0,
  };

  test.each([
    ['', ['README.md', 'docs', 'README.ja.md']],
    ['docs', ['old.md']],
    ['lib', []],
  ])('%j', (folder, expected) => {
    expect(filesAtBase(now, 'README.md', base, () => new Set()).names?.(folder)).toEqual(expected);
  });

  test('are those of the work tree where git tracks nothing', () => {
    expect(filesAtBase({ ...now, tracked: false }, 'README.md', base, () => new Set()).names?.('')).toEqual(names['']);
  });
});

describe('what a pull request deletes', () => {
  const gone = ['docs/guide/Old.md', 'docs/guide/OLD.md', 'Lib/a.md'];
  const base = {
    gone: new Set(gone),
    added: new Set(['docs/new.md']),
    texts: new Map(),
    renamed: new Map(),
    unread: 0,
  };
  const now = { ...noFiles, tracked: true, nearest: (path: string) => (path === 'DOCS/new.md' ? 'docs/new.md' : null) };
  const { kind, nearest } = filesAtBase(now, 'README.md', base, () => new Set());

  test('was there as files and folders', () => {
    expect(['docs/guide/OLD.md', 'docs/guide', 'docs', 'Lib', 'doc', 'lib', 'docs/new.md'].map(kind)).toEqual([
      'file',
      'folder',
      'folder',
      'folder',
      null,
      null,
      null,
    ]);
  });

  test('is found whatever its case, the first of several, and what is added is not', () => {
    expect(['docs/guide/old.md', 'lib/A.md', 'DOCS/new.md', 'lib/b.md'].map(nearest)).toEqual([
      'docs/guide/Old.md',
      'Lib/a.md',
      null,
      null,
    ]);
  });

  test('is read of no more files than the limit', async () => {
    const made = repository();
    made.commit({ 'a.md': '# A\n' });
    const base = { ...(await findBase('HEAD', made.root, bare)), root: made.root };
    let asked = 0;
    const git: Base['git'] = (args, settings) => {
      asked += 1;
      return base.git(args, settings);
    };
    const deleted = (count: number) =>
      Array.from({ length: count }, () => {
        const file = join(made.root, 'a.md');
        return { file, status: 'deleted' as const, before: file };
      });
    const few = await readBaseFiles({ ...base, git }, deleted(1));
    expect(few.texts.get('a.md')).toBe('# A\n');
    const names = deleted(6).map((one, at) => ({ ...one, before: join(made.root, `was-${at}.md`) }));
    asked = 0;
    const many = await readBaseFiles({ ...base, git }, names, 4);
    expect([many.texts.size, many.unread, few.unread]).toEqual([4, 2, 0]);
    // Each looks for a file of this name; the first asks for renames too.
    expect(asked).toBe(5);
    // What is not read is taken to have been as it is: else an anchor that was missing before would be a new finding.
    const here = { ...now, anchors: () => new Set(['a']) };
    const { anchors } = filesAtBase(here, 'README.md', many, () => new Set());
    expect([anchors('was-1.md'), anchors('was-5.md')]).toEqual([null, new Set(['a'])]);
  });
});
