import type { ColumnOptions, EntriesOptions } from '../model/entry-options.js';
import type { Entry, List } from '../model/list.js';
import type { Table } from '../model/markdown.js';
import { parse } from '../parse/parse.js';
import { groupBy } from '../text/group-by.js';

/** A format that nearly all entries of a list follow. */
export interface InferredFormat {
  readonly entries: EntriesOptions;
  /** How many entries follow it, of how many. */
  readonly agree: number;
  readonly of: number;
}

/** Fewer entries have no format yet. */
const fewest = 20;
/** How many of them must follow it. */
const share = 0.95;

/** Infers the format of the items of a list, or of the rows of its tables; null where it has none. */
export function inferFormat(list: List): InferredFormat | null {
  const items = list.entries.filter(({ form }) => form === 'item').length;
  const rows = list.entries.filter(({ form }) => form === 'row').length;
  const candidates = items >= rows ? itemFormats(list) : columnFormats(list);
  for (const entries of candidates) {
    const read = parse(list.text, {
      path: list.path,
      lang: list.lang,
      entries,
      nearestForms: false,
    });
    const formatted = read.entries.filter(({ fields }) => fields !== null);
    const departing = new Set(read.departures.map(({ entry }) => entry));
    const agree = formatted.filter((entry) => !departing.has(entry)).length;
    if (formatted.length >= Math.max(fewest, list.entries.length / 2) && agree >= formatted.length * share)
      return { entries, agree, of: formatted.length };
  }
  return null;
}

/** Formats that lists have, the most specific first. */
function itemFormats(list: List): readonly EntriesOptions[] {
  const marker = mostFrequent(list.entries.map(({ marker: one }) => one ?? '')) ?? '-';
  const separator = mostFrequent(list.entries.flatMap((entry) => separatorOf(entry)));
  const start = `${/^\d/.test(marker) ? '1.' : marker} [{name}]({url})`;
  if (separator === null) return [{ format: start }];
  const described = `${start}${separator}{description}`;
  return ['.{+ `{tag}`}', '.', '{+ `{tag}`}', ''].map((end) => ({ format: described + end }));
}

function separatorOf({ separator }: Entry): readonly string[] {
  const text = separator?.text ?? '';
  return /^\s?[-–—:]+\s$/.test(text) ? [text] : [];
}

/** The columns that most tables of entries have. */
function columnFormats(list: List): readonly EntriesOptions[] {
  const headed = list.tables.filter(({ header }) => header.cells.every((cell) => /[a-z]/i.test(cell.text)));
  const groups = [...groupBy(headed, ({ header }) => header.cells.map(({ text }) => text).join('\n')).values()];
  const [largest] = groups.sort((a, b) => rowsOf(b) - rowsOf(a));
  const header = largest?.[0]?.header.cells.map(({ text }) => text) ?? [];
  if (largest === undefined || new Set(header).size < header.length) return [];
  const columns = header.map((heading, index): [string, string | ColumnOptions] => {
    const cells = largest
      .flatMap(({ rows }) => rows.map((row) => row.cells[index]?.position))
      .map((place) => (place === undefined ? '' : cellText(list.text.slice(place.start.offset, place.end.offset))));
    return [heading, columnOf(cells, index)];
  });
  return [{ columns: Object.fromEntries(columns) }];
}

function rowsOf(tables: readonly Table[]): number {
  return tables.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** The Markdown of a cell without the lines of the table. */
function cellText(source: string): string {
  return source.replace(/^\s*\|?\s*|\s*\|?\s*$/g, '');
}

/** The most values that a column of a set of values has. */
const mostValues = 8;

function columnOf(cells: readonly string[], index: number): string | ColumnOptions {
  const filled = cells.filter((cell) => cell !== '');
  const values = [...new Set(filled)].sort();
  const optional = filled.length < cells.length * share ? { optional: true } : {};
  const isLink = /^\[[^\]]*\]\([^)]*\)$/;
  if (filled.length > 0 && filled.filter((cell) => isLink.test(cell)).length >= filled.length * share)
    return index === 0 ? '[{name}]({url})' : { format: `[{label-${index + 1}}]({url-${index + 1}})`, ...optional };
  const usual = values.filter((value) => filled.filter((cell) => cell === value).length >= 3);
  const inUsual = filled.filter((cell) => usual.includes(cell)).length;
  return usual.length > 0 &&
    usual.length <= mostValues &&
    inUsual >= filled.length * 0.98 &&
    !usual.some((one) => /[[\]]/.test(one))
    ? { values: usual, ...optional }
    : { ...optional };
}

function mostFrequent(values: readonly string[]): string | null {
  const groups = [...groupBy(values, (value) => value).values()].sort((a, b) => b.length - a.length);
  return groups[0]?.[0] ?? null;
}
