import { type Atom, atomText } from '../../grammar/atoms.js';
import { type FieldFault, fieldFault } from '../../grammar/check-field.js';
import type { FieldSpec } from '../../grammar/field-spec.js';
import { plainFormat } from '../../grammar/format.js';
import type { CompiledFormat, EntryGrammar, SectionGrammar } from '../../grammar/grammar.js';
import type { Capture } from '../../grammar/match.js';
import { readByFormats } from '../../grammar/read-entry.js';
import type { Entry, EntryField, FormatDeparture, ListNode } from '../../model/list.js';
import type { Position } from '../../model/position.js';
import { foldName } from '../../text/fold-name.js';
import { withPatterns } from '../../text/regex-timeout.js';
import type { RowBlock, TableBlock } from '../blocks/block.js';
import { type InlineNode, type Mutable, visibleWords } from '../blocks/inline.js';
import type { ParsedSource } from '../blocks/source.js';
import { atomsOf } from './entry-atoms.js';

/** What of an entry is read by its format: the line of an item, or the cells of a row. */
export type EntryContent =
  | { readonly kind: 'line'; readonly pieces: readonly InlineNode[] }
  | { readonly kind: 'row'; readonly row: RowBlock; readonly table: TableBlock };

/** An entry with what it consists of. */
export interface EntryWithContent {
  readonly entry: Mutable<Entry>;
  readonly content: EntryContent;
}

/** A capture whose value is still to be looked at. */
interface Pending {
  readonly entry: Entry;
  readonly capture: Capture;
  readonly atoms: readonly Atom[];
  readonly spec: FieldSpec;
  readonly format: string;
}

/** The nearest forms of so many entries are looked for: atoms times states, some seconds in all. A list that many departures are in has another format. */
const mostSteps = 10_000_000;

/** Reads the fields of entries by their formats, and tells where they depart from them. Throws a UserError for a pattern that takes too long. */
export function readFields(
  entries: readonly EntryWithContent[],
  grammar: EntryGrammar,
  source: ParsedSource,
): readonly FormatDeparture[] {
  const departures: FormatDeparture[] = [];
  const pending: Pending[] = [];
  const tables = new Set<TableBlock>();
  let steps = 0;
  const sections = grammar.sectionsFor(entries.map(({ entry }) => titlesAround(entry)));
  for (const [index, { entry, content }] of entries.entries()) {
    const section = sections[index];
    const cells = section === undefined || isLabel(entry) ? null : cellsOf(content, section);
    if (section === undefined || cells === null) continue;
    const fields: Record<string, EntryField[]> = {};
    entry.fields = fields;
    if (content.kind === 'row' && !tables.has(content.table)) {
      tables.add(content.table);
      departures.push(...missingColumns(content.table, section, source));
    }
    for (const cell of cells) {
      const atoms = atomsOf(cell.pieces, source.text);
      const findsNearest = grammar.findsNearest && steps < mostSteps;
      const reading = readByFormats(cell.formats, atoms, section.specs, source.text, findsNearest);
      if (reading !== null && reading.departures.length > 0)
        steps += cell.formats.reduce((sum, { automaton }) => sum + automaton.states.length * atoms.length, 0);
      if (atoms.length === 0 && cell.heading !== null) {
        if (!cell.optional) departures.push(emptyCell(cell, entry, source));
        continue;
      }
      if (reading === null) continue;
      const format = plainFormat(reading.format);
      for (const { start, end, ...departure } of reading.departures) {
        const edits = entry.form === 'html' ? [] : departure.edits;
        const position = visiblePlace(start, end, source);
        const { kind, expected, found, safe } = departure;
        departures.push({ kind, entry, position, field: null, expected, found, format, edits, safe });
      }
      for (const capture of reading.captures) {
        const field = fieldOf(capture, atoms, source);
        const known = fields[capture.field];
        if (known === undefined) fields[capture.field] = [field];
        else known.push(field);
        const spec = section.specs.get(capture.field);
        if (spec !== undefined && reading.isClear) pending.push({ entry, capture, atoms, spec, format });
      }
    }
  }
  return [...departures, ...faultsOf(pending, source)].sort(
    (a, b) => a.position.start.offset - b.position.start.offset,
  );
}

/** True for an item that only names what its nested list holds, or another part of the page; commas between its links do not begin a description. */
function isLabel({ children, link, separator }: Entry): boolean {
  return (children.length > 0 || link?.sort === 'fragment') && !/[^\s,;]/.test(separator?.text ?? '');
}

