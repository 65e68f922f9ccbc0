import type { FieldContext } from '../grammar/field-context.js';
import type { EntriesOptions } from '../model/entry-options.js';
import { UserError } from '../model/errors.js';
import type { Entry, EntryField, List } from '../model/list.js';
import type { Item, Table } from '../model/markdown.js';
import type { Position } from '../model/position.js';
import { escaped } from '../text/escape-markdown.js';
import { groupBy } from '../text/group-by.js';
import { wholeEntries } from './whole-entries.js';
import type { ExtractedItem } from './write-data.js';
import { cleanValue } from './write-value.js';

/** Reads what is between two places of a list: entries that are items or rows, and as Markdown all that is around them. */
export interface ItemReader {
  /** What is in a stretch that no item begins or ends outside of. */
  read(from: number, to: number): readonly ExtractedItem[];
  /** Fields whose values are written with markup. */
  readonly markdown: readonly string[];
  /** Where the first list or table with entries begins, and the last ends; null without one. */
  readonly extent: { readonly start: number; readonly end: number } | null;
}

/** A reader of a list. Throws a UserError for an item that cannot be data. */
export function itemReader(
  list: List,
  options: EntriesOptions,
  fields: ReadonlyMap<string, FieldContext>,
  kept: readonly Entry[],
): ItemReader {
  const { text } = list;
  const entries = new Map(kept.map((entry) => [entry.position.start.offset, entry]));
  const holdsEntry = within([...entries.keys()]);
  const tables = list.tables.filter(({ position }) => holdsEntry(position));
  const runs = runsOf(list).filter(({ items }) => items.some(({ position }) => holdsEntry(position)));
  const runsBelow = groupBy(runs, ({ parent }) => parent);
  const blockAt = new Map(
    list.blocks.map((block) => [`${block.position.start.line} ${block.items}`, block.position] as const).reverse(),
  );
  const markdown = [...fields].flatMap(([name, context]) =>
    context === 'text' &&
    [...entries.values()].some((entry) => fieldsIn(entry, name).some((one) => !isPlain(one, text)))
      ? [name]
      : [],
  );
  const isMarkdown = new Set(markdown);
  const paragraphOf = ({ position: { start }, depth }: Item): Position | undefined =>
    blockAt.get(`${start.line} ${depth}`);
  const fieldsOf = (entry: Entry): ReadonlyMap<string, readonly string[]> => {
    const values = [...fields.keys()].map((name): [string, readonly string[]] => [
      name,
      fieldsIn(entry, name).map((field) => (isMarkdown.has(name) ? joined(sourceOf(field, text)) : field.value)),
    ]);
    return new Map(values.filter(([, own]) => own.length > 0));
  };
  const wholes = wholeEntries(list, options, (item) => {
    const entry = entries.get(item.position.start.offset);
    const end = paragraphOf(item)?.end.offset;
    if (entry === undefined || end === undefined) return null;
    return { entry, source: withoutComments(list, item, end), values: fieldsOf(entry), isMarkdown };
  });
  for (const { field } of wholes.values()) isMarkdown.add(field);
  const valuesOf = (entry: Entry): ReadonlyMap<string, readonly string[]> => {
    const whole = wholes.get(entry);
    return whole === undefined ? fieldsOf(entry) : new Map([[whole.field, [whole.source]]]);
  };
  const readItem = (item: Item): ExtractedItem => {
    const { start, end } = item.position;
    const lead = leadOf(text, start.offset);
    const first = paragraphOf(item);
    if (first === undefined)
      throw new UserError(
        `${list.path}:${start.line}: this item does not begin with text, which data cannot hold; give it a text`,
      );
    const margin = start.column - 1 + lead.length;
    const nested = read(first.end.offset, end.offset, margin, runsBelow.get(item) ?? [], []);
    const entry = entries.get(start.offset);
    if (entry === undefined)
      return {
        kind: 'item',
        line: start.line,
        text: joined(text.slice(start.offset + lead.length, first.end.offset)),
        nested,
      };
    const comments = list.comments
      .filter(({ position }) => position.start.offset > start.offset && position.end.offset <= first.end.offset)
      .map(({ position }) => text.slice(position.start.offset, position.end.offset));
    const about: readonly ExtractedItem[] =
      comments.length === 0 ? [] : [{ kind: 'block', line: start.line, text: comments.join('\n'), nested: [] }];
    return { kind: 'entry', line: start.line, values: valuesOf(entry), nested: [...about, ...nested] };
  };
  const readTable = ({ header, rows, position: { start } }: Table): readonly ExtractedItem[] => {
    const head = text.slice(start.offset, rows[0]?.position.start.offset ?? header.position.end.offset).trim();
    return [
      { kind: 'table', line: start.line, text: head, nested: [] },
      ...rows.map(({ position }): ExtractedItem => {
        const entry = entries.get(position.start.offset);
        return entry === undefined
          ? {
              kind: 'item',
              line: position.start.line,
              text: text.slice(position.start.offset, position.end.offset).trim(),
              nested: [],
            }
          : { kind: 'entry', line: position.start.line, values: valuesOf(entry), nested: [] };
      }),
    ];
  };
  const read = (
    from: number,
    to: number,
    margin: number,
    lists: readonly ItemRun[],
    rows: readonly Table[],
  ): readonly ExtractedItem[] => {
    const parts = [
      ...lists.map(({ items }) => ({
        start: lineStart(text, items[0]?.position.start.offset ?? 0),
        end: items.at(-1)?.position.end.offset ?? 0,
        content: () => items.map(readItem),
        form: 'list',
      })),
      ...rows.map((table) => ({
        start: lineStart(text, table.position.start.offset),
        end: table.position.end.offset,
        content: () => readTable(table),
        form: 'table',
      })),
    ].sort((a, b) => a.start - b.start);
    const found: ExtractedItem[] = [];
    const addBlock = (start: number, end: number): void => {
      const own = dedented(text.slice(start, end), margin);
      if (own !== '') {
        const line = list.place(start, start).start.line;
        found.push({ kind: 'block', line, text: own, nested: [] });
      }
    };
    let at = from;
    let isBelowTable = false;
    for (const { start, end, content, form } of parts) {
      const count = found.length;
      addBlock(at, start);
      // Else the items of a list would be rows of the table above it.
      if (isBelowTable && form === 'list' && found.length === count)
        found.push({ kind: 'block', line: list.place(start, start).start.line, text: '', nested: [] });
      found.push(...content());
      isBelowTable = form === 'table';
      at = end;
    }
    addBlock(at, to);
    return found;
  };
  const outer = runsBelow.get(null) ?? [];
  const starts = [...outer.flatMap(({ items }) => items.slice(0, 1)), ...tables].map(
    ({ position }) => position.start.offset,
  );
  const ends = [...outer.flatMap(({ items }) => items.slice(-1)), ...tables].map(({ position }) => position.end.offset);
  const isIn = (from: number, to: number, { start }: Position): boolean => start.offset >= from && start.offset < to;
  return {
    read: (from, to) =>
      read(
        from,
        to,
        0,
        outer.filter(({ items: [first] }) => first !== undefined && isIn(from, to, first.position)),
        tables.filter(({ position }) => isIn(from, to, position)),
      ),
    markdown: [...fields.keys()].filter((name) => isMarkdown.has(name)),
    extent:
      starts.length === 0
        ? null
        : {
            start: starts.reduce((least, one) => Math.min(least, one)),
            end: ends.reduce((most, one) => Math.max(most, one)),
          },
  };
}

