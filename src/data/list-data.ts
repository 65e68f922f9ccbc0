import type { FieldContext } from '../grammar/field-context.js';
import { UserError } from '../model/errors.js';
import type { SourceOptions } from '../model/source-options.js';
import { type DataFile, type DataRecord, type DataValue, faultAt, limits } from './data-file.js';
import type { DataItem, DataSection } from './data-section.js';
import { sortItems, sortSections } from './sort-data.js';
import { cleanValue } from './write-value.js';

/** What separates the titles of a section within another. */
export const pathSeparator = ' > ';

/** Puts the records of data files into sections, by a mapping. `fields` are those of the format. Throws a UserError that names the line. */
export function listData(
  options: SourceOptions,
  entryFiles: readonly DataFile[],
  sectionFiles: readonly DataFile[],
  fields: ReadonlyMap<string, FieldContext>,
  lang: string | null,
): readonly DataSection[] {
  const root: DataSection = emptySection('');
  const byId = new Map<string, DataSection>();
  const hasSections = options.sections !== undefined;
  if (hasSections) readSections(options, sectionFiles, root, byId);
  const itemOf = itemReader(options, fields);
  for (const file of entryFiles) {
    for (const record of file.records(options.entries ?? null) ?? []) {
      const line = record.position.start.line;
      const key = options.section ?? 'section';
      const id = cleanValue(record.values(key)[0]?.text ?? '');
      if (id === '') throw faultAt(file.path, line, `\`${key}\` is missing; name the section of this entry`);
      const section = byId.get(id) ?? (hasSections ? null : sectionAt(root, id.split(pathSeparator), null));
      if (section === null)
        throw faultAt(file.path, line, `no section \`${id.slice(0, 60)}\` in the data; add it, or correct \`${key}\``);
      byId.set(id, section);
      section.items.push(itemOf(record));
    }
  }
  // Files in alphabetical order give sections in no order.
  if (!hasSections && entryFiles.length > 1) sortSections(root, lang);
  const by = options.sort ?? 'name';
  if (by !== false) sortItems(root, by, lang);
  return options.sections?.empty === true ? root.sections : filledOnes(root.sections);
}

function emptySection(title: string): DataSection {
  return { title, record: null, heading: null, description: null, items: [], sections: [] };
}

function readSections(
  { sections = {} }: SourceOptions,
  files: readonly DataFile[],
  root: DataSection,
  byId: Map<string, DataSection>,
): void {
  const { at = null, title: titleKey = 'title', id: idKey = titleKey, description = 'description', heading } = sections;
  for (const file of files) {
    for (const record of file.records(at) ?? []) {
      const line = record.position.start.line;
      const title = cleanValue(record.values(titleKey)[0]?.text ?? '');
      const id = cleanValue(record.values(idKey)[0]?.text ?? '');
      if (title === '') throw faultAt(file.path, line, `\`${titleKey}\` is missing; name the section`);
      if (id === '') throw faultAt(file.path, line, `\`${idKey}\` is missing; entries name the section by it`);
      if (byId.has(id)) throw faultAt(file.path, line, `two sections are named \`${id.slice(0, 60)}\`; rename one`);
      const own = {
        record,
        heading: heading === undefined ? null : blockOf(record, heading),
        description: blockOf(record, description),
      };
      byId.set(id, sectionAt(root, title.split(pathSeparator), own));
    }
  }
  if (root.sections.length === 0)
    throw new UserError(`${files[0]?.path ?? 'source.sections'}: no sections here; check \`source.sections.at\``);
}

/** The section at the end of some titles; those that are missing are added. Of two with one title, the later one counts. */
function sectionAt(
  root: DataSection,
  titles: readonly string[],
  own: Pick<DataSection, 'record' | 'heading' | 'description'> | null,
): DataSection {
  let at = root;
  for (const [index, title] of titles.entries()) {
    const isOwn = own !== null && index === titles.length - 1;
    let next = at.sections.findLast((one) => one.title === title);
    if (next === undefined || (isOwn && next.record !== null)) {
      if (at.sections.length === limits.sections)
        throw new UserError(`source: more than ${limits.sections} sections; check \`source.section\``);
      next = { ...emptySection(title), ...(isOwn ? own : {}) };
      at.sections.push(next);
    } else if (isOwn) {
      const place = at.sections.indexOf(next);
      next = { ...next, ...own };
      at.sections[place] = next;
    }
    at = next;
  }
  return at;
}

/** Markdown of several lines, without empty ones around it; null for none. */
function blockOf(record: DataRecord, key: string): DataValue | null {
  const value = textOf(record, key);
  return value?.text === '' ? null : value;
}

/** Markdown without empty lines around it; null for a key that is not there. */
function textOf(record: DataRecord, key: string): DataValue | null {
  const [value] = record.values(key);
  return value === undefined
    ? null
    : { ...value, text: value.text.replace(/^(?:[ \t]*(?:\r\n|\r|\n))+/, '').trimEnd() };
}

const kinds = ['block', 'item', 'table'] as const;

/** Reads a record with those nested in it. It throws a UserError where there are too many, as aliases can give. */
function itemReader(
  options: SourceOptions,
  fields: ReadonlyMap<string, FieldContext>,
): (record: DataRecord) => DataItem {
  const isMarkdown = (field: string): boolean => options.markdown?.includes(field) ?? false;
  let count = 0;
  const read = (record: DataRecord, depth: number): DataItem => {
    const { line } = record.position.start;
    if (++count > limits.records) throw faultAt(record.file.path, line, `more than ${limits.records} records`);
    if (depth > limits.nested)
      throw faultAt(record.file.path, line, `nested in more than ${limits.nested} other records`);
    const below = options.nested === undefined ? [] : (record.records(options.nested) ?? []);
    const nested = below.map((one) => read(one, depth + 1));
    const values = valuesOf(record, options, fields);
    for (const kind of kinds) {
      const key = options[kind];
      // An empty block ends a table, where the record is nothing else.
      const mayBeEmpty = kind === 'block' && values.size === 0;
      const value = key === undefined ? null : mayBeEmpty ? textOf(record, key) : blockOf(record, key);
      if (value === null) continue;
      if (nested.length > 0 && kind !== 'item')
        throw faultAt(record.file.path, line, `\`${key}\` has no item that could contain nested entries; move them`);
      return { kind, record, value, nested };
    }
    return { kind: 'entry', record, values, isMarkdown, nested };
  };
  return (record) => read(record, 0);
}

function valuesOf(
  record: DataRecord,
  { fields = {}, markdown = [] }: SourceOptions,
  names: ReadonlyMap<string, FieldContext>,
): ReadonlyMap<string, readonly DataValue[]> {
  const values = new Map<string, readonly DataValue[]>();
  for (const name of names.keys()) {
    const key = Object.hasOwn(fields, name) ? (fields[name] ?? name) : name;
    const isMarkdown = markdown.includes(name);
    const own = record
      .values(key)
      .map(({ text, position }) => ({ text: isMarkdown ? text.trim() : cleanValue(text), position }))
      .filter(({ text }) => text !== '');
    if (own.length > 0) values.set(name, own);
  }
  return values;
}

/** Sections that have something in them, or in those below. */
function filledOnes(sections: readonly DataSection[]): readonly DataSection[] {
  return sections
    .map((one) => ({ ...one, sections: [...filledOnes(one.sections)] }))
    .filter(({ items, sections: inner }) => items.length > 0 || inner.length > 0);
}
