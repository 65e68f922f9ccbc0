import type { DataRecord, DataValue } from './data-file.js';
import type { DataEntry } from './data-section.js';

/** Lines that were written from a record. */
export interface RenderedLine {
  /** 1-based, of the README. */
  readonly line: number;
  /** How many lines. */
  readonly height: number;
  /** Null for a heading that no record is about. */
  readonly record: DataRecord | null;
  /** Null for what is not an entry. */
  readonly entry: RenderedEntry | null;
  /** The title of a heading, and its level; null for what is none. */
  readonly heading: { readonly title: string; readonly depth: number } | null;
  /** Markdown that is written as the data has it; null for entries and plain headings. */
  readonly value: DataValue | null;
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
