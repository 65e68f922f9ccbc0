import type { EntriesOptions } from '../model/entry-options.js';
import { UserError } from '../model/errors.js';
import type { Entry, EntryField, List, Section } from '../model/list.js';
import type { SourceOptions } from '../model/source-options.js';
import { escaped } from '../text/escape-markdown.js';
import { isStructural, renderChecked } from './check-rendered.js';
import { listData, pathSeparator } from './list-data.js';
import { readData } from './load-data.js';
import { type MarkedText, markers } from './markers.js';
import { type DataFormat, type ExtractedEntry, type ExtractedList, writeData } from './write-data.js';
import { type FieldContext, fieldsOf } from './write-value.js';

/** A list as data, the README with markers, and the configuration that renders the one from the other. */
export interface Extraction {
  readonly data: string;
  /** The README with markers around the part that the data is of; otherwise unchanged. */
  readonly readme: string;
  readonly options: SourceOptions;
  readonly entries: number;
}

/** Makes data of a list that follows its grammar, so that rendering it gives the same list. Throws a UserError that says where it would not. */
export async function extractList(
  list: List,
  entries: EntriesOptions,
  format: DataFormat,
  file: string,
): Promise<Extraction> {
  const fields = fieldsOf(entries);
  const departure = list.departures.find(({ kind, entry }) => entry !== null && isStructural.has(kind));
  if (departure !== undefined)
    throw new UserError(
      `${list.path}:${departure.position.start.line}: \`${departure.entry?.name}\` does not follow \`entries.format\`; run \`listwright lint\` to see how it differs`,
    );
  const sections = contentSections(list);
  const [first] = sections;
  const last = sections.at(-1);
  if (first === undefined || last === undefined)
    throw new UserError(
      `${list.path}: no section has entries that follow \`entries.format\`; run \`listwright lint\` to see why`,
    );
  const contents = list.contents.find(({ position: { end } }) =>
    /^\s*$/.test(list.text.slice(end.offset, startOf(first, list))),
  );
  const heading = Math.min(...sections.map(({ depth }) => depth));
  const extracted = extractedFrom(sections, list, fields);
  const written = await writeData(extracted, format);
  const known = await readData(file, written);
  const end = trimmedEnd(list.text, last.position.end.offset);
  let tried: { readonly wanted: string; readonly got: string } | undefined;
  for (const withContents of contents === undefined ? [false] : [true, false]) {
    const start = withContents ? (contents?.position.start.offset ?? 0) : startOf(first, list);
    const marked = markedAt(list.text, start, end);
    for (const sort of fields.has('name') ? (['name', false] as const) : ([false] as const)) {
      const options = optionsOf({ file, format, extracted, sort, contents: withContents, heading });
      const data = listData(options, [known], [known], fields, list.lang);
      const { text } = renderChecked(marked, data, { path: list.path, options, entries });
      const readme =
        marked.before + marked.eol + marked.eol + list.text.slice(start, end) + marked.eol + marked.eol + marked.after;
      if (text === readme) return { data: written, readme, options, entries: extracted.entries.length };
      tried = { wanted: readme, got: text };
    }
  }
  throw notReproduced(list, tried);
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

/** The sections with entries, and those around them, in document order. Throws a UserError where others are between them, or entries are elsewhere. */
function contentSections(list: List): readonly Section[] {
  const held = new Set<Section>();
  for (const entry of list.entries.filter(({ fields }) => fields !== null)) {
    let at: Entry['parent'] = entry.parent;
    for (; at.type === 'section' && at.form === 'heading'; at = at.parent) held.add(at);
    if (at.type === 'list' && entry.parent.type === 'section') continue;
    throw new UserError(
      `${list.path}:${entry.position.start.line}: \`${entry.name}\` is in a tier, in another entry, or not below a heading; data has entries in sections only`,
    );
  }
  const all = list.sections.filter(({ form }) => form === 'heading');
  const places = [...held].map((one) => all.indexOf(one)).sort((a, b) => a - b);
  const other = all.slice(places[0] ?? all.length, (places.at(-1) ?? 0) + 1).find((one) => !held.has(one));
  if (other !== undefined)
    throw new UserError(
      `${list.path}:${other.position.start.line}: section \`${other.title}\` is between sections with entries and has none; move or remove it`,
    );
  return places.flatMap((place) => all[place] ?? []);
}

/** The offset of the line of a heading. */
function startOf({ heading }: Section, { text }: List): number {
  return (
    Math.max(text.lastIndexOf('\n', heading.start.offset - 1), text.lastIndexOf('\r', heading.start.offset - 1)) + 1
  );
}

function trimmedEnd(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}

function extractedFrom(
  sections: readonly Section[],
  list: List,
  fields: ReadonlyMap<string, FieldContext>,
): ExtractedList {
  const titles = new Map<Section, string>();
  const rows = sections.map((section) => {
    const own = list.headings.find(({ node }) => node === section)?.text ?? section.title;
    if (own.includes(pathSeparator))
      throw new UserError(
        `${list.path}:${section.heading.start.line}: \`${pathSeparator.trim()}\` in a title separates sections in data; rename the section`,
      );
    const above = section.parent.type === 'section' ? titles.get(section.parent) : undefined;
    const title = above === undefined ? own : above + pathSeparator + own;
    titles.set(section, title);
    const [from] = section.prose;
    const description =
      from === undefined ? null : list.text.slice(from.start.offset, section.prose.at(-1)?.end.offset).trim();
    return { title, description };
  });
  const entries = list.entries.filter(({ fields: read }) => read !== null);
  const markdown = new Set<string>();
  for (const [name, context] of fields)
    if (
      context === 'text' &&
      entries.some((entry) => readFieldsOf(entry, name).some((field) => !isPlain(field, list.text)))
    )
      markdown.add(name);
  return {
    sections: rows,
    markdown: [...markdown],
    entries: entries.map((entry): ExtractedEntry => {
      const { parent } = entry;
      const section = parent.type === 'section' ? (titles.get(parent) ?? '') : '';
      const values = [...fields.keys()].map((name): [string, readonly string[]] => [
        name,
        readFieldsOf(entry, name).map((field) => (markdown.has(name) ? sourceOf(field, list.text) : field.value)),
      ]);
      return { section, values: new Map(values.filter(([, own]) => own.length > 0)) };
    }),
  };
}

function readFieldsOf({ fields }: Entry, name: string): readonly EntryField[] {
  return (fields !== null && Object.hasOwn(fields, name) ? fields[name] : undefined) ?? [];
}

function sourceOf({ position: { start, end } }: EntryField, text: string): string {
  return text.slice(start.offset, end.offset);
}

/** True for a value that is written as plain text is. */
function isPlain(field: EntryField, text: string): boolean {
  const source = sourceOf(field, text);
  return source === field.value || source === escaped(field.value);
}

interface Choice {
  readonly file: string;
  readonly format: DataFormat;
  readonly extracted: ExtractedList;
  readonly sort: 'name' | false;
  readonly contents: boolean;
  readonly heading: number;
}

function optionsOf({ file, format, extracted, sort, contents, heading }: Choice): SourceOptions {
  return {
    files: file,
    ...(format === 'csv' ? {} : { entries: 'entries', sections: { at: 'sections' } }),
    ...(extracted.markdown.length === 0 ? {} : { markdown: extracted.markdown }),
    ...(sort === 'name' ? {} : { sort }),
    ...(contents ? {} : { contents }),
    ...(heading === 2 ? {} : { heading }),
  };
}

/** Names the first line that would be another one. */
function notReproduced(list: List, tried: { readonly wanted: string; readonly got: string } | undefined): UserError {
  const wanted = (tried?.wanted ?? '').split(/\r\n|\r|\n/);
  const got = (tried?.got ?? '').split(/\r\n|\r|\n/);
  const at = wanted.findIndex((line, index) => line !== got[index]);
  // The marker and the empty line after it are not in the README.
  const first = wanted.indexOf(markers.start);
  const line = at > first ? at - 1 : at + 1;
  const show = (text: string | undefined): string => `\`${(text ?? '').slice(0, 80)}\``;
  return new UserError(
    `${list.path}:${line}: this line would be written as ${show(got[at])}, but is ${show(wanted[at])}; data can hold only what \`entries.format\` and one empty line between blocks give`,
  );
}
