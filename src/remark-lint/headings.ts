import type { StyleRow } from './table.js';

/** What awesome-lint asks of headings. */
export const headingRows: readonly StyleRow[] = [
  {
    name: 'heading-style',
    load: () => import('remark-lint-heading-style'),
    options: 'atx',
    summary: 'Use ATX headings (`#`) without closing hashes',
    why: 'Underlined headings have only two levels, and mixed styles are harder to read in the source.',
    wrong: { text: 'Tea\n===\n\n## Green ##\n', finds: ['1:1', '4:1'] },
    right: { text: '# Tea\n\n## Green\n', finds: [] },
  },
  {
    name: 'no-emphasis-as-heading',
    load: () => import('remark-lint-no-emphasis-as-heading'),
    summary: 'Use a heading instead of a bold line',
    why: 'A bold line has no anchor, so it cannot be linked to or listed in a table of contents.',
    alsoReported: true,
    wrong: { text: '# Tea\n\n**Green**\n\nIt is steamed.\n', finds: ['3:1'] },
    right: { text: '# Tea\n\n## Green\n\nIt is steamed.\n', finds: [] },
  },
  {
    name: 'no-heading-content-indent',
    load: () => import('remark-lint-no-heading-content-indent'),
    summary: 'Put one space after the hashes of a heading',
    why: 'Extra spaces are never rendered and look uneven in the source.',
    wrong: { text: '#   Tea\n', finds: ['1:5'] },
    right: { text: '# Tea\n', finds: [] },
  },
  {
    name: 'no-heading-indent',
    load: () => import('remark-lint-no-heading-indent'),
    summary: 'Do not indent headings',
    why: 'An indented heading is easily overlooked in the source, and one more space may turn it into code.',
    wrong: { text: '# Tea\n\n  ## Green\n', finds: ['3:3'] },
    right: { text: '# Tea\n\n## Green\n', finds: [] },
  },
  {
    name: 'no-heading-punctuation',
    load: () => import('remark-lint-no-heading-punctuation'),
    summary: 'Do not end a heading with punctuation',
    why: 'Punctuation at the end of a heading is noise, and is repeated in the table of contents.',
    wrong: { text: '# Tea\n\n## Green:\n', finds: ['3:1'] },
    right: { text: '# Tea\n\n## Green\n', finds: [] },
  },
  {
    name: 'no-multiple-toplevel-headings',
    load: () => import('remark-lint-no-multiple-toplevel-headings'),
    options: 1,
    summary: 'Use a single level-1 heading',
    why: 'A second level-1 heading reads as a second document title.',
    wrong: { text: '# Tea\n\n# Coffee\n', finds: ['3:1'] },
    right: { text: '# Tea\n\n## Green\n', finds: [] },
  },
];
