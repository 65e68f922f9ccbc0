import * as v from 'valibot';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { plural } from '../src/text/plural.js';

export default defineRule({
  id: 'entry-table',
  topic: 'entries',
  summary: 'Give every table row as many cells as the header',
  why: 'Extra cells are not displayed, and a missing cell puts the others under the wrong header.',
  severity: { strict: 'error', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'safe',
  changes: ['cell'],
  messages: {
    few: 'This row has {found}, but the header has {expected}; fill in the row',
    extra:
      'This row has {found}, but the header has {expected}, so the rest of the row is not displayed; remove it, or escape a literal `|` as `\\|`',
    many: '{count} rows have more or fewer cells than the header; add or remove cells',
    header: 'This table has no column `{name}`; add it',
    value: 'Unexpected value `{found}` in column `{name}`; use one of {known}',
    empty: 'The cell in column `{name}` is empty; add a value',
    unlinked: 'Unlike the other rows, this row has no link in its first cell; add one',
  },
  options: v.object({
    headers: v.optional(
      v.pipe(v.array(v.string()), v.description('Columns that every table of entries must have.')),
      [],
    ),
    values: v.optional(
      v.pipe(v.record(v.string(), v.array(v.string())), v.description('The allowed values of each column.')),
      {},
    ),
    emptyCells: v.optional(v.pipe(v.boolean(), v.description('Allow empty cells.')), true),
    format: v.optional(v.pipe(v.boolean(), v.description('Fix rows by adding the missing cells.')), false),
    ...scopeOptions,
  }),
  examples: [
    {
      text: '| Sail | Cloth |\n| --- | --- |\n| [Jib](https://jib.test) | Silk |\n| [Gaff](https://gaff.test) |\n',
      options: { format: true },
      finds: ['4:1 few'],
      fixed: '| Sail | Cloth |\n| --- | --- |\n| [Jib](https://jib.test) | Silk |\n| [Gaff](https://gaff.test) | |\n',
    },
    { text: '| Sail | Cloth |\n| --- | --- |\n| [Jib](https://jib.test) | Silk | Red |\n', finds: ['3:1 extra'] },
    { text: `| Sail | Cloth |\n| --- | --- |\n${'| [Jib](https://jib.test) |\n'.repeat(21)}`, finds: ['3:1 many'] },
    {
      text: '| Sail | Cloth |\n| --- | --- |\n| [Jib](https://jib.test) | Slik |\n| [Gaff](https://gaff.test) | |\n| [Kit](https://kit.test) | Foil |\n| Spare | Silk |\n',
      options: { headers: ['Sail', 'Price'], values: { Cloth: ['Silk', 'Foil'] }, emptyCells: false },
      finds: ['1:1 header', '3:29 value', '4:29 empty', '6:1 unlinked'],
    },
    {
      text: '| Sail | Cloth |\n| --- | --- |\n| [Jib](https://jib.test) | a \\| b |\n| [Gaff](https://gaff.test) | |\n',
      finds: [],
    },
    {
      text: '| A | B |\n| - | - |\n| one | two |\n| three | four |\n',
      finds: [],
      note: 'A table that holds no entries needs no links.',
    },
    {
      text: '| Sail | Cloth |\n| --- | --- |\n| [Jib](https://jib.test) | Silk |\n',
      options: { headers: ['Sail'], values: { cloth: ['silk'] } },
      finds: [],
    },
  ],
  check({ list, options, foldOver, report }) {
    const values = new Map(Object.entries(options.values).map(([name, known]) => [name.toLowerCase(), known]));
    const uneven: { readonly row: (typeof list.tables)[number]['header']; readonly expected: number }[] = [];
    for (const { header, rows } of list.tables) {
      const names = header.cells.map((cell) => cell.text);
      const isLinked = rows.map(({ cells }) => /\]\(|<a\s|https?:/i.test(sourceOf(cells[0], list.text)));
      const linked = isLinked.filter(Boolean).length;
      if (linked > 0) {
        for (const name of options.headers) {
          if (!names.some((one) => one.toLowerCase() === name.toLowerCase()))
            report({ message: 'header', at: header.position, data: { name } });
        }
      }
      for (const [index, row] of rows.entries()) {
        if (row.cells.length !== names.length) {
          uneven.push({ row, expected: names.length });
          continue;
        }
        if (linked >= 2 && linked >= rows.length * 0.75 && !isLinked[index])
          report({ message: 'unlinked', at: row.position });
        for (const [column, cell] of row.cells.entries()) {
          const name = names[column] ?? '';
          const known = values.get(name.toLowerCase());
          if (cell.text === '' && sourceOf(cell, list.text).replace(/\|/g, '').trim() === '') {
            if (!options.emptyCells) report({ message: 'empty', at: cell.position, data: { name } });
          } else if (known !== undefined && !known.some((one) => one.toLowerCase() === cell.text.toLowerCase())) {
            report({
              message: 'value',
              at: cell.position,
              data: { name, found: cell.text, known: known.map((one) => `\`${one}\``).join(', ') },
            });
          }
        }
      }
    }
    const [first, ...rest] = uneven;
    if (first !== undefined && uneven.length > foldOver) {
      report({
        message: 'many',
        at: first.row.position,
        places: rest.map(({ row }) => row.position),
        data: { count: uneven.length },
      });
      return;
    }
    for (const { row, expected } of uneven) {
      const found = row.cells.length;
      const end = row.position.end.offset;
      const edits = [{ start: end, end, text: ' |'.repeat(expected - Math.min(found, expected)) }];
      const fix = options.format && found < expected && list.text[end - 1] === '|' ? { safe: true, edits } : null;
      report({
        message: found < expected ? 'few' : 'extra',
        at: row.position,
        fix,
        data: { found: plural(found, 'cell'), expected },
      });
    }
  },
});

function sourceOf(
  cell:
    | { readonly position: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } } }
    | undefined,
  text: string,
): string {
  return cell === undefined ? '' : text.slice(cell.position.start.offset, cell.position.end.offset);
}
