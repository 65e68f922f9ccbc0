import { linesOf } from '../text/lines.js';
import { type DataFile, type DataRecord, type DataValue, faultAt, limits } from './data-file.js';

/** What separates several values in one cell. */
export const cellSeparator = ';';

/**
 * Reads comma-separated values (RFC 4180) with one header line, which has the keys. A cell of a key that is not named `…[]`
 * has one value; of one that is, several with semicolons between them. Throws a UserError.
 */
export function readCsv(path: string, text: string): DataFile {
  const lines = linesOf(text);
  const rows = rowsOf(path, text, (offset) => lines.point(offset).line);
  const [header = [], ...others] = rows.filter((row) => row.length > 1 || row[0]?.text.trim() !== '');
  if (others.length > limits.records) throw faultAt(path, 1, `more than ${limits.records} records`);
  const names = header.map(({ text: name }) => name.trim());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw faultAt(path, 1, `two columns are named \`${twice}\`; rename one`);
  const file: DataFile = { path, text, records: (key) => (key === null ? records : null) };
  const records = others.map((row): DataRecord => {
    const position = lines.place(row[0]?.start ?? 0, row.at(-1)?.end ?? 0);
    if (row.length > names.length)
      throw faultAt(path, position.start.line, `${row.length} cells, but the header has ${names.length}; quote commas`);
    const cellOf = (name: string): readonly DataValue[] => {
      const cell = row[names.indexOf(name)];
      return cell === undefined || cell.text === ''
        ? []
        : [{ text: cell.text, position: lines.place(cell.start, cell.end) }];
    };
    return {
      file,
      position,
      records: () => null,
      has: (key) => names.includes(key) || names.includes(`${key}[]`),
      values: (key) => [
        ...cellOf(key),
        ...cellOf(`${key}[]`).flatMap(({ text: cell, position: at }) =>
          cell
            .split(cellSeparator)
            .slice(0, limits.values)
            .map((one) => ({ text: one, position: at })),
        ),
      ],
    };
  });
  return file;
}

interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function rowsOf(path: string, text: string, lineOf: (offset: number) => number): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const plain = /[^,\r\n]*/y;
  const quoted = /"((?:[^"]|"")*)"/y;
  while (at < text.length) {
    const pattern = text[at] === '"' ? quoted : plain;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) throw faultAt(path, lineOf(at), 'a quotation mark is never closed');
    const end = at + match[0].length;
    row.push({ text: match[1]?.replaceAll('""', '"') ?? match[0], start: at, end });
    const next = text[end];
    if (next === ',') {
      at = end + 1;
      if (at === text.length) row.push({ text: '', start: at, end: at });
      continue;
    }
    if (next !== undefined && next !== '\r' && next !== '\n')
      throw faultAt(path, lineOf(end), 'text follows a closing quotation mark; double the marks inside a cell');
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
