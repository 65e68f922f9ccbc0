/** Where sections of the data are defined. */
export interface SourceSections {
  /** Globs, relative to the folder of the configuration. Default: the files of the entries. */
  readonly files?: string | readonly string[] | undefined;
  /** The key of the list of sections. Default: the whole file. */
  readonly at?: string | undefined;
  /** The key by which entries refer to a section. Default: the key of the title. */
  readonly id?: string | undefined;
  /** Default: `title`. */
  readonly title?: string | undefined;
  /** The key of the text below the heading. Default: `description`. */
  readonly description?: string | undefined;
  /** The key of the heading as Markdown, if it is more than `#` signs and the title. */
  readonly heading?: string | undefined;
  /** True: sections without entries are written too. Default: false. */
  readonly empty?: boolean | undefined;
}

/** `source` of a configuration: the data from which a list is written. */
export interface SourceOptions {
  /** Globs of YAML, JSON, TOML and CSV files, relative to the folder of the configuration. */
  readonly files: string | readonly string[];
  /** The key of the list of entries. Default: a file is a list of entries, or one entry. */
  readonly entries?: string | undefined;
  /** The key of each field of the format whose name differs. */
  readonly fields?: Readonly<Record<string, string>> | undefined;
  /** Fields whose values are Markdown; others are plain text. */
  readonly markdown?: readonly string[] | undefined;
  /** The key of the section. Default: `section`. */
  readonly section?: string | undefined;
  /** The key of the records nested below an entry. */
  readonly nested?: string | undefined;
  /** The key of Markdown between entries: a record that has it is not an entry. */
  readonly block?: string | undefined;
  /** The key of the Markdown of an item or a row that is not an entry. */
  readonly item?: string | undefined;
  /** The key of the header and delimiter row of a table; the next entries are its rows. */
  readonly table?: string | undefined;
  readonly sections?: SourceSections | undefined;
  /** The field to sort by; false: the order of the data. Default: `name`. */
  readonly sort?: string | false | undefined;
  /** False: no table of contents. Default: true. */
  readonly contents?: boolean | undefined;
  /** The level of the headings of sections. Default: 2. */
  readonly heading?: number | undefined;
}

/** `source`, with where it is from. */
export interface Source {
  readonly options: SourceOptions;
  /** The folder that globs count from, absolute. */
  readonly folder: string;
  /** What messages call it. */
  readonly where: string;
}
