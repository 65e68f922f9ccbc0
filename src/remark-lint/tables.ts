import type { StyleRow } from './table.js';

/** What awesome-lint asks of tables. */
export const tableRows: readonly StyleRow[] = [
  {
    name: 'no-table-indentation',
    load: () => import('remark-lint-no-table-indentation'),
    summary: 'Do not indent table rows',
    why: 'Indented rows look nested, and one space more may turn the table into code.',
    wrong: { text: '# Tea\n\n  | Tea    | Heat |\n  | ------ | ---- |\n', finds: ['3:3', '4:3'] },
    right: { text: '# Tea\n\n| Tea    | Heat |\n| ------ | ---- |\n', finds: [] },
  },
  {
    name: 'table-cell-padding',
    load: () => import('remark-lint-table-cell-padding'),
    options: 'consistent',
    summary: 'Pad table cells consistently',
    why: 'Inconsistent padding is hard to read in the source.',
    wrong: { text: '| Tea    | Heat |\n| ------ | ---- |\n|   Kukicha | 80   |\n', finds: ['3:5'] },
    right: { text: '| Tea    | Heat |\n| ------ | ---- |\n| Sencha | 80   |\n', finds: [] },
  },
  {
    name: 'table-pipe-alignment',
    load: () => import('remark-lint-table-pipe-alignment'),
    summary: 'Align the pipes of a table',
    why: 'Columns that are not aligned are hard to read in the source.',
    wrong: { text: '| Tea | Heat |\n| --- | ---- |\n| Sencha | 80   |\n', finds: ['1:7', '2:7'] },
    right: { text: '| Tea    | Heat |\n| ------ | ---- |\n| Sencha | 80   |\n', finds: [] },
  },
  {
    name: 'table-pipes',
    load: () => import('remark-lint-table-pipes'),
    summary: 'Begin and end each table row with a pipe',
    why: 'A row without outer pipes is easily mistaken for text, and an empty first cell cannot be seen.',
    wrong: {
      text: 'Tea    | Heat\n------ | ----\nSencha | 80\n',
      finds: ['1:1', '1:14', '2:1', '2:14', '3:1', '3:12'],
    },
    right: { text: '| Tea    | Heat |\n| ------ | ---- |\n| Sencha | 80   |\n', finds: [] },
  },
];
