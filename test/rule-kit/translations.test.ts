import { describe, expect, test } from 'vitest';
import { languageNeutral } from '../../rules/translations-match/language-neutral.js';
import { repositoryFiles } from '../../src/fs/repository-files.js';
import { type Files, noFiles } from '../../src/model/files.js';
import { isTranslatedReadme, translationsOf } from '../../src/rule-kit/translations.js';
import { folderOf } from '../cli/command.js';

/** The files of a folder on disk, as a rule sees them. */
function filesIn(paths: readonly string[], list = 'README.md'): Files {
  const folder = folderOf(Object.fromEntries([['.git/HEAD', ''], ...paths.map((path) => [path, ''])]));
  return repositoryFiles(`${folder}/${list}`, () => new Set());
}

describe('the translations of a file, by their names', () => {
  test.each([
    ['README.md', 'README.zh.md'],
    ['README.md', 'README-ja.md'],
    ['README.md', 'README_es.md'],
    ['README.md', 'README.pt-BR.md'],
    ['README.md', 'README-zh_Hans.md'],
    ['README.md', 'readme.cn.md'],
    ['README.md', 'docs/zh/README.md'],
    ['README.md', 'translations/README.fr.md'],
    ['README.md', 'de/README.md'],
    ['README.md', 'i18n/pt-br/readme.md'],
    ['README.zh.md', 'README.md'],
    ['README.zh.md', 'README.ja.md'],
    ['docs/zh/README.md', 'README.md'],
    ['docs/zh/README.md', 'docs/ja/README.md'],
    ['docs/list.md', 'docs/list.de.md'],
    ['books/free-books-es.md', 'books/free-books-ja.md'],
  ])('%s has %s', (path, other) => {
    expect(translationsOf(path, filesIn([path, other], path))).toEqual([other]);
  });

  test.each([
    ['README.md', 'README-old.md'],
    ['README.md', 'README.template.md'],
    ['README.md', 'README-v2.md'],
    ['README.md', 'README-zh.txt'],
    ['README.md', 'LIST.zh.md'],
    ['README.md', 'docs/README.md'],
    ['README.md', 'lib/README.md'],
    ['README.md', 'src/zh/README.md'],
    ['README.md', 'docs/zh/GUIDE.md'],
    ['README.md', 'docs/zh/README.ja.md'],
    ['README.md', 'README.zhongwen.md'],
    ['docs/list.md', 'list.de.md'],
    ['README.zh.md', 'README.zh.markdown'],
  ])('%s has not %s', (path, other) => {
    expect(translationsOf(path, filesIn([path, other], path))).toEqual([]);
  });

  test('are none where no one can look', () => {
    expect(translationsOf('README.md', noFiles)).toEqual([]);
  });
});

describe('the same page in another language', () => {
  test.each([
    ['https://docs.test/en/tea', 'https://docs.test/zh-cn/tea'],
    ['https://en.docs.test/tea', 'https://de.docs.test/tea'],
    ['https://docs.test/tea?hl=en', 'http://www.docs.test/tea/?hl=ja'],
  ])('%s is %s', (one, other) => {
    expect(languageNeutral(one)).toBe(languageNeutral(other));
  });

  test.each([
    ['https://docs.test/tea', 'https://docs.test/coffee'],
    ['https://github.com/o/a/b/en', 'https://github.com/o/a/b/de'],
    ['https://go.dev/', 'https://dev/'],
  ])('%s is not %s', (one, other) => {
    expect(languageNeutral(one)).not.toBe(languageNeutral(other));
  });

  test('is not compared for Wikipedia, which names pages by language', () => {
    expect(languageNeutral('https://en.wikipedia.org/wiki/Tea')).toBe(null);
    expect(languageNeutral('https://wikipedia.example/wiki/Tea')).not.toBe(null);
    expect(languageNeutral('tea.md')).toBe(null);
  });
});

test('a README with a language in its path is a translation, a list in a language is not', () => {
  const paths = ['README.zh-CN.md', 'docs/ja/README.md', 'readme_pt.markdown', 'awesome__README-ja.md'];
  expect(paths.filter(isTranslatedReadme)).toEqual(paths);
  const others = ['README.md', 'README-old.md', 'books/es.md', 'books-es.md', 'unreadme-es.md', 'docs/README.md'];
  expect(others.filter(isTranslatedReadme)).toEqual([]);
});
