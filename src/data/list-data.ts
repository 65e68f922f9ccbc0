import { UserError } from '../model/errors.js';
import type { SourceOptions } from '../model/source-options.js';
import { sorted, sortingKey } from '../rule-kit/sorting.js';
import { type DataFile, type DataRecord, type DataValue, faultAt, limits } from './data-file.js';
import { cleanValue, type FieldContext } from './write-value.js';

/** What separates the titles of a section within another. */
export const pathSeparator = ' > ';

/** An entry as data has it. */
export interface DataEntry {
  readonly record: DataRecord;
  /** By field; those without a value are left out. */
  readonly values: ReadonlyMap<string, readonly DataValue[]>;
  /** True for a field whose values are Markdown. */
  readonly isMarkdown: (field: string) => boolean;
}

/** A section with its entries, sorted. */
export interface DataSection {
  readonly title: string;
  /** Null for a section that is only named by those below it. */
  readonly record: DataRecord | null;
  /** Markdown below the heading; null for none. */
  readonly description: string | null;
  readonly entries: DataEntry[];
  readonly sections: DataSection[];
}

/** Puts the records of data files into sections, by a mapping. `fields` are those of the format. Throws a UserError that names the line. */
export function listData(
  options: SourceOptions,
  entryFiles: readonly DataFile[],
  sectionFiles: readonly DataFile[],
  fields: ReadonlyMap<string, FieldContext>,
  lang: string | null,
): readonly DataSection[] {
  const root: DataSection = emptySection('', null, null);
  const byId = new Map<string, DataSection>();
  const isMarkdown = (field: string): boolean => options.markdown?.includes(field) ?? false;
  const hasSections = options.sections !== undefined;
  if (hasSections) readSections(options, sectionFiles, root, byId);
  for (const file of entryFiles) {
    for (const record of file.records(options.entries ?? null)) {
      const line = record.position.start.line;
      const key = options.section ?? 'section';
      const id = cleanValue(record.values(key)[0]?.text ?? '');
      if (id === '') throw faultAt(file.path, line, `\`${key}\` is missing; name the section of this entry`);
      const section = byId.get(id) ?? (hasSections ? null : sectionAt(root, id.split(pathSeparator), null, null));
      if (section === null)
        throw faultAt(file.path, line, `no section \`${id.slice(0, 60)}\` in the data; add it, or correct \`${key}\``);
      byId.set(id, section);
      section.entries.push({ record, values: valuesOf(record, options, fields), isMarkdown });
    }
  }
  // Files in alphabetical order give sections in no order.
  if (!hasSections && entryFiles.length > 1) sortSections(root, lang);
  const by = options.sort ?? 'name';
  if (by !== false) sortEntries(root, by, lang);
  return withEntries(root.sections);
}

function emptySection(title: string, record: DataRecord | null, description: string | null): DataSection {
  return { title, record, description, entries: [], sections: [] };
}

function readSections(
  { sections = {} }: SourceOptions,
  files: readonly DataFile[],
  root: DataSection,
  byId: Map<string, DataSection>,
): void {
  const { at = null, title: titleKey = 'title', id: idKey = titleKey, description = 'description' } = sections;
  for (const file of files) {
    for (const record of file.records(at)) {
      const line = record.position.start.line;
      const title = cleanValue(record.values(titleKey)[0]?.text ?? '');
      const id = cleanValue(record.values(idKey)[0]?.text ?? '');
      if (title === '') throw faultAt(file.path, line, `\`${titleKey}\` is missing; name the section`);
      if (id === '') throw faultAt(file.path, line, `\`${idKey}\` is missing; entries name the section by it`);
      if (byId.has(id)) throw faultAt(file.path, line, `two sections are named \`${id.slice(0, 60)}\`; rename one`);
      const text = record.values(description)[0]?.text.trim() ?? '';
      byId.set(id, sectionAt(root, title.split(pathSeparator), record, text === '' ? null : text));
    }
  }
  if (root.sections.length === 0)
    throw new UserError(`${files[0]?.path ?? 'source.sections'}: no sections here; check \`source.sections.at\``);
}

/** The section at the end of some titles; those that are missing are added. */
function sectionAt(
  root: DataSection,
  titles: readonly string[],
  record: DataRecord | null,
  description: string | null,
): DataSection {
  let at = root;
  for (const [index, title] of titles.entries()) {
    const isLast = index === titles.length - 1;
    let next = at.sections.find((one) => one.title === title);
    if (next === undefined) {
      if (at.sections.length === limits.sections)
        throw new UserError(`source: more than ${limits.sections} sections; check \`source.section\``);
      next = isLast ? emptySection(title, record, description) : emptySection(title, null, null);
      at.sections.push(next);
    } else if (isLast && record !== null) {
      const place = at.sections.indexOf(next);
      next = { ...next, record, description };
      at.sections[place] = next;
    }
    at = next;
  }
  return at;
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

function sortEntries(section: DataSection, field: string, lang: string | null): void {
  for (const one of section.sections) sortEntries(one, field, lang);
  const keys = section.entries.map(({ values }) => sortingKey(values.get(field)?.[0]?.text ?? '', []));
  const before = [...section.entries];
  section.entries.splice(0, before.length, ...sorted(keys, lang).order.flatMap((index) => before[index] ?? []));
}

function sortSections(section: DataSection, lang: string | null): void {
  for (const one of section.sections) sortSections(one, lang);
  const before = [...section.sections];
  const keys = before.map(({ title }) => sortingKey(title, []));
  section.sections.splice(0, before.length, ...sorted(keys, lang).order.flatMap((index) => before[index] ?? []));
}

/** Sections that hold entries, in themselves or below. */
function withEntries(sections: readonly DataSection[]): readonly DataSection[] {
  return sections
    .map((one) => ({ ...one, sections: [...withEntries(one.sections)] }))
    .filter(({ entries, sections: inner }) => entries.length > 0 || inner.length > 0);
}
