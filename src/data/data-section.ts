import type { DataRecord, DataValue } from './data-file.js';

/** An entry as data has it. */
export interface DataEntry {
  readonly kind: 'entry';
  readonly record: DataRecord;
  /** By field; those without a value are left out. */
  readonly values: ReadonlyMap<string, readonly DataValue[]>;
  /** True for a field whose values are Markdown. */
  readonly isMarkdown: (field: string) => boolean;
  /** What is nested in its item. */
  readonly nested: readonly DataItem[];
}

/** Markdown that is not an entry: a block, an item or a row, or the first two lines of a table. */
export interface DataMarkdown {
  readonly kind: 'block' | 'item' | 'table';
  readonly record: DataRecord;
  readonly value: DataValue;
  /** What is nested in an item. */
  readonly nested: readonly DataItem[];
}

/** What a section consists of. */
export type DataItem = DataEntry | DataMarkdown;

/** A section with what is in it; entries are sorted. */
export interface DataSection {
  readonly title: string;
  /** Null for a section that is only named by those below it. */
  readonly record: DataRecord | null;
  /** Its heading as Markdown; null for `#` signs and the title. */
  readonly heading: DataValue | null;
  /** Markdown below the heading; null for none. */
  readonly description: DataValue | null;
  readonly items: DataItem[];
  readonly sections: DataSection[];
}
