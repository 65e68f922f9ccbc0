import { describe, expect, test } from 'vitest';
import { findInputs } from '../../src/fs/inputs.js';
import { folderOf } from '../cli/command.js';

const folder = folderOf({
  'readme.MD': '',
  'docs/README.rst': '',
  'docs/README.md': '',
  'docs/b.md': '',
  'docs/a.md': '',
  'node_modules/x/README.md': '',
  'odd [1].md': '',
});
const paths = async (...args: string[]) =>
  (await findInputs(args, folder, 'list.md')).map(({ path, stdin }) => (stdin ? `${path} (stdin)` : path));

describe('which lists are read', () => {
  test('the README of the working directory, whatever its case, when nothing is named', async () => {
    expect(await paths()).toEqual(['readme.MD']);
  });

  test('files, folders and patterns; each file once', async () => {
    expect(await paths('docs')).toEqual(['docs/README.md']);
    expect(await paths('docs/*.md', 'docs/a.md', 'docs')).toEqual(['docs/README.md', 'docs/a.md', 'docs/b.md']);
    expect(await paths('**/*.md')).not.toContain('node_modules/x/README.md');
  });

  test('a file whose name looks like a pattern', async () => {
    expect(await paths('odd [1].md')).toEqual(['odd [1].md']);
  });

  test('standard input under its assumed name', async () => {
    expect(await paths('-')).toEqual(['list.md (stdin)']);
  });

  test.each([
    ['owner/repo', 'owner/repo/README.md'],
    ['https://github.com/owner/re.po.git', 'owner/re.po/README.md'],
    ['github.com/owner/repo/blob/v2/docs/more%20things.md#top', 'owner/repo/docs/more things.md'],
  ])('%s is a list on GitHub', async (path, shown) => expect(await paths(path)).toEqual([shown]));

  test('a file that is here comes before a repository of that name', async () => {
    expect(await paths('docs/a.md')).toEqual(['docs/a.md']);
    const [input] = await findInputs(['docs/a.md'], folder, 'list.md');
    expect(input?.remote).toBeNull();
  });

  test.each([
    'nope.md',
    'nope',
    '*.txt',
    'a/b/c',
    'own er/repo',
    'owner/...',
    'https://gitlab.com/owner/repo',
    'https://github.com/owner',
  ])('%s is refused', (path) => expect(paths(path)).rejects.toThrow(path));
});
