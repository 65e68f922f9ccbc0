import type { StyleRow } from './table.js';

/** What awesome-lint asks of the file and its name. */
export const fileRows: readonly StyleRow[] = [
  {
    name: 'file-extension',
    load: () => import('remark-lint-file-extension'),
    summary: 'End the file name with `.md`',
    why: 'Hosts and editors recognize Markdown by its file extension.',
    wrong: { path: 'readme.markdown', text: '# Tea\n', finds: ['1:1'] },
    right: { path: 'readme.md', text: '# Tea\n', finds: [] },
  },
  {
    name: 'final-newline',
    load: () => import('remark-lint-final-newline'),
    summary: 'End the file with a newline',
    why: 'Otherwise the next added line shows as two changed lines in a diff.',
    wrong: { text: '# Tea', finds: ['1:6'] },
    right: { text: '# Tea\n', finds: [] },
  },
  {
    name: 'no-file-name-articles',
    load: () => import('remark-lint-no-file-name-articles'),
    summary: 'Do not begin the file name with an article',
    why: 'Files are sorted and searched by name, and an article carries no information.',
    wrong: { path: 'the-teas.md', text: '# Tea\n', finds: ['1:1'] },
    right: { path: 'teas.md', text: '# Tea\n', finds: [] },
  },
  {
    name: 'no-file-name-consecutive-dashes',
    load: () => import('remark-lint-no-file-name-consecutive-dashes'),
    summary: 'Separate words in the file name with single hyphens',
    why: 'Two hyphens in a row look like one in many fonts, so the URL is easily mistyped.',
    wrong: { path: 'green--tea.md', text: '# Tea\n', finds: ['1:1'] },
    right: { path: 'green-tea.md', text: '# Tea\n', finds: [] },
  },
  {
    name: 'no-file-name-irregular-characters',
    load: () => import('remark-lint-no-file-name-irregular-characters'),
    summary: 'Use only letters, digits, hyphens and periods in the file name',
    why: 'Other characters make a file harder to link to, and some are percent-encoded in URLs.',
    wrong: { path: 'green_tea.md', text: '# Tea\n', finds: ['1:1'] },
    right: { path: 'green-tea.md', text: '# Tea\n', finds: [] },
  },
  {
    name: 'no-file-name-mixed-case',
    load: () => import('remark-lint-no-file-name-mixed-case'),
    summary: 'Use either lowercase or uppercase in the file name, not both',
    why: 'Some file systems are case-sensitive and some are not, so a link that works on one machine fails on another.',
    wrong: { path: 'Readme.md', text: '# Tea\n', finds: ['1:1'] },
    right: { path: 'README.md', text: '# Tea\n', finds: [] },
  },
  {
    name: 'no-file-name-outer-dashes',
    load: () => import('remark-lint-no-file-name-outer-dashes'),
    summary: 'Do not begin or end the file name with a hyphen',
    why: 'Commands read a name that begins with a hyphen as an option.',
    wrong: { path: '-tea.md', text: '# Tea\n', finds: ['1:1'] },
    right: { path: 'tea.md', text: '# Tea\n', finds: [] },
  },
];
