import * as v from 'valibot';

const globs = (means: string) => v.pipe(v.union([v.string(), v.array(v.string())]), v.description(means));
const key = (means: string) => v.optional(v.pipe(v.string(), v.minLength(1), v.description(means)));

const sections = v.strictObject({
  files: v.optional(globs('Globs of the files with sections. Default: those of the entries.')),
  at: key('The key of the list of sections. Default: the whole file.'),
  id: key('The key by which entries refer to a section. Default: the key of the title.'),
  title: key('The key of the title. Default: `title`.'),
  description: key('The key of the Markdown below the heading. Default: `description`.'),
  heading: key('The key of the heading as Markdown, if it is more than `#` signs and the title. Default: none.'),
  empty: v.optional(v.pipe(v.boolean(), v.description('Write sections without entries too. Default: false.'))),
});

/** `source` of a configuration. */
export const sourceSchema = v.strictObject({
  files: globs('Globs of YAML, JSON, TOML and CSV files, relative to the folder of the configuration.'),
  entries: key('The key of the list of entries. Default: a file is a list of entries, or one entry.'),
  fields: v.optional(
    v.pipe(v.record(v.string(), v.string()), v.description('The key of each field whose name differs.')),
  ),
  markdown: v.optional(
    v.pipe(v.array(v.string()), v.description('Fields whose values are Markdown. Default: all are plain text.')),
  ),
  section: key('The key of the section of an entry. Default: `section`.'),
  nested: key('The key of the records nested below an entry. Default: none.'),
  block: key('The key of Markdown between entries, in a separate record. Default: none.'),
  item: key('The key of the Markdown of an item or a row that is not an entry, in a separate record. Default: none.'),
  table: key('The key of the first two lines of a table, in a record before the records of its rows. Default: none.'),
  sections: v.optional(
    v.pipe(sections, v.description('Where sections are defined; they are written in the same order.')),
  ),
  sort: v.optional(
    v.pipe(
      v.union([v.string(), v.literal(false)]),
      v.description('The field to sort by; `false` keeps the order of the data. Default: `name`.'),
    ),
  ),
  contents: v.optional(v.pipe(v.boolean(), v.description('Write a table of contents. Default: true.'))),
  heading: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1),
      v.maxValue(6),
      v.description('The level of the headings of sections. Default: 2.'),
    ),
  ),
});

/** The keys of its objects, for suggestions. */
export const sourceKeys: readonly string[] = [
  ...new Set([...Object.keys(sourceSchema.entries), ...Object.keys(sections.entries)]),
];
