import type { ColumnOptions, EntriesOptions, EntryFormat, FieldOptions } from '../model/entry-options.js';
import { UserError } from '../model/errors.js';
import { type PatternTest, withPatterns } from '../text/regex-timeout.js';
import { type Automaton, automatonOf } from './automaton.js';
import { type FieldSpec, fieldSpec } from './field-spec.js';
import { type Format, type FormatPart, isFieldName, readFormat } from './format.js';

/** One way in which an entry or a cell may be written. */
export interface CompiledFormat extends Format {
  readonly automaton: Automaton;
}

/** How the cells of one column are written. */
export interface CompiledColumn {
  readonly heading: string;
  readonly format: CompiledFormat;
  /** True: a cell may be empty. */
  readonly optional: boolean;
}

/** What applies in some sections. */
export interface SectionGrammar {
  /** The ways in which an item may be written; null where items are not read. */
  readonly formats: readonly CompiledFormat[] | null;
  /** In the order of the configuration; null where tables are not read. */
  readonly columns: readonly CompiledColumn[] | null;
  readonly specs: ReadonlyMap<string, FieldSpec>;
}

/** How the entries of a list are written: `entries` of a configuration, ready to read with. Only `entryGrammar` makes one. */
export interface EntryGrammar {
  /** Equal for equal configurations. */
  readonly signature: string;
  /**
   * False to tell only whether an entry departs, not where: it takes less time.
   * @internal
   */
  readonly findsNearest: boolean;
  /**
   * What applies below each of some rows of titles, which are those of the sections around an entry. Throws a UserError for a pattern that takes too long.
   * @internal
   */
  sectionsFor(rows: readonly (readonly string[])[]): readonly SectionGrammar[];
}

const grammars = new WeakMap<object, EntryGrammar>();

/** Reads `entries` of a configuration, once for each. Throws a UserError that names the option; `where` is what the messages begin with. */
export function entryGrammar(options: EntriesOptions, where = 'entries'): EntryGrammar {
  const known = grammars.get(options) ?? readGrammar(options, where);
  grammars.set(options, known);
  return known;
}

function readGrammar(options: EntriesOptions, where: string): EntryGrammar {
  const all: readonly EntryFormat[] = Array.isArray(options) ? options : [options as EntryFormat];
  const matchers = all.map(({ sections }, index) => sectionMatcher(sections, `${where}[${index}].sections`));
  const compiled = new Map<string, SectionGrammar>();
  const compileFor = (applying: readonly number[]): SectionGrammar => {
    const key = applying.join(' ');
    const known = compiled.get(key) ?? compile(joined(applying.flatMap((index) => all[index] ?? [])), where);
    compiled.set(key, known);
    return known;
  };
  // What is wrong is said before a list is read, of each by itself, with its place, and then of those that apply together.
  const at = (index: number): string => (Array.isArray(options) ? `${where}[${index}]` : where);
  for (const [index, one] of all.entries()) compile(one, at(index));
  const applies = (index: number, scoped: number): boolean => all[index]?.sections === undefined || index === scoped;
  const fields = new Set<string>();
  for (const scoped of all.keys()) {
    const { specs } = compileFor([...all.keys()].filter((index) => applies(index, scoped)));
    for (const name of specs.keys()) fields.add(name);
  }
  for (const [index, one] of all.entries())
    for (const name of Object.keys(one.fields ?? {}))
      if (!fields.has(name))
        throw new UserError(`${at(index)}.fields.${name}: no format contains the field \`{${name}}\``);
  const tries = all.some(({ sections }) => [sections ?? []].flat().some((one) => slashed.test(one)));
  return {
    signature: JSON.stringify(all),
    findsNearest: true,
    sectionsFor(rows) {
      const choose = (test: PatternTest): readonly SectionGrammar[] =>
        rows.map((titles) => compileFor([...all.keys()].filter((index) => matchers[index]?.(titles, test) ?? true)));
      return tries ? withPatterns(`${where}.sections`, choose) : choose(() => false);
    },
  };
}

