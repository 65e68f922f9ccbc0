import { entryGrammar, fieldNames, type SectionGrammar } from '../grammar/grammar.js';
import { renderEntry, requiredFields } from '../grammar/render-entry.js';
import type { EntriesOptions } from '../model/entry-options.js';
import { UserError } from '../model/errors.js';
import type { SourceOptions } from '../model/source-options.js';
import { parse } from '../parse/parse.js';
import type { DataRecord } from './data-file.js';
import type { DataEntry, DataSection } from './list-data.js';
import type { MarkedText } from './markers.js';
import { type Care, contextsOf, writeValue } from './write-value.js';

/** A line that was written from a record. */
export interface RenderedLine {
  /** 1-based, of the README. */
  readonly line: number;
  /** Null for a heading that no record is about. */
  readonly record: DataRecord | null;
  /** Null for a heading. */
  readonly entry: RenderedEntry | null;
  /** The title of a heading, and its level; null for an entry. */
  readonly heading: { readonly title: string; readonly depth: number } | null;
}

/** What an entry was written from, and how. */
export interface RenderedEntry {
  readonly data: DataEntry;
  /** The fields of the format that it is written by. */
  readonly fields: ReadonlySet<string>;
}

/** A README with its part written from data. */
export interface RenderedList {
  readonly text: string;
  /** In the order of the README. */
  readonly lines: readonly RenderedLine[];
}

/** What the part is written by. */
export interface RenderOptions {
  readonly path: string;
  readonly options: SourceOptions;
  readonly entries: EntriesOptions;
  /** The fields and headings that are escaped with all care. */
  readonly careful: ReadonlySet<DataEntry | string>;
}

/** The first level and the deepest that Markdown has. */
const deepest = 6;

/** Writes the part between the markers. Throws a UserError for an entry that lacks a field. */
export function renderList(marked: MarkedText, sections: readonly DataSection[], how: RenderOptions): RenderedList {
  const bare = compose(marked, sections, how, []);
  if (how.options.contents === false || sections.length === 0) return bare;
  return compose(marked, sections, how, contentsOf(bare, how));
}

function compose(
  { before, after, eol }: MarkedText,
  sections: readonly DataSection[],
  how: RenderOptions,
  contents: readonly string[],
): RenderedList {
  const body: string[] = contents.length === 0 ? [] : [...contents, ''];
  const first = before.split(/\r\n|\r|\n/).length + 2;
  const lines: RenderedLine[] = [];
  const faults: string[] = [];
  const write = (section: DataSection, titles: readonly string[], depth: number): void => {
    if (depth > deepest)
      throw new UserError(
        `${how.path}: section \`${section.title}\` would be a heading of level ${depth}; Markdown has ${deepest}`,
      );
    const { title, record, description, entries } = section;
    lines.push({ line: first + body.length, record, entry: null, heading: { title, depth } });
    body.push(`${'#'.repeat(depth)} ${writeValue(title, 'text', how.careful.has(title) ? 'all' : 'usual')}`, '');
    if (description !== null) body.push(...description.split(/\r\n|\r|\n/), '');
    const grammar = entries.length === 0 ? null : grammarOf(titles, how);
    for (const data of entries) {
      const written = grammar === null ? null : writeEntry(data, grammar, how.careful.has(data) ? 'all' : 'usual');
      if (written === null) continue;
      if (typeof written.text !== 'string') {
        faults.push(`${placeOf(data.record)}: ${written.text.lacks} is missing, which the format needs`);
        continue;
      }
      const entry = { data, fields: written.fields };
      lines.push({ line: first + body.length, record: data.record, entry, heading: null });
      body.push(written.text);
    }
    if (entries.length > 0) body.push('');
    for (const one of section.sections) write(one, [...titles, one.title], depth + 1);
  };
  for (const one of sections) write(one, [one.title], how.options.heading ?? 2);
  if (faults.length > 0) throw tooManyFaults(faults);
  const part = body.length === 0 ? eol : eol + eol + body.join(eol) + eol;
  return { text: before + part + after, lines };
}

/** One UserError for several faults, the first few in full. */
export function tooManyFaults(faults: readonly string[]): UserError {
  const rest = faults.length - 5;
  return new UserError(faults.slice(0, 5).join('\n') + (rest > 0 ? `\nand ${rest} more` : ''));
}

/** `data/list.yaml:12`. */
export function placeOf({ file, position }: DataRecord): string {
  return `${file.path}:${position.start.line}`;
}

function grammarOf(titles: readonly string[], { entries, path }: RenderOptions): SectionGrammar {
  // A title is known without the emoji before it, too.
  const names = titles.flatMap((title) => [title, title.replace(/^[^\p{L}\p{N}]+/u, '')]);
  const [section] = entryGrammar(entries).sectionsFor([names]);
  if (section === undefined || section.formats === null)
    throw new UserError(
      `${path}: no \`entries.format\` for section \`${titles.at(-1)}\`; add one to the configuration`,
    );
  return section;
}

interface WrittenEntry {
  readonly text: string | { readonly lacks: string };
  readonly fields: ReadonlySet<string>;
}

/** Writes an entry by the format that takes most of its values. */
function writeEntry({ values, isMarkdown }: DataEntry, { formats }: SectionGrammar, care: Care): WrittenEntry | null {
  let best: (WrittenEntry & { readonly score: number }) | null = null;
  let lacking: WrittenEntry | null = null;
  for (const format of formats ?? []) {
    const fields = fieldNames(format.parts, new Set());
    const contexts = contextsOf(format.parts);
    // Any name may be a field, also those that objects have already.
    const given: Record<string, readonly string[]> = Object.create(null);
    for (const [name, own] of values)
      given[name] = own.map(({ text }) =>
        isMarkdown(name) ? text : writeValue(text, contexts.get(name) ?? 'text', care),
      );
    const text = renderEntry(format, given);
    const score = [...fields].filter((name) => values.has(name)).length;
    if (text === null) {
      const missing = requiredFields(format.parts).find((name) => !values.has(name));
      lacking ??= { text: { lacks: `\`${missing ?? 'a value'}\`` }, fields };
    } else if (best === null || score > best.score) best = { text: format.lead + text, fields, score };
  }
  return best ?? lacking;
}

/** A line for each heading, with the anchors that GitHub gives them in this README. */
function contentsOf({ text, lines }: RenderedList, { path, options, entries }: RenderOptions): readonly string[] {
  const { headings } = parse(text, { path });
  const slugs = new Map(headings.map(({ position, slug }) => [position.start.line, slug]));
  const written = text.split(/\r\n|\r|\n/);
  const top = options.heading ?? 2;
  const bullet = /^[-*+]/.exec(entryGrammar(entries).sectionsFor([[]])[0]?.formats?.[0]?.lead ?? '')?.[0] ?? '-';
  return lines.flatMap(({ line, heading }) => {
    if (heading === null) return [];
    const label = written[line - 1]?.replace(/^#+ /, '') ?? '';
    return [`${'  '.repeat(heading.depth - top)}${bullet} [${label}](#${slugs.get(line) ?? ''})`];
  });
}