/** Tells whether one of some offsets, which ascend, is in a stretch. */
function within(offsets: readonly number[]): (stretch: Position) => boolean {
  return ({ start, end }) => {
    let [low, high] = [0, offsets.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((offsets[middle] ?? 0) < start.offset) low = middle + 1;
      else high = middle;
    }
    return (offsets[low] ?? Number.POSITIVE_INFINITY) < end.offset;
  };
}

/** Items that follow one another with nothing between them. */
interface ItemRun {
  readonly items: readonly Item[];
  /** The item that they are nested in; null for none. */
  readonly parent: Item | null;
}

/** The lists of a text, in document order; those in quotes, and those that begin on the line of another item, stay Markdown. */
function runsOf({ items, text }: List): readonly ItemRun[] {
  const runs: ItemRun[] = [];
  const open: (Item[] | undefined)[] = [];
  for (const item of items) {
    open.length = Math.min(open.length, item.depth);
    const run = open[item.depth - 1];
    const above = run?.at(-1);
    const { start } = item.position;
    if (!/^[ \t]*$/.test(text.slice(lineStart(text, start.offset), start.offset))) {
      open[item.depth - 1] = undefined;
      continue;
    }
    const continues =
      above?.marker.slice(-1) === item.marker.slice(-1) &&
      /^\s*$/.test(text.slice(above.position.end.offset, start.offset));
    if (run !== undefined && continues) run.push(item);
    else {
      const parent = item.depth === 1 ? null : open[item.depth - 2]?.at(-1);
      const next = [item];
      open[item.depth - 1] = next;
      if (parent !== undefined) runs.push({ items: next, parent });
    }
  }
  return runs;
}

function fieldsIn({ fields }: Entry, name: string): readonly EntryField[] {
  return (fields !== null && Object.hasOwn(fields, name) ? fields[name] : undefined) ?? [];
}

function sourceOf({ position: { start, end } }: EntryField, text: string): string {
  return text.slice(start.offset, end.offset);
}

/** True for a value that is written as plain text is. */
function isPlain(field: EntryField, text: string): boolean {
  const source = joined(sourceOf(field, text));
  return cleanValue(field.value) === field.value && source === escaped(field.value);
}

/** What an item says up to a place, without its bullet and comments. */
function withoutComments({ text, comments }: List, { position: { start } }: Item, end: number): string {
  let [source, at] = ['', start.offset + leadOf(text, start.offset).length];
  for (const { position } of comments) {
    if (position.start.offset < at || position.end.offset > end) continue;
    source += text.slice(at, position.start.offset);
    at = position.end.offset;
  }
  return joined((source + text.slice(at, end)).trim());
}

/** A bullet or number with its space. */
function leadOf(text: string, start: number): string {
  return /^(?:[-*+]|\d{1,9}[.)])[ \t]*/.exec(text.slice(start, start + 100))?.[0] ?? '';
}

/** Lines of one paragraph as one line; line breaks that a reader sees stay. */
function joined(source: string): string {
  if (/(?: {2}|\\)(?:\r\n|\r|\n)/.test(source)) return source.replace(/(?:\r\n|\r|\n)[ \t]*/g, '\n');
  return source.replace(/[ \t]*(?:\r\n|\r|\n)[ \t]*/g, ' ');
}

/** The offset where a line begins. */
export function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** Lines without the spaces that an item around them gives them, and without empty ones around them. */
function dedented(source: string, margin: number): string {
  const lines = source.split(/\r\n|\r|\n/).map((line) => {
    if (line.trim() === '') return '';
    let [at, column] = [0, 0];
    while (column < margin && (line[at] === ' ' || line[at] === '\t')) {
      column += line[at] === '\t' ? 4 - (column % 4) : 1;
      at++;
    }
    return ' '.repeat(Math.max(0, column - margin)) + line.slice(at);
  });
  return lines.join('\n').replace(/^\n+|\s+$/g, '');
}
