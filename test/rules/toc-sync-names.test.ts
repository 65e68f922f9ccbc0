import { describe, expect, it } from 'vitest';
import rule from '../../rules/toc-sync.js';
import { fixed } from './lint-with.js';

/** The line that a table of contents has after safe fixes, where the section at its place has another title. */
function line(text: string, fragment: string, title: string): string {
  const list = `# Tea\n\n## Contents\n\n- [Black](#black)\n- [${text}](#${fragment})\n- [White](#white)\n\n## Black\n\nA.\n\n## ${title}\n\nB.\n\n## White\n\nC.\n`;
  return fixed(rule, { text: list, finds: [] }, list).text.split('\n')[5] ?? '';
}

describe('toc-sync', () => {
  it.each([
    ['C++', 'cpp', 'C'],
    ['C#', 'csharp', 'C'],
    ['C#', 'csharp', 'C++'],
    ['F#', 'fsharp', 'F'],
    ['.NET', 'dotnet', 'Net'],
    ['A+', 'a-plus', 'A'],
    ['C & C++', 'c-and-c', 'C'],
    ['C', 'c-lang', 'C & C++'],
    ['R', 'r-lang', 'Ruby'],
    ['Java', 'java-lang', 'JavaScript'],
    ['Go', 'golang', 'Google'],
    ['React', 'reactjs', 'Preact'],
    ['D', 'd-lang', 'Dart'],
  ])('does not point the line %s, with the fragment %s, at the section %s', (text, fragment, title) => {
    expect(line(text, fragment, title)).toBe(`- [${text}](#${fragment})`);
  });

  it.each([
    ['C++', 'cpp', 'C++', 'c'],
    ['.NET', 'dotnet', '.NET', 'net'],
    ['C & C++', 'c-c', 'C and C++', 'c-and-c'],
    ['Java', 'java-lang', 'Java', 'java'],
    ['Image', 'image', 'Images', 'images'],
    ['Green (Raw)', 'green-raw', 'Green', 'green'],
    ['Green teas', 'green_teas', 'Green & Teas', 'green--teas'],
  ])('points the line %s, with the fragment %s, at the section %s', (text, fragment, title, slug) => {
    expect(line(text, fragment, title)).toBe(`- [${text}](#${slug})`);
  });
});
