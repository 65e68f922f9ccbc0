import { fieldOf } from '../grammar/grammar.js';
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

/** Formats are tried on so many entries before one is compared with all. */
const sampleSize = 400;

/** Infers the format of the items of a list, or of the rows of its tables; null where it has none. */
export function inferFormat(list: List): InferredFormat | null {
  const items = list.entries.filter(({ form }) => form === 'item');
  const rows = list.entries.filter(({ form }) => form === 'row');
  if (items.length + rows.length < fewest) return null;
  const candidates = items.length >= rows.length ? likelyFormats(list, items) : columnFormats(list);
  for (const entries of candidates) {
    const { agree, of } = agreement(list.text, entries, list);
    if (of >= Math.max(fewest, list.entries.length / 2) && agree >= of * share) return { entries, agree, of };
  }
  return null;
}

/** How many entries of a text follow a format, of how many that it applies to. */
function agreement(text: string, entries: EntriesOptions, { path, lang }: List): Pick<InferredFormat, 'agree' | 'of'> {
  const read = parse(text, { path, lang, entries, nearestForms: false });
  const formatted = read.entries.filter(({ fields }) => fields !== null);
  const departing = new Set(read.departures.map(({ entry }) => entry));
  return { agree: formatted.filter((entry) => !departing.has(entry)).length, of: formatted.length };
}

/** The formats that a sample of the items follows, the one with the fewest optional parts first. */
function likelyFormats(list: List, items: readonly Entry[]): readonly EntriesOptions[] {
  const step = Math.ceil(items.length / sampleSize);
  const lines = items.filter((_, index) => index % step === 0).map((entry) => lineOf(entry, list.text));
  const definitions = list.definitions.map(({ position: { start, end } }) => list.text.slice(start.offset, end.offset));
  const sample = `# Sample\n\n${lines.join('\n')}\n\n${definitions.join('\n')}\n`;
  return itemFormats(items, lines)
    .map((format) => ({ format }))
    .filter((entries) => {
      const { agree, of } = agreement(sample, entries, list);
      return agree >= of * share;
    });
}

/** An item in one line, without what is nested in it. */
function lineOf({ position, children }: Entry, text: string): string {
  const end = children[0]?.position.start.offset ?? position.end.offset;
  return text
    .slice(position.start.offset, end)
    .trim()
    .replace(/\s*\r?\n\s*/g, ' ');
}

/** A part has to be in so many entries. */
const used = 0.02;

/** Formats that lists have: those with fewer optional parts first, and of those the more specific. */
function itemFormats(items: readonly Entry[], lines: readonly string[]): readonly string[] {
  const marker = mostFrequent(items.map(({ marker: one }) => one ?? '')) ?? '-';
  const separator = mostFrequent(items.flatMap((entry) => separatorOf(entry)));
  const start = `${/^\d/.test(marker) ? '1.' : marker} [{name}]({url})`;
  const has = (pattern: RegExp): boolean => lines.filter((line) => pattern.test(line)).length >= lines.length * used;
  const middles = ['', ...asides.flatMap(([format, pattern]) => (has(pattern) ? [format] : []))];
  const stop = mostFrequent(items.flatMap(({ description }) => /[.。।]$/.exec(description ?? '')?.[0] ?? [])) ?? '.';
  const ends = [`${stop}{+ \`{tag}\`}`, stop, '{+ `{tag}`}', ''].filter((end) => !end.includes('tag') || has(/`$/));
  const notes = ['', ...(has(/[)*]$/) ? ['{* ({note})}'] : [])];
  const descriptions =
    separator === null
      ? ['']
      : [...ends.map((end) => `${separator}{description}${end}`), ...described(separator, ends)];
  return middles
    .flatMap((middle) =>
      notes.flatMap((note) => descriptions.map((description) => start + middle + description + note)),
    )
    .sort((one, other) => options(one) - options(other));
}

/** Descriptions that entries may have or not. */
function described(separator: string, ends: readonly string[]): readonly string[] {
  return ends.map((end) => `{?${separator}{description}${end}}`);
}

function options(format: string): number {
  return format.match(/\{[?*]/g)?.length ?? 0;
}

/** What some entries have between the name and its description, and how it is detected. */
const asides: readonly (readonly [format: string, pattern: RegExp])[] = [
  ['{? [[{label}]({link})]}', /^\S+ \[[^\]]*\]\([^)]*\) \[\[/],
  ['{? ({note})}', /^\S+ \[[^\]]*\]\([^)]*\) \(/],
  ['{? :{mark}:}', /^\S+ \[[^\]]*\]\([^)]*\) :[a-z]/],
];

function separatorOf({ separator }: Entry): readonly string[] {
  const text = separator?.text ?? '';
  return /^\s?(?:[-–—:]+\s|：)$/.test(text) ? [text] : [];
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
    return [heading, columnOf(cells, heading, index)];
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

function columnOf(cells: readonly string[], heading: string, index: number): string | ColumnOptions {
  const filled = cells.filter((cell) => cell !== '');
  const optional = filled.length < cells.length * share ? { optional: true } : {};
  const isLink = /^\[[^\]]*\]\([^)]*\)$/;
  if (filled.length > 0 && filled.filter((cell) => isLink.test(cell)).length >= filled.length * share) {
    if (index === 0) return '[{name}]({url})';
    const field = fieldOf(heading) ?? `link-${index + 1}`;
    return { format: `[{${field}}]({${field}-url})`, ...optional };
  }
  const values = usualValues(filled);
  const inUsual = filled.filter((cell) => values.includes(cell)).length;
  return values.length > 0 &&
    values.length <= mostValues &&
    inUsual >= filled.length * 0.98 &&
    !values.some((one) => /[[\]]/.test(one))
    ? { values, ...optional }
    : { ...optional };
}

/** The values that are in three cells or more, without those that are another one with a slip. */
function usualValues(cells: readonly string[]): readonly string[] {
  const groups = groupBy(cells, (cell) => cell);
  const count = (value: string): number => groups.get(value)?.length ?? 0;
  const plain = (value: string): string => value.replaceAll('`', '').toLowerCase();
  const usual = [...groups.keys()].filter((value) => count(value) >= 3);
  return usual
    .filter((value) => !usual.some((other) => plain(other) === plain(value) && count(other) > count(value) * 10))
    .sort();
}

function mostFrequent(values: readonly string[]): string | null {
  const groups = [...groupBy(values, (value) => value).values()].sort((a, b) => b.length - a.length);
  return groups[0]?.[0] ?? null;
}
