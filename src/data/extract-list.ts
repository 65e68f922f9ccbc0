import type { EntriesOptions } from '../model/entry-options.js';
import { UserError } from '../model/errors.js';
import type { Entry, List } from '../model/list.js';
import type { SourceOptions } from '../model/source-options.js';
import { parse } from '../parse/parse.js';
import { plural } from '../text/plural.js';
import { isStructural, renderChecked } from './check-rendered.js';
import type { DataRecord } from './data-file.js';
import type { DataItem, DataSection } from './data-section.js';
import { itemReader, lineStart } from './extract-items.js';
import { extractedSections } from './extract-sections.js';
import { keptBy } from './kept-entries.js';
import { listData } from './list-data.js';
import { readData } from './load-data.js';
import { type MarkedText, markers } from './markers.js';
import { contentDifference, structureDifference } from './same-content.js';
import {
  type DataFormat,
  type ExtractedList,
  type ExtractedSection,
  keysFor,
  withNested,
  writeData,
} from './write-data.js';
import { fieldsOf } from './write-value.js';

/** A list as data, the README with markers, and the configuration that renders the one from the other. */
export interface Extraction {
  readonly data: string;
  /** The README as the data gives it, with markers around the part that the data is of. */
  readonly readme: string;
  readonly options: SourceOptions;
  readonly entries: number;
  /** Lines of the part that are written with other spaces, empty lines, bullets or bars. */
  readonly respaced: number;
}

/** Makes data of a list that follows its grammar, so that rendering it gives the same list but for spaces and bullets. Throws a UserError that says where it would not. */
export async function extractList(
  list: List,
  entries: EntriesOptions,
  format: DataFormat,
  file: string,
): Promise<Extraction> {
  const fields = fieldsOf(entries);
  const kept = keptEntries(list, entries);
  mustFollow(list, new Set(kept));
  mustFitColumns(list, new Set(kept));
  const reader = itemReader(list, entries, fields, kept);
  if (reader.extent === null)
    throw new UserError(
      `${list.path}: no section has entries that follow \`entries.format\`; run \`listwright lint\` to see why`,
    );
  const { extent } = reader;
  const { start: from, top, sections } = extractedSections(list, extent, reader, format === 'csv');
  const extracted: ExtractedList = { path: list.path, sections, markdown: reader.markdown };
  const keys = keysFor(fields);
  const written = await writeData(extracted, format, keys);
  const known = await readData(file, written);
  const contents = list.contents.find(({ position: { end } }) => /^\s*$/.test(list.text.slice(end.offset, from)));
  const common = keys.options(extracted, file, format);
  const placeOf = placesIn(list, known.records(format === 'csv' ? null : 'entries') ?? [], sections, common.nested);
  const dataBy = (sort: 'name' | false) => listData({ ...common, sort }, [known], [known], fields, list.lang);
  const inOrder = dataBy(false);
  const isSorted = fields.has('name') && namesIn(dataBy('name')) === namesIn(inOrder);
  let loss: UserError | null = null;
  for (const withContents of contents === undefined ? [false] : [true, false]) {
    const options: SourceOptions = {
      ...common,
      ...(isSorted ? {} : { sort: false }),
      ...(withContents ? {} : { contents: false }),
      ...(top === 2 ? {} : { heading: top }),
    };
    const start = withContents && contents !== undefined ? lineStart(list.text, contents.position.start.offset) : from;
    const marked = markedAt(list.text, start, extent.end);
    const { text } = renderChecked(marked, inOrder, { path: list.path, options, entries, placeOf });
    const part = list.text.slice(start, extent.end);
    const rendered = text.slice(marked.before.length, text.length - marked.after.length);
    loss = lossIn(list, { part, start }, { rendered, text }, entries);
    if (loss === null)
      return {
        data: written,
        readme: text,
        options,
        entries: countOf(sections),
        respaced: respacedLines(part, rendered),
      };
  }
  throw loss ?? new UserError(`${list.path}: cannot be data`);
}

/** The entries of the list that become records: what is above the first section, such as links to other lists, is not of it. */
function keptEntries(list: List, entries: EntriesOptions): readonly Entry[] {
  const isKept = keptBy(entries);
  const first = list.headings.find(({ form, node }) => form === 'heading' && node !== null);
  const top = first?.position.start.offset ?? 0;
  return list.entries.filter((entry) => isKept(entry) && entry.position.start.offset > top);
}

/** Throws a UserError for entries that are not written as their format says. */
function mustFollow(list: List, kept: ReadonlySet<Entry>): void {
  const departing = new Map(
    list.departures.flatMap((one) =>
      isStructural.has(one.kind) && (one.entry === null || kept.has(one.entry)) ? [[one.entry, one] as const] : [],
    ),
  );
  const [first] = departing.values();
  if (first === undefined) return;
  const line = first.position.start.line;
  if (first.entry === null)
    throw new UserError(
      `${list.path}:${line}: the table has no column \`${first.field}\`, which \`entries.columns\` names; add it, or set \`columns: false\` for its section`,
    );
  const more = departing.size - 1;
  throw new UserError(
    `${list.path}:${line}: \`${first.entry.name}\`${more === 0 ? ' does' : ` and ${plural(more, 'other entry', 'other entries')} do`} not follow \`entries.format\`; \`listwright lint\` shows how, and \`entries.format\` may list several formats`,
  );
}

