import { describe, expect, test } from 'vitest';
import { filesAtBase } from '../../src/git/base-files.js';
import { noFiles } from '../../src/model/files.js';

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
