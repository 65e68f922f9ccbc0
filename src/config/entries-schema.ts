import * as v from 'valibot';

const field = {
  kind: v.optional(
    v.pipe(
      v.picklist(['text', 'url', 'spdx', 'date', 'number']),
      v.description('The type of the value. Default: `text`, which is anything.'),
    ),
  ),
  values: v.optional(v.pipe(v.array(v.string()), v.description('The allowed values, as Markdown.'))),
  pattern: v.optional(v.pipe(v.string(), v.description('A regular expression that the value must match.'))),
  message: v.optional(
    v.pipe(
      v.string(),
      v.minLength(1),
      v.maxLength(200),
      v.description('The advice for a value that does not match `pattern`.'),
    ),
  ),
  minLength: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(0), v.description('The minimum number of characters.')),
  ),
  maxLength: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.description('The maximum number of characters.')),
  ),
  capital: v.optional(
    v.pipe(v.boolean(), v.description('Whether the value starts with a capital letter. Default: either.')),
  ),
  fullStop: v.optional(v.pipe(v.boolean(), v.description('Whether the value ends like a sentence. Default: either.'))),
};

const column = v.strictObject({
  format: v.optional(
    v.pipe(v.string(), v.description('The format of its cells. Default: a field named after the heading.')),
  ),
  optional: v.optional(v.pipe(v.boolean(), v.description('Cells may be empty. Default: false.'))),
  ...field,
});

const format = v.strictObject({
  sections: v.optional(
    v.pipe(
      v.union([v.string(), v.array(v.string())]),
      v.description('Titles or /patterns/ of the sections it applies to. Default: all.'),
    ),
  ),
  format: v.optional(
    v.pipe(
      v.union([v.string(), v.array(v.string()), v.literal(false)]),
      v.description('The format of an item, or several formats; `false` for any.'),
    ),
  ),
  columns: v.optional(
    v.pipe(
      v.union([v.record(v.string(), v.union([v.string(), column])), v.literal(false)]),
      v.description('The format of table cells, by column heading; `false` for any.'),
    ),
  ),
  fields: v.optional(
    v.pipe(v.record(v.string(), v.strictObject(field)), v.description('The requirements of fields, by name.')),
  ),
});

/** `entries` of a configuration. */
export const entriesSchema = v.union([format, v.array(format)]);

/** The keys of its objects, for suggestions. */
export const entriesKeys: readonly string[] = [
  ...new Set([...Object.keys(format.entries), ...Object.keys(column.entries)]),
];
