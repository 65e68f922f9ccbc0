import { contextsOf } from '../grammar/field-context.js';
import type { FormatPart } from '../grammar/format.js';
import { type CompiledColumn, type CompiledFormat, fieldNames, type SectionGrammar } from '../grammar/grammar.js';
import { renderEntry, requiredFields } from '../grammar/render-entry.js';
import { parse } from '../parse/parse.js';
import { foldName } from '../text/fold-name.js';
import type { DataRecord, DataValue } from './data-file.js';
import type { DataEntry, DataItem, DataMarkdown } from './data-section.js';
import type { RenderedLine } from './rendered.js';
import { type Escaping, writeValue } from './write-value.js';

/** Lines that belong together. `inner` is a block in an item. */
export interface RenderedBlock {
  readonly form: 'block' | 'item' | 'inner' | 'table' | 'row';
  readonly lines: readonly string[];
  /** Null for what comes from no record. */
  readonly source: Omit<RenderedLine, 'line' | 'height'> | null;
}

/** What begins a block right below a line of text (CommonMark 0.31, section 4 and 5). */
const interrupting =
  /^\s*(?:[-*+][ \t]|1[.)][ \t]|`{3}|~{3}|>|#{1,6}[ \t]|<!--|<\/?(?:details|summary|table|div|p|ul|ol|dl|center|blockquote)\b)/i;

/** A comment that is about the line below it. */
const aboutNextLine = /^\s*<!--\s*listwright-(?:disable-next-line|except|ignore)\b.*-->\s*$/;

/** True where an empty line goes between two pieces. */
export function needsBlankLine(above: RenderedBlock | undefined, below: RenderedBlock): boolean {
  if (above === undefined) return false;
  switch (below.form) {
    case 'inner':
      return !interrupting.test(below.lines[0] ?? '');
    case 'item':
      if (above.form === 'block') return !aboutNextLine.test(above.lines.at(-1) ?? '');
      return above.form !== 'item' && above.form !== 'inner';
    case 'row':
      return above.form !== 'row' && above.form !== 'table';
    default:
      return true;
  }
}

/** The lines of a text. */
export function linesIn(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}

/** What the items of a section are written by. */
export interface ItemsContext {
  /** The title of the section. */
  readonly title: string;
  readonly grammar: SectionGrammar;
  /** Entries that are escaped with all care. */
  readonly careful: ReadonlySet<DataEntry | string>;
  /** Gets what an entry lacks, with its place. */
  readonly faults: string[];
  /** What messages call a record. */
  readonly placeOf: (record: DataRecord) => string;
}

/** Writes what is in a section, or nested in an item, which `indent` is the margin of. */
export function renderItems(
  items: readonly DataItem[],
  context: ItemsContext,
  indent: string | null = null,
): readonly RenderedBlock[] {
  const { grammar } = context;
  const lead = grammar.formats?.[0]?.lead || '- ';
  const pieces: RenderedBlock[] = [];
  let columns: Columns | null = null;
  let number = 0;
  for (const item of items) {
    if (item.kind === 'block' || item.kind === 'table') {
      columns = item.kind === 'table' ? columnsOf(item, context) : null;
      number = 0;
      // An empty block only ends a table.
      if (item.value.text.trim() === '') continue;
      const lines = linesIn(item.value.text).map((line) => (line.trim() === '' ? '' : (indent ?? '') + line));
      const form = item.kind === 'table' ? 'table' : indent === null ? 'block' : 'inner';
      pieces.push({ form, lines, source: sourceOf(item) });
      continue;
    }
    if (columns === null && grammar.formats === null && grammar.columns !== null && indent === null) {
      columns = grammar.columns;
      pieces.push({ form: 'table', lines: headerOf(grammar.columns), source: null });
    }
    const written: WrittenItem | null =
      item.kind === 'entry'
        ? writeEntry(item, columns, context)
        : { text: item.value.text, lead, source: sourceOf(item) };
    if (written === null) continue;
    const { text, source } = written;
    if (columns !== null) {
      pieces.push({ form: 'row', lines: [linesIn(text).join(' ')], source });
      if (item.nested.length > 0)
        context.faults.push(`${context.placeOf(item.record)}: nothing can be nested in a row of a table; move it out`);
      continue;
    }
    const mark = written.lead.replace(/^\d+/, String(++number));
    pieces.push({ form: 'item', lines: itemLines(mark, text, indent ?? ''), source });
    if (item.nested.length > 0) pieces.push(...renderItems(item.nested, context, (indent ?? '') + marginOf(mark)));
  }
  return pieces;
}

interface WrittenItem {
  readonly text: string;
  /** The bullet or number with its space, and a checkbox. */
  readonly lead: string;
  readonly source: Source;
}

type Columns = readonly (CompiledColumn | null)[];
type Source = NonNullable<RenderedBlock['source']>;

function sourceOf({ record, value }: DataMarkdown): Source {
  return { record, entry: null, heading: null, value };
}

/** An entry as an item, or as a row of a table; null where it lacks something. */
function writeEntry(
  data: DataEntry,
  columns: Columns | null,
  { title, grammar, careful, faults, placeOf }: ItemsContext,
): WrittenItem | null {
  const care: Escaping = careful.has(data) ? 'all' : 'usual';
  const written = columns === null ? writeItem(data, grammar, title, care) : writeRow(data, columns, care);
  if ('lacks' in written) {
    faults.push(`${placeOf(data.record)}: ${written.lacks}`);
    return null;
  }
  const { text, lead, fields } = written;
  return { text, lead, source: { record: data.record, entry: { data, fields }, heading: null, value: null } };
}

/** The lines of an item, those after the first as deep as its text. */
function itemLines(lead: string, text: string, indent: string): readonly string[] {
  return linesIn(text).map((line, index) => indent + (index === 0 ? lead : marginOf(lead)) + line);
}

/** Spaces as wide as a bullet or number, which nested lines have (CommonMark 0.31, section 5.2). */
function marginOf(lead: string): string {
  return ' '.repeat(/^\S+\s+/.exec(lead)?.[0].length ?? 2);
}

type Written = { readonly text: string; readonly lead: string; readonly fields: ReadonlySet<string> };
type Lacking = { readonly lacks: string };

/** What of an entry is written. */
export interface WritableEntry extends Pick<DataEntry, 'isMarkdown'> {
  readonly values: ReadonlyMap<string, readonly Pick<DataValue, 'text'>[]>;
}

/** Writes an entry by the format that takes most of its values. */
export function writeItem(
  data: WritableEntry,
  { formats }: Pick<SectionGrammar, 'formats'>,
  title: string,
  care: Escaping,
): Written | Lacking {
  let best: (Written & { readonly score: number }) | null = null;
  let missing: string | null = null;
  for (const format of formats ?? []) {
    const fields = fieldNames(format.parts, new Set());
    const text = renderEntry(format, given(data, format, care, false));
    const score = [...fields].filter((name) => data.values.has(name)).length;
    if (text === null) missing ??= lackedBy(data, format.parts);
    else if (best === null || score > best.score) best = { text, lead: format.lead || '- ', fields, score };
  }
  if (best !== null) return best;
  return {
    lacks:
      missing === null
        ? `no \`entries.format\` for section \`${title}\`; say how its items are written`
        : `${missing} is missing, which the format needs`,
  };
}

