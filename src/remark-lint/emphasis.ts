import type { StyleRow } from './table.js';

/** What awesome-lint asks of the marks inside a line. */
export const markRows: readonly StyleRow[] = [
  {
    name: 'emphasis-marker',
    load: () => import('remark-lint-emphasis-marker'),
    options: 'consistent',
    summary: 'Use the same marker for all emphasis',
    why: 'Two forms for the same thing suggest a difference that does not exist.',
    wrong: { text: '*Green* tea.\n\n_Black_ tea.\n', finds: ['3:1'] },
    right: { text: '*Green* tea.\n\n*Black* tea.\n', finds: [] },
  },
  {
    name: 'hard-break-spaces',
    load: () => import('remark-lint-hard-break-spaces'),
    summary: 'Use exactly two spaces for a hard line break',
    why: 'Trailing spaces are invisible, and more than two have no effect.',
    wrong: { text: 'Green tea   \nBlack tea\n', finds: ['1:10'] },
    right: { text: 'Green tea  \nBlack tea\n', finds: [] },
  },
  {
    name: 'no-repeat-punctuation',
    // @ts-expect-error -- it has no types
    load: () => import('remark-lint-no-repeat-punctuation'),
    options: '！!~～,，·?？',
    summary: 'Do not repeat punctuation',
    why: 'Repeated punctuation adds nothing but noise.',
    wrong: { text: '# Tea\n\nDrink it now!!\n', finds: ['3:14'] },
    right: {
      text: '# Tea\n\nDrink it now! Or later...\n',
      finds: [],
      note: 'Periods may be repeated: they form an ellipsis.',
    },
  },
  {
    name: 'strong-marker',
    load: () => import('remark-lint-strong-marker'),
    options: 'consistent',
    summary: 'Use the same marker for all bold text',
    why: 'Two forms for the same thing suggest a difference that does not exist.',
    wrong: { text: '**Green** tea.\n\n__Black__ tea.\n', finds: ['3:1'] },
    right: { text: '**Green** tea.\n\n**Black** tea.\n', finds: [] },
  },
];
