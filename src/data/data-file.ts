import { UserError } from '../model/errors.js';
import type { Span } from '../model/position.js';

/** A value of a record: its text, and where the file has it. */
export type DataValue = Span;

/** One record of a data file: an entry or a section. */
export interface DataRecord {
  readonly file: DataFile;
  /** Where it begins. */
  readonly position: Span['position'];
  /** The texts of a key, several of a list; empty where it is absent or null. Dots lead into nested records. Throws a UserError for what is no text. */
  values(key: string): readonly DataValue[];
  /** The records of a list in it, empty for null; null where the key is absent. Throws a UserError for anything but a list of records. */
  records(key: string): readonly DataRecord[] | null;
  /** True where the key is there, whatever its value. */
  has(key: string): boolean;
}

/** A data file that was read. */
export interface DataFile {
  /** As messages call it, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** The records of a list, or the one that the file is; `key` leads to the list. Null where there is no such key. */
  records(key: string | null): readonly DataRecord[] | null;
}

/** The most that is read: of one file in UTF-16 units, records in all, records around one, sections within one, values of one key, and aliases. */
export const limits = {
  ...{ text: 25_000_000, records: 200_000, nested: 20 },
  ...{ sections: 5_000, values: 100, aliases: 100 },
} as const;

/** A UserError that names a line of a data file. */
export function faultAt(file: string, line: number, what: string): UserError {
  return new UserError(`${file}:${line}: ${what}`);
}

/** One UserError for several faults, the first few in full. */
export function tooManyFaults(faults: readonly string[]): UserError {
  const rest = faults.length - 5;
  return new UserError(faults.slice(0, 5).join('\n') + (rest > 0 ? `\nand ${rest} more` : ''));
}

/** `data/list.yaml:12`. */
export function recordPlace({ file, position }: DataRecord): string {
  return `${file.path}:${position.start.line}`;
}
