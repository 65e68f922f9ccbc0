/** What the text of a field must be. `url`: an absolute URL; `spdx`: an SPDX license expression; `date`: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `number`: digits. */
export type FieldKind = 'text' | 'url' | 'spdx' | 'date' | 'number';

/** The requirements of one field of an entry; lengths are in characters that a reader sees. */
export interface FieldOptions {
  /** Default: `text`, which is anything. */
  readonly kind?: FieldKind | undefined;
  /** The allowed values, as Markdown. */
  readonly values?: readonly string[] | undefined;
  /** A regular expression that the value must match. */
  readonly pattern?: string | undefined;
  /** The advice for a value that does not match `pattern`. Default: the pattern. */
  readonly message?: string | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  /** True: it does not start with a lowercase letter. False: it does not start with a capital. */
  readonly capital?: boolean | undefined;
  /** True: it ends like a sentence. False: it does not end with a period. */
  readonly fullStop?: boolean | undefined;
}

/** The requirements of one column of a table. */
export interface ColumnOptions extends FieldOptions {
  /** The format of its cells. Default: a field named after the heading. */
  readonly format?: string | undefined;
  /** True: a cell may be empty. */
  readonly optional?: boolean | undefined;
}

/** The format of entries in a list, or in some of its sections. */
export interface EntryFormat {
  /** Titles or /patterns/ of sections. Default: the whole list. */
  readonly sections?: string | readonly string[] | undefined;
  /** The format of items, or several allowed formats; false: items are not checked here. */
  readonly format?: string | readonly string[] | false | undefined;
  /** The format of table cells, by heading; false: tables are not checked here. */
  readonly columns?: Readonly<Record<string, string | ColumnOptions>> | false | undefined;
  /** The requirements of fields, by name. */
  readonly fields?: Readonly<Record<string, FieldOptions>> | undefined;
}

/** `entries` of a configuration: one format, or several, of which the last one that applies wins. */
export type EntriesOptions = EntryFormat | readonly EntryFormat[];
