import type { EntriesOptions } from '../model/entry-options.js';
import type { Entry } from '../model/list.js';
import type { Position } from '../model/position.js';
import { parse } from '../parse/parse.js';
import { type Lines, linesOf } from '../text/lines.js';
import type { DataFile, DataRecord, DataValue } from './data-file.js';
import type { RenderedLine, RenderedList } from './rendered.js';

/** A place in a data file. */
export interface DataPlace {
  readonly file: DataFile;
  readonly position: Position;
}

/** Where the data has what a README that was written from it has. */
export interface DataPlaces {
  /** Null for what comes from no record, such as contents and what is outside of the markers. */
  readonly placeOf: (start: number, end: number, isUrl: boolean) => DataPlace | null;
  /** The offset of a place in the README; line and column are 1-based. */
  readonly offsetOf: (line: number, column: number) => number;
}

/** Reads where entries and their fields are in a README, to give each place as its data has it. */
export function dataPlaces({ text, lines }: RenderedList, path: string, entries: EntriesOptions): DataPlaces {
  const readme = linesOf(text);
  const written = new Map(
    lines.flatMap((one) => Array.from({ length: one.height }, (_, index) => [one.line + index, one] as const)),
  );
  const read = new Map(
    parse(text, { path, entries, nearestForms: false }).entries.map((entry) => [entry.position.start.line, entry]),
  );
  return {
    offsetOf: readme.offset,
    placeOf(start, end, isUrl) {
      const { line } = readme.point(start);
      const from = written.get(line);
      if (from?.record === null || from?.record === undefined) return null;
      const { record } = from;
      const value =
        from.value === null
          ? valueAt(from, read.get(from.line), { start, end, isUrl })
          : markdownAt(from, from.value, readme);
      if (value === null) return { file: record.file, position: firstLineOf(record) };
      const { found, position } = value;
      const own = record.file.text;
      const [first, last] = [found.position.start.offset, found.position.end.offset];
      const shift = own.slice(first, last).indexOf(text.slice(position.start.offset, position.end.offset));
      const at = first + shift + start - position.start.offset;
      // A value that is written as the data has it has its characters at the same places.
      const isExact =
        shift >= 0 &&
        position.start.offset <= start &&
        end <= position.end.offset &&
        found.position.start.line === found.position.end.line;
      const places = placesIn(record.file);
      return { file: record.file, position: isExact ? places.place(at, at + end - start) : found.position };
    },
  };
}

/** Markdown that is written as the data has it, and where the README has it. */
function markdownAt({ line, height }: RenderedLine, found: DataValue, readme: Lines): FoundValue {
  return { found, position: readme.place(readme.offset(line, 1), readme.offset(line + height, 1)) };
}

interface FoundValue {
  readonly found: DataValue;
  /** Where the README has all of it. */
  readonly position: Position;
}

/** The value that a place of an entry is in, or else one that is in the place; and where the README has the whole value. */
function valueAt({ entry }: RenderedLine, read: Entry | undefined, { start, end, isUrl }: Place): FoundValue | null {
  if (entry === null || !read?.fields) return null;
  const values = Object.entries(read.fields).flatMap(([name, fields]) =>
    fields.flatMap(({ value, position: shown }, index) => {
      const found = entry.data.values.get(name)?.[index];
      if (found === undefined) return [];
      // A target has the place of what is around it.
      const link = read.links.find(({ url, urlPosition: at }) => url === value && isWithin(at, shown));
      return [{ found, position: link?.urlPosition ?? shown, isTarget: link !== undefined }];
    }),
  );
  const around = values.filter(({ position: at }) => at.start.offset <= start && start < at.end.offset);
  const [own] = around.sort((one, other) => lengthOf(one.position) - lengthOf(other.position));
  if (own !== undefined) return own;
  const inside = values.filter(({ position: at }) => start <= at.start.offset && at.end.offset <= end);
  return inside.find(({ isTarget }) => isTarget === isUrl) ?? inside[0] ?? null;
}

/** A stretch of the README; `isUrl` where it is about a URL. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly isUrl: boolean;
}

function isWithin(inner: Position, outer: Position): boolean {
  return outer.start.offset <= inner.start.offset && inner.end.offset <= outer.end.offset;
}

function lengthOf({ start, end }: Position): number {
  return end.offset - start.offset;
}

/** A record from its beginning to the end of that line. */
function firstLineOf({ file, position }: DataRecord): Position {
  const { start, end } = position;
  const lineEnd = file.text.slice(start.offset, end.offset).search(/[\r\n]/);
  return lineEnd < 0 ? position : placesIn(file).place(start.offset, start.offset + lineEnd);
}

const known = new WeakMap<DataFile, Lines>();

/** The lines of a file, found once. */
function placesIn(file: DataFile): Lines {
  const lines = known.get(file) ?? linesOf(file.text);
  known.set(file, lines);
  return lines;
}