/** A README with markers around a part. */
function markedAt(text: string, start: number, end: number): MarkedText {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    before: `${text.slice(0, start)}${markers.start}`,
    part: '',
    after: `${markers.end}${text.slice(end) || eol}`,
    eol,
  };
}

/** What is lost where the part is rendered from data: the error that names its first line; null for nothing. */
function lossIn(
  list: List,
  { part, start }: { readonly part: string; readonly start: number },
  { rendered, text }: { readonly rendered: string; readonly text: string },
  entries: EntriesOptions,
): UserError | null {
  const above = list.text.slice(0, start).split(/\r\n|\r|\n/).length - 1;
  const words = contentDifference(part, rendered);
  const continued = words === null ? null : continuedItem(list, above + words.line);
  if (continued !== null) return continued;
  if (words !== null) {
    const [text, other] = excerpts(words.text.trim(), words.other.trim());
    return new UserError(
      `${list.path}:${above + words.line}: \`${text}\` would be written as \`${other}\`; data can hold only what the format, its fields and Markdown between entries give`,
    );
  }
  const line = structureDifference(
    list,
    parse(text, { path: list.path, lang: list.lang, entries, nearestForms: false }),
  );
  if (line === null) return null;
  return (
    continuedItem(list, line + 1) ??
    new UserError(
      `${list.path}:${line}: \`${lineOf(list, line).trim().slice(0, 80)}\` would change its meaning with only one empty line between blocks; edit the lines around it`,
    )
  );
}

/** The error for a line that is text of the item above it although it is not indented; null for any other. */
function continuedItem(list: List, line: number): UserError | null {
  const own = lineOf(list, line);
  const isText = /^[^\s|#>]/.test(own) && !/^(?:[-*+]|\d{1,9}[.)])[ \t]/.test(own);
  if (!isText || !list.items.some(({ position: { start, end } }) => start.line < line && line <= end.line)) return null;
  return new UserError(
    `${list.path}:${line}: \`${own.slice(0, 80)}\` continues the item above it; add an empty line before it`,
  );
}

function lineOf({ text }: List, line: number): string {
  return text.split(/\r\n|\r|\n/)[line - 1] ?? '';
}

/** Two lines from shortly before the place where they differ, so that it is seen. */
function excerpts(one: string, other: string): readonly [string, string] {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const from = at > 60 ? at - 30 : 0;
  const cut = (line: string): string => (from > 0 ? '…' : '') + line.slice(from, from + 80);
  return [cut(one), cut(other)];
}

/** Throws a UserError for a row with cells that its table has no column for. */
function mustFitColumns({ path, tables, text }: List, kept: ReadonlySet<Entry>): void {
  const lines = new Set([...kept].map(({ position }) => position.start.line));
  for (const { header, rows } of tables) {
    if (!rows.some(({ position }) => lines.has(position.start.line))) continue;
    const most = header.cells.length;
    const row = rows.find(({ cells }) =>
      cells.slice(most).some(({ position: { start, end } }) => /[^\s|]/.test(text.slice(start.offset, end.offset))),
    );
    if (row !== undefined)
      throw new UserError(
        `${path}:${row.position.start.line}: this row has ${plural(row.cells.length, 'cell')}, but its table has ${plural(most, 'column')}; remove what readers do not see, or add a column`,
      );
  }
}

/** Gives the place in the list that a record was made of. */
function placesIn(
  list: List,
  records: readonly DataRecord[],
  sections: readonly ExtractedSection[],
  nested: string | undefined,
): (record: DataRecord) => string {
  const all = (some: readonly DataRecord[]): readonly DataRecord[] =>
    some.flatMap((one) => [one, ...(nested === undefined ? [] : all(one.records(nested) ?? []))]);
  const lines = sections.flatMap(({ items }) => withNested(items).map(({ line }) => line));
  const lineOf = new Map(all(records).map(({ position }, index) => [position.start.offset, lines[index]] as const));
  return ({ position }) => {
    const line = lineOf.get(position.start.offset);
    return line === undefined ? list.path : `${list.path}:${line}`;
  };
}

function respacedLines(part: string, rendered: string): number {
  const count = new Map<string, number>();
  for (const line of rendered.trim().split(/\r\n|\r|\n/)) count.set(line, (count.get(line) ?? 0) + 1);
  return part
    .trim()
    .split(/\r\n|\r|\n/)
    .filter((line) => {
      const left = count.get(line) ?? 0;
      count.set(line, left - 1);
      return left <= 0;
    }).length;
}

function countOf(sections: ExtractedList['sections']): number {
  return sections.flatMap(({ items }) => withNested(items)).filter(({ kind }) => kind === 'entry').length;
}

/** The order of what is in sections, as one text. */
function namesIn(sections: readonly DataSection[]): string {
  const places = (items: readonly DataItem[]): readonly unknown[] =>
    items.map((item) => {
      // TOML gives no places within a table, so names count as well.
      const text = item.kind === 'entry' ? item.values.get('name')?.[0]?.text : item.value.text;
      return [item.record.position.start.offset, text, ...places(item.nested)];
    });
  const all = (some: readonly DataSection[]): readonly unknown[] =>
    some.map(({ items, sections: inner }) => [places(items), all(inner)]);
  return JSON.stringify(all(sections));
}
