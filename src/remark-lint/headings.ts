import type { StyleRow } from './table.js';

/** What awesome-lint asks of headings. */
export const headingRows: readonly StyleRow[] = [
  {
    name: 'heading-style',
    load: () => import('remark-lint-heading-style'),
    options: 'atx',
    summary: 'Write headings with hashes in front and none behind',
    why: 'An underlined heading has no level beyond the second, and a reader of the source sees two styles for one thing.',
    wrong: { text: 'Tea\n===\n\n## Green ##\n', finds: ['1:1', '4:1'] },
    right: { text: '# Tea\n\n## Green\n', finds: [] },
  },
  {
    name: 'no-emphasis-as-heading',
    load: () => import('remark-lint-no-emphasis-as-heading'),
    summary: 'Write a heading where a bold line stands for one',
    why: 'A bold line has no anchor: nobody can link to it, and no table of contents shows it.',
    wrong: { text: '# Tea\n\n**Green**\n\nIt is steamed.\n', finds: ['3:1'] },
    right: { text: '# Tea\n\n## Green\n\nIt is steamed.\n', finds: [] },
  },
  {
    name: 'no-heading-content-indent',
    load: () => import('remark-lint-no-heading-content-indent'),
    summary: 'Put one space between the hashes and the words of a heading',
    why: 'Further spaces are never shown and only make headings look uneven in the source.',
    wrong: { text: '#   Tea\n', finds: ['1:5'] },
    right: { text: '# Tea\n', finds: [] },
  },
  {
    name: 'no-heading-indent',
    load: () => import('remark-lint-no-heading-indent'),
    summary: 'Begin a heading at the beginning of its line',
    why: 'An indented heading is hard to spot in the source, and one space more may turn it into code.',
    wrong: { text: '# Tea\n\n  ## Green\n', finds: ['3:3'] },
    right: { text: '# Tea\n\n## Green\n', finds: [] },
  },
  {
    name: 'no-heading-punctuation',
    load: () => import('remark-lint-no-heading-punctuation'),
    summary: 'End a heading without punctuation',
    why: 'A heading names what follows; a mark at its end is noise there and in every line of a table of contents.',
    wrong: { text: '# Tea\n\n## Green:\n', finds: ['3:1'] },
    right: { text: '# Tea\n\n## Green\n', finds: [] },
  },
  {
    name: 'no-multiple-toplevel-headings',
    load: () => import('remark-lint-no-multiple-toplevel-headings'),
    options: 1,
    summary: 'Give the list one title',
    why: 'A second heading of the first level looks like a second document, and outlines lose their root.',
    wrong: { text: '# Tea\n\n# Coffee\n', finds: ['3:1'] },
    right: { text: '# Tea\n\n## Green\n', finds: [] },
  },
];
