import { UserError } from '../model/errors.js';
import { cellSeparator } from './read-csv.js';

/** The formats that data can be written in. */
export const dataFormats = ['yaml', 'json', 'toml', 'csv'] as const;
/** One of them. */
export type DataFormat = (typeof dataFormats)[number];

/** An entry on its way to data. */
export interface ExtractedEntry {
  /** Titles from the outside in, with ` > ` between them. */
  readonly section: string;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** A list on its way to data. */
export interface ExtractedList {
  readonly sections: readonly { readonly title: string; readonly description: string | null }[];
  readonly entries: readonly ExtractedEntry[];
  /** Fields whose values are Markdown. */
  readonly markdown: readonly string[];
}

/** Writes data in a format. Throws a UserError for what CSV cannot hold. */
export async function writeData(list: ExtractedList, format: DataFormat): Promise<string> {
  if (format === 'csv') return csvOf(list);
  const sections = list.sections.map(({ title, description }) =>
    description === null ? { title } : { title, description },
  );
  const entries = list.entries.map(({ section, values }) =>
    Object.fromEntries([
      ['section', section],
      ...[...values].map(([name, own]) => [name, own.length === 1 ? own[0] : own] as const),
    ]),
  );
  if (format === 'json') return `${JSON.stringify({ sections, entries }, null, 2)}\n`;
  if (format === 'toml') return `${(await import('smol-toml')).stringify({ sections, entries }).trim()}\n`;
  const { stringify } = await import('yaml');
  return stringify({ sections, entries }, { lineWidth: 0, aliasDuplicateObjects: false });
}

function csvOf({ sections, entries }: ExtractedList): string {
  const described = sections.find(({ description }) => description !== null);
  if (described !== undefined)
    throw new UserError(
      `section \`${described.title}\` has a description, which CSV cannot hold; use YAML, JSON or TOML`,
    );
  const names = [...new Set(entries.flatMap(({ values }) => [...values.keys()]))];
  const isRepeated = (name: string): boolean => entries.some(({ values }) => (values.get(name)?.length ?? 0) > 1);
  const columns = names.map((name) => ({ name, key: isRepeated(name) ? `${name}[]` : name }));
  const rows = entries.map(({ section, values }) => [
    section,
    ...columns.map(({ name, key }) => {
      const own = values.get(name) ?? [];
      if (key !== name && own.some((value) => value.includes(cellSeparator)))
        throw new UserError(
          `a value of \`${name}\` has a semicolon, which separates values in CSV; use YAML, JSON or TOML`,
        );
      return own.join(cellSeparator);
    }),
  ]);
  return [['section', ...columns.map(({ key }) => key)], ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

function cell(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