/** Writes an entry as a row. */
function writeRow(data: DataEntry, columns: Columns, care: Escaping): Written | Lacking {
  const fields = new Set<string>();
  const cells: string[] = [];
  for (const column of columns) {
    if (column === null) return { lacks: 'its table has a column that is not in `entries.columns`' };
    const { format, optional, heading } = column;
    fieldNames(format.parts, fields);
    const text = renderEntry(format, given(data, format, care, true));
    if (text === null && !optional)
      return { lacks: `${lackedBy(data, format.parts)} is missing, which column \`${heading}\` needs` };
    cells.push(text ?? '');
  }
  return { text: `| ${cells.join(' | ')} |`.replace(/\| {2}(?=\|)/g, '| '), lead: '', fields };
}

function lackedBy({ values }: WritableEntry, parts: readonly FormatPart[]): string {
  const name = requiredFields(parts).find((each) => !values.has(each));
  return name === undefined ? 'a value' : `\`${name}\``;
}

/** The values of an entry as Markdown for a format. */
function given(
  { values, isMarkdown }: WritableEntry,
  { parts }: CompiledFormat,
  care: Escaping,
  isRow: boolean,
): Readonly<Record<string, readonly string[]>> {
  const contexts = contextsOf(parts);
  // Any name may be a field, also those that objects have already.
  const own: Record<string, readonly string[]> = Object.create(null);
  for (const [name, all] of values)
    own[name] = all.map(({ text }) => {
      if (isMarkdown(name)) return text;
      const written = writeValue(text, contexts.get(name) ?? 'text', care);
      return isRow ? written.replace(/(?<!\\)\|/g, '\\|') : written;
    });
  return own;
}

/** The columns of a table in its order; null for one that no column of the configuration is for. */
function columnsOf({ record, value }: DataMarkdown, { grammar, faults, placeOf }: ItemsContext): Columns | null {
  const [table, ...others] = parse(value.text).tables;
  if (table === undefined || others.length > 0 || table.rows.length > 0) {
    faults.push(
      `${placeOf(record)}: the table must be two lines, one with the names of its columns and one such as \`| --- |\``,
    );
    return null;
  }
  return table.header.cells.map(
    ({ text }) => grammar.columns?.find(({ heading }) => foldName(heading) === foldName(text)) ?? null,
  );
}

function headerOf(columns: readonly CompiledColumn[]): readonly string[] {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [row(columns.map(({ heading }) => heading)), row(columns.map(() => '---'))];
}
