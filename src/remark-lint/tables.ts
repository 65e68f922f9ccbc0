import type { StyleRow } from './table.js';

/** What awesome-lint asks of tables. */
export const tableRows: readonly StyleRow[] = [
  {
    name: 'no-table-indentation',
    load: () => import('remark-lint-no-table-indentation'),
    summary: 'Begin the rows of a table at the beginning of the line',
    why: 'Indented rows look nested, and one space more may turn the table into code.',
    wrong: { text: '# Tea\n\n  | Tea    | Heat |\n  | ------ | ---- |\n', finds: ['3:3', '4:3'] },
    right: { text: '# Tea\n\n| Tea    | Heat |\n| ------ | ---- |\n', finds: [] },
  },
  {
    name: 'table-cell-padding',
    load: () => import('remark-lint-table-cell-padding'),
    options: 'consistent',
    summary: 'Pad the cells of a table alike, with one space or with none',
    why: 'Cells that are padded by chance are hard to read in the source.',
    wrong: { text: '| Tea    | Heat |\n| ------ | ---- |\n|   Kukicha | 80   |\n', finds: ['3:5'] },
    right: { text: '| Tea    | Heat |\n| ------ | ---- |\n| Sencha | 80   |\n', finds: [] },
  },
  {
    name: 'table-pipe-alignment',
    load: () => import('remark-lint-table-pipe-alignment'),
    summary: 'Let the pipes of a table stand under each other',
    why: 'Columns that do not line up cannot be read as columns in the source.',
    wrong: { text: '| Tea | Heat |\n| --- | ---- |\n| Sencha | 80   |\n', finds: ['1:7', '2:7'] },
    right: { text: '| Tea    | Heat |\n| ------ | ---- |\n| Sencha | 80   |\n', finds: [] },
  },
  {
    name: 'table-pipes',
    load: () => import('remark-lint-table-pipes'),
    summary: 'Begin and end each row of a table with a pipe',
    why: 'A row without its outer pipes is easily taken for text, and an empty first cell cannot be told.',
    wrong: {
      text: 'Tea    | Heat\n------ | ----\nSencha | 80\n',
      finds: ['1:1', '1:14', '2:1', '2:14', '3:1', '3:12'],
    },
    right: { text: '| Tea    | Heat |\n| ------ | ---- |\n| Sencha | 80   |\n', finds: [] },
  },
];