/** The formats of all items and cells, whichever section they are for. Throws a UserError that names the option. */
export function allFormats(options: EntriesOptions, where = 'entries'): readonly Format[] {
  return [options].flat().flatMap((one: EntryFormat) => {
    const { formats, columns } = compile(one, where);
    return [...(formats ?? []), ...(columns ?? []).map(({ format }) => format)];
  });
}

/** Later ones win; their requirements are added. */
function joined(formats: readonly EntryFormat[]): EntryFormat {
  return formats.reduce<EntryFormat>(
    (all, { format = all.format, columns = all.columns, fields }) => ({
      format,
      columns,
      fields: { ...all.fields, ...fields },
    }),
    {},
  );
}

const slashed = /^\/(.+)\/([a-z]*)$/s;

type SectionMatcher = (titles: readonly string[], test: PatternTest) => boolean;

/** Null for what applies everywhere. */
function sectionMatcher(sections: EntryFormat['sections'], where: string): SectionMatcher | null {
  if (sections === undefined) return null;
  const matches = [sections].flat().map((pattern): ((title: string, test: PatternTest) => boolean) => {
    const regex = slashed.exec(pattern);
    if (regex === null) return (title) => title.toLowerCase() === pattern.toLowerCase();
    try {
      const compiled = new RegExp(regex[1] ?? '', (regex[2] ?? '').replace(/[gy]/g, ''));
      return (title, test) => test(compiled, title);
    } catch {
      throw new UserError(`${where}: \`${pattern}\` is not a valid regular expression`);
    }
  });
  return (titles, test) => titles.some((title) => matches.some((one) => one(title, test)));
}

function compile({ format = false, columns = false, fields = {} }: EntryFormat, where: string): SectionGrammar {
  const place = (index: number): string => (typeof format === 'string' ? '' : `[${index}]`);
  const formats =
    format === false
      ? null
      : [format].flat().map((source, index) => compiledFormat(source, `${where}.format${place(index)}`));
  const read =
    columns === false ? null : Object.entries(columns).map(([heading, column]) => columnOf(heading, column, where));
  const asked = new Map<string, FieldOptions>(Object.entries(fields));
  for (const { field, options } of read ?? [])
    if (field !== null) asked.set(field, { ...asked.get(field), ...options });
  const names = new Set<string>();
  for (const { parts } of [...(formats ?? []), ...(read ?? []).map((one) => one.column.format)])
    fieldNames(parts, names);
  const specs = new Map(
    [...names].map((name) => [name, fieldSpec(name, asked.get(name) ?? {}, `${where}.fields.${name}`)]),
  );
  return { formats, columns: read?.map((one) => one.column) ?? null, specs };
}

function compiledFormat(source: string, where: string): CompiledFormat {
  const format = readFormat(source, where);
  return { ...format, automaton: automatonOf(format, where) };
}

interface ReadColumn {
  readonly column: CompiledColumn;
  /** The field that the options of the column are about; null without options. */
  readonly field: string | null;
  readonly options: FieldOptions;
}

function columnOf(heading: string, said: string | ColumnOptions, where: string): ReadColumn {
  const { format: source, optional = false, ...options } = typeof said === 'string' ? { format: said } : said;
  const at = `${where}.columns.${heading}`;
  const named = fieldOf(heading);
  if (source === undefined && named === null)
    throw new UserError(`${at}: no field can be named after this heading; add a \`format\``);
  const format = compiledFormat(source ?? `{${named}}`, at);
  const names = [...fieldNames(format.parts, new Set())];
  const [name = null] = names;
  if (Object.keys(options).length > 0 && names.length > 1)
    throw new UserError(`${at}: this column has several fields; set the requirements of each in \`fields\``);
  return { column: { heading, format, optional }, field: name, options };
}

/** The field of a column that is named after its heading: `Last update` is `last-update`. Null for one that no field can be named after. */
export function fieldOf(heading: string): string | null {
  const name = heading
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  return isFieldName(name) ? name : null;
}

/** The fields of a format, in order. */
export function fieldNames(parts: readonly FormatPart[], into: Set<string>): ReadonlySet<string> {
  for (const part of parts) {
    if (part.kind === 'field') into.add(part.name);
    if ('inner' in part) fieldNames(part.inner, into);
    if ('target' in part && part.target.field !== null) into.add(part.target.field);
  }
  return into;
}
