import type { Point, Position } from './place.js';

export type Severity = 'error' | 'warning' | 'info';

/** One replacement, by offsets of the file as it was read. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits that belong together: all are applied or none. */
export interface Fix {
  /** Safe fixes are applied by `--fix`; the others need a look. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** What a rule found, in words a person can act on. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path: string;
  readonly start: Point;
  readonly end: Point;
  readonly url: string | null;
  readonly fix: Fix | null;
  /** Further places of the same cause, when one finding stands for many. */
  readonly places: readonly Position[] | null;
}
