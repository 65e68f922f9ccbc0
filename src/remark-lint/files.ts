import type { StyleRow } from './table.js';

/** What awesome-lint asks of the file and its name. */
export const fileRows: readonly StyleRow[] = [
  {
    name: 'file-extension',
    load: () => import('remark-lint-file-extension'),
    summary: 'End the name of the file with `.md`',
    why: 'Hosts and editors tell by the end of its name that a file is Markdown.',
    wrong: { path: 'readme.markdown', text: '# Tea\n', finds: ['1:1'] },
    right: { path: 'readme.md', text: '# Tea\n', finds: [] },
  },
  {
    name: 'final-newline',
    load: () => import('remark-lint-final-newline'),
    summary: 'End the file with a line break',
    why: 'The next line that someone adds shows up as two changed lines, and tools that join files glue lines together.',
    wrong: { text: '# Tea', finds: ['1:6'] },
    right: { text: '# Tea\n', finds: [] },
  },
  {
    name: 'no-file-name-articles',
    load: () => import('remark-lint-no-file-name-articles'),
    summary: 'Begin the name of the file without an article',
    why: 'Files are sorted and searched by their names, and an article tells nothing.',
    wrong: { path: 'the-teas.md', text: '# Tea\n', finds: ['1:1'] },
    right: { path: 'teas.md', text: '# Tea\n', finds: [] },
  },
  {
    name: 'no-file-name-consecutive-dashes',
    load: () => import('remark-lint-no-file-name-consecutive-dashes'),
    summary: 'Join the words of the file name with one hyphen each',
    why: 'Two hyphens in a row look like one in many fonts, so the address is typed wrong.',
    wrong: { path: 'green--tea.md', text: '# Tea\n', finds: ['1:1'] },
    right: { path: 'green-tea.md', text: '# Tea\n', finds: [] },
  },
  {
    name: 'no-file-name-irregular-characters',
    load: () => import('remark-lint-no-file-name-irregular-characters'),
    summary: 'Name the file with letters, digits, hyphens and full stops alone',
    why: 'Other characters are escaped in addresses, and then nobody can read them.',
    wrong: { path: 'green_tea.md', text: '# Tea\n', finds: ['1:1'] },
    right: { path: 'green-tea.md', text: '# Tea\n', finds: [] },
  },
  {
    name: 'no-file-name-mixed-case',
    load: () => import('remark-lint-no-file-name-mixed-case'),
    summary: 'Name the file in lower case or in capitals, not in both',
    why: 'Some file systems tell cases apart and some do not, so a link that works on one machine fails on another.',
    wrong: { path: 'Readme.md', text: '# Tea\n', finds: ['1:1'] },
    right: { path: 'README.md', text: '# Tea\n', finds: [] },
  },
  {
    name: 'no-file-name-outer-dashes',
    load: () => import('remark-lint-no-file-name-outer-dashes'),
    summary: 'Begin and end the name of the file without a hyphen',
    why: 'Commands take a name that begins with a hyphen for an option.',
    wrong: { path: '-tea.md', text: '# Tea\n', finds: ['1:1'] },
    right: { path: 'tea.md', text: '# Tea\n', finds: [] },
  },
];
