import type { FieldContext } from '../grammar/field-context.js';
import { UserError } from '../model/errors.js';
import type { SourceOptions } from '../model/source-options.js';
import { cellSeparator } from './read-csv.js';

/** The formats that data can be written in. */
export const dataFormats = ['yaml', 'json', 'toml', 'csv'] as const;
/** One of them. */
export type DataFormat = (typeof dataFormats)[number];

/** An entry on its way to data, or Markdown that is none. */
export type ExtractedItem = (
  | { readonly kind: 'entry'; readonly values: ReadonlyMap<string, readonly string[]> }
  | { readonly kind: 'block' | 'item' | 'table'; readonly text: string }
) & {
  /** 1-based, in the list. */
  readonly line: number;
  readonly nested: readonly ExtractedItem[];
};

/** A section on its way to data. */
export interface ExtractedSection {
  /** What its entries name it by. */
  readonly id: string;
  /** Titles from the outside in, with ` > ` between them. */
  readonly title: string;
  /** Markdown of a heading that the title does not give; null for none. */
  readonly heading: string | null;
  readonly description: string | null;
  readonly items: readonly ExtractedItem[];
  /** 1-based, of its heading. */
  readonly line: number;
}

/** A list on its way to data. */
export interface ExtractedList {
  /** The README, as messages call it. */
  readonly path: string;
  readonly sections: readonly ExtractedSection[];
  /** Fields whose values are Markdown. */
  readonly markdown: readonly string[];
}

const markdownKinds = ['block', 'item', 'table'] as const;

/** The keys of records that are not fields. */
export interface RecordKeys {
  readonly section: string;
  readonly nested: string;
  readonly block: string;
  readonly item: string;
  readonly table: string;
  /** The part of `source` that says how the data of a list is read. */
  options(list: ExtractedList, file: string, format: DataFormat): SourceOptions;
}

/** Keys that no field has. */
export function keysFor(fields: ReadonlyMap<string, FieldContext>): RecordKeys {
  const free = (key: string): string => (fields.has(key) ? free(`${key}_`) : key);
  const keys = {
    ...{ section: free('section'), nested: free('entries') },
    ...{ block: free('block'), item: free('item'), table: free('table') },
  };
  return {
    ...keys,
    options({ sections, markdown }, file, format) {
      const items = sections.flatMap((one) => withNested(one.items));
      const kinds = markdownKinds.filter((kind) => items.some((one) => one.kind === kind));
      const isEmpty = ({ items: own, title }: ExtractedSection): boolean =>
        own.length === 0 && !sections.some((one) => one.items.length > 0 && one.title.startsWith(`${title} > `));
      return {
        files: file,
        ...(format === 'csv'
          ? {}
          : {
              entries: 'entries',
              sections: {
                at: 'sections',
                ...(sections.some(({ id, title }) => id !== title) ? { id: 'id' } : {}),
                ...(sections.some(({ heading }) => heading !== null) ? { heading: 'heading' } : {}),
                ...(sections.some(isEmpty) ? { empty: true } : {}),
              },
            }),
        ...(keys.section === 'section' ? {} : { section: keys.section }),
        ...(items.some(({ nested }) => nested.length > 0) ? { nested: keys.nested } : {}),
        ...Object.fromEntries(kinds.map((kind) => [kind, keys[kind]])),
        ...(markdown.length === 0 ? {} : { markdown }),
      };
    },
  };
}

/** Items with those nested in them, in the order of a file. */
export function withNested(items: readonly ExtractedItem[]): readonly ExtractedItem[] {
  return items.flatMap((one) => [one, ...withNested(one.nested)]);
}

/** Writes data in a format. Throws a UserError for what CSV cannot hold. */
export async function writeData(list: ExtractedList, format: DataFormat, keys: RecordKeys): Promise<string> {
  if (format === 'csv') return csvOf(list, keys);
  const hasIds = list.sections.some(({ id, title }) => id !== title);
  const sections = list.sections.map(({ id, title, heading, description }) => ({
    ...(hasIds ? { id } : {}),
    title,
    ...(heading === null ? {} : { heading }),
    ...(description === null ? {} : { description }),
  }));
  const entries = list.sections.flatMap(({ id, items }) =>
    items.map((item) => ({ [keys.section]: id, ...recordOf(item, keys) })),
  );
  if (format === 'json') return `${JSON.stringify({ sections, entries }, null, 2)}\n`;
  if (format === 'toml') return `${(await import('smol-toml')).stringify({ sections, entries }).trim()}\n`;
  const { stringify } = await import('yaml');
  return stringify({ sections, entries }, { lineWidth: 0, aliasDuplicateObjects: false });
}

function recordOf(item: ExtractedItem, keys: RecordKeys): Readonly<Record<string, unknown>> {
  const own =
    item.kind === 'entry'
      ? Object.fromEntries([...item.values].map(([name, all]) => [name, all.length === 1 ? all[0] : all] as const))
      : { [keys[item.kind]]: item.text };
  return item.nested.length === 0 ? own : { ...own, [keys.nested]: item.nested.map((one) => recordOf(one, keys)) };
}

function csvOf({ path, sections }: ExtractedList, keys: RecordKeys): string {
  for (const { title, heading, id, items, line } of sections) {
    const why =
      heading !== null || id !== title
        ? `the heading of \`${title}\` is not its title alone, or another section has it`
        : items.some(({ nested }) => nested.length > 0)
          ? `something in \`${title}\` is nested`
          : items.some((one) => one.kind === 'block' && one.text === '')
            ? `a list directly follows a table in \`${title}\``
            : items.length === 0 && !sections.some((one) => one.title.startsWith(`${title} > `))
              ? `\`${title}\` has no entries`
              : null;
    if (why !== null) throw new UserError(`${path}:${line}: ${why}, which CSV cannot hold; use YAML, JSON or TOML`);
  }
  const all = sections.flatMap(({ id, items }) => items.map((item) => ({ id, item })));
  const valuesOf = (item: ExtractedItem, name: string): readonly string[] =>
    item.kind === 'entry' ? (item.values.get(name) ?? []) : name === keys[item.kind] ? [item.text] : [];
  const names = [
    ...new Set(all.flatMap(({ item }) => (item.kind === 'entry' ? [...item.values.keys()] : [keys[item.kind]]))),
  ];
  const columns = names.map((name) => ({
    name,
    key: all.some(({ item }) => valuesOf(item, name).length > 1) ? `${name}[]` : name,
  }));
  const rows = all.map(({ id, item }) => [
    id,
    ...columns.map(({ name, key }) => {
      const own = valuesOf(item, name);
      if (key !== name && own.some((value) => value.includes(cellSeparator)))
        throw new UserError(
          `${path}: a value of \`${name}\` has a semicolon, which separates values in CSV; use YAML, JSON or TOML`,
        );
      return own.join(cellSeparator);
    }),
  ]);
  return [[keys.section, ...columns.map(({ key }) => key)], ...rows]
    .map((row) => `${row.map(cell).join(',')}\n`)
    .join('');
}

function cell(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
