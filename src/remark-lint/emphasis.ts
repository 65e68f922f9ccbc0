import type { StyleRow } from './table.js';

/** What awesome-lint asks of the marks inside a line. */
export const markRows: readonly StyleRow[] = [
  {
    name: 'emphasis-marker',
    load: () => import('remark-lint-emphasis-marker'),
    options: 'consistent',
    summary: 'Mark all emphasis with the same character',
    why: 'Two ways to say the same make contributors guess which one is meant for what.',
    wrong: { text: '*Green* tea.\n\n_Black_ tea.\n', finds: ['3:1'] },
    right: { text: '*Green* tea.\n\n*Black* tea.\n', finds: [] },
  },
  {
    name: 'hard-break-spaces',
    load: () => import('remark-lint-hard-break-spaces'),
    summary: 'Break a line with two spaces at its end, not more',
    why: 'Spaces at the end of a line are invisible, and more than two do nothing.',
    wrong: { text: 'Green tea   \nBlack tea\n', finds: ['1:10'] },
    right: { text: 'Green tea  \nBlack tea\n', finds: [] },
  },
  {
    name: 'no-repeat-punctuation',
    // @ts-expect-error -- it has no types
    load: () => import('remark-lint-no-repeat-punctuation'),
    options: '！!~～,，·?？',
    summary: 'Write a mark of punctuation once',
    why: 'Repeated marks shout, and tell the reader nothing.',
    wrong: { text: '# Tea\n\nDrink it now!!\n', finds: ['3:14'] },
    right: {
      text: '# Tea\n\nDrink it now! Or later...\n',
      finds: [],
      note: 'Full stops may be repeated: an ellipsis is written so.',
    },
  },
  {
    name: 'strong-marker',
    load: () => import('remark-lint-strong-marker'),
    options: 'consistent',
    summary: 'Mark all bold text with the same character',
    why: 'Two ways to say the same make contributors guess which one is meant for what.',
    wrong: { text: '**Green** tea.\n\n__Black__ tea.\n', finds: ['3:1'] },
    right: { text: '**Green** tea.\n\n**Black** tea.\n', finds: [] },
  },
];
