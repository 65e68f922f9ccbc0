import * as v from 'valibot';

const field = {
  kind: v.optional(
    v.pipe(
      v.picklist(['text', 'url', 'spdx', 'date', 'number']),
      v.description('What it is. Default: `text`, which is anything.'),
    ),
  ),
  values: v.optional(v.pipe(v.array(v.string()), v.description('The texts that it may be, as Markdown.'))),
  pattern: v.optional(v.pipe(v.string(), v.description('Regular expression that it must match.'))),
  minLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.description('The fewest characters.'))),
  maxLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.description('The most characters.'))),
  capital: v.optional(
    v.pipe(v.boolean(), v.description('Whether it starts with a capital letter. Default: it may or may not.')),
  ),
  fullStop: v.optional(
    v.pipe(v.boolean(), v.description('Whether it ends as a sentence does. Default: it may or may not.')),
  ),
};

const column = v.strictObject({
  format: v.optional(
    v.pipe(v.string(), v.description('How its cells are written. Default: a field named after the heading.')),
  ),
  optional: v.optional(v.pipe(v.boolean(), v.description('Cells may be empty. Default: false.'))),
  ...field,
});

const format = v.strictObject({
  sections: v.optional(
    v.pipe(
      v.union([v.string(), v.array(v.string())]),
      v.description('Titles or /patterns/ of the sections that it is for. Default: all.'),
    ),
  ),
  format: v.optional(
    v.pipe(
      v.union([v.string(), v.array(v.string()), v.literal(false)]),
      v.description('How an item is written, or several ways; `false` for any.'),
    ),
  ),
  columns: v.optional(
    v.pipe(
      v.union([v.record(v.string(), v.union([v.string(), column])), v.literal(false)]),
      v.description('How the cells of a table are written, by heading; `false` for any.'),
    ),
  ),
  fields: v.optional(
    v.pipe(v.record(v.string(), v.strictObject(field)), v.description('What fields may be, by name.')),
  ),
});

/** `entries` of a configuration. */
export const entriesSchema = v.union([format, v.array(format)]);

/** The keys of its objects, for suggestions. */
export const entriesKeys: readonly string[] = [
  ...new Set([...Object.keys(format.entries), ...Object.keys(column.entries)]),
];