/** What is read by one row of formats: an item, or a cell of a table. */
interface Cell {
  readonly formats: readonly CompiledFormat[];
  readonly pieces: readonly InlineNode[];
  /** Null for an item. */
  readonly heading: string | null;
  /** True: it may be empty. */
  readonly optional: boolean;
  /** The cell in the file; both 0 for an item. */
  readonly start: number;
  readonly end: number;
}

/** Null where no format applies; a table that has fewer than half of the columns is of another kind. */
function cellsOf(content: EntryContent, { formats, columns }: SectionGrammar): readonly Cell[] | null {
  if (content.kind === 'line')
    return formats && [{ formats, pieces: content.pieces, heading: null, optional: false, start: 0, end: 0 }];
  if (columns === null) return null;
  const { header } = content.table;
  const cells = columns.flatMap(({ heading, format, optional }): readonly Cell[] => {
    const index = header.findIndex((cell) => isHeading(cell, heading));
    if (index < 0) return [];
    const { pieces = [], start = content.row.end, end = content.row.end } = content.row.cells[index] ?? {};
    return [{ formats: [format], pieces, heading, optional, start, end }];
  });
  return cells.length === 0 || cells.length * 2 < columns.length ? null : cells;
}

function isHeading(cell: readonly InlineNode[], heading: string): boolean {
  return foldName(visibleWords(cell)) === foldName(heading);
}

function missingColumns(
  { header, start }: TableBlock,
  { columns }: SectionGrammar,
  source: ParsedSource,
): readonly FormatDeparture[] {
  const lineEnd = source.text.slice(start).search(/[\r\n]/);
  const position = source.place(start, lineEnd < 0 ? source.text.length : start + lineEnd);
  return (columns ?? []).flatMap(({ heading, format }): readonly FormatDeparture[] => {
    if (header.some((cell) => isHeading(cell, heading))) return [];
    const nothing = { entry: null, expected: heading, found: '', edits: [], safe: false };
    return [{ kind: 'column', position, field: heading, format: plainFormat(format), ...nothing }];
  });
}

function emptyCell({ heading, formats, start, end }: Cell, entry: Entry, source: ParsedSource): FormatDeparture {
  const [first] = formats;
  const format = first === undefined ? '' : plainFormat(first);
  const position = source.place(start, end);
  return {
    kind: 'empty',
    entry,
    position,
    field: heading,
    expected: format,
    found: '',
    format,
    edits: [],
    safe: false,
  };
}

/** A place with at least one character: what is missing has the one after it, or at the end of a line the one before. */
function visiblePlace(start: number, end: number, source: ParsedSource): Position {
  if (start < end) return source.place(start, end);
  const isLineEnd = /[\r\n]/.test(source.text[end] ?? '\n');
  const isPair = (at: number): boolean => /^[\ud800-\udbff][\udc00-\udfff]/.test(source.text.slice(at, at + 2));
  if (isLineEnd) return source.place(Math.max(0, start - (isPair(start - 2) ? 2 : 1)), end);
  return source.place(start, end + (isPair(start) ? 2 : 1));
}

function fieldOf({ start, end, value }: Capture, atoms: readonly Atom[], source: ParsedSource): EntryField {
  return { value: value ?? atomText(atoms.slice(start, end)), position: placeOf(atoms.slice(start, end), source) };
}

function placeOf(atoms: readonly Atom[], source: ParsedSource): Position {
  const start = atoms[0]?.start ?? 0;
  return source.place(start, Math.max(start, atoms.at(-1)?.end ?? start));
}

/** What is wrong with the values of fields; patterns of the configuration are tried under a time limit. */
function faultsOf(pending: readonly Pending[], source: ParsedSource): readonly FormatDeparture[] {
  const faults = (matches: (spec: FieldSpec, value: string) => boolean): readonly FormatDeparture[] =>
    pending.flatMap(({ entry, capture, atoms, spec, format }) => {
      const fault: FieldFault | null = fieldFault(spec, capture, atoms, matches);
      if (fault === null) return [];
      const position = placeOf(atoms.slice(capture.start, capture.end), source);
      const edits = entry.form === 'html' ? [] : fault.edits;
      return [{ ...fault, entry, position, field: capture.field, format, edits }];
    });
  if (pending.every(({ spec }) => spec.pattern === null)) return faults(() => true);
  return withPatterns('entries', (test) => faults(({ pattern }, value) => pattern === null || test(pattern, value)));
}

/** The titles of the sections and tiers around an entry. */
function titlesAround(entry: Entry): readonly string[] {
  const titles: string[] = [];
  for (let node: ListNode = entry.parent; node.type !== 'list'; node = node.parent) {
    if (node.type === 'section') titles.push(node.title);
    else if (node.type === 'tier') titles.push(node.label);
  }
  return titles;
}
