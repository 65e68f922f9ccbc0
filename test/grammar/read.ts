import type { EntriesOptions } from '../../src/model/entry-options.js';
import type { Entry, List } from '../../src/model/list.js';
import { parse } from '../../src/parse/parse.js';

/** Reads a list by formats. */
export function readWith(text: string, entries: EntriesOptions): List {
  return parse(text, { entries });
}

/** The values of the fields of an entry. */
export function valuesOf(entry: Entry | undefined): Readonly<Record<string, readonly string[]>> | null {
  if (!entry?.fields) return null;
  return Object.fromEntries(
    Object.entries(entry.fields).map(([name, values]) => [name, values.map(({ value }) => value)]),
  );
}

/** Departures in short: `line:column kind expected`. */
export function departuresIn(text: string, entries: EntriesOptions): readonly string[] {
  return readWith(text, entries).departures.map(
    ({ kind, position, expected, field }) =>
      `${position.start.line}:${position.start.column} ${kind} ${field ?? expected}`,
  );
}
