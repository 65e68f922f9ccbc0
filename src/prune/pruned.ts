import type { UpkeepFile } from '../model/upkeep.js';
import type { Ending } from './ended.js';

/** An entry that is pruned, and what is known of it. All text is on one line. */
export interface PrunedEntry {
  /** By which it is found again (`entryKey`). */
  readonly key: string;
  /** The list that it is in, as messages call it. */
  readonly path: string;
  readonly name: string;
  readonly url: string | null;
  /** Titles of the sections around it, from the outside in. */
  readonly section: readonly string[];
  /** 1-based, in the text before. */
  readonly line: number;
  /** Never empty; those of the entry around it, where it goes with that. */
  readonly endings: readonly Ending[];
}

/** An entry that has ended and stays, with the reason in a clause. */
export interface LeftEntry extends PrunedEntry {
  readonly why: string;
}

/** What a run of `prune` would do. */
export interface Pruned {
  readonly files: readonly UpkeepFile[];
  readonly entries: readonly PrunedEntry[];
  readonly left: readonly LeftEntry[];
  /** Sections that have no entries after it, as `README.md: Tools › Editors`. */
  readonly emptied: readonly string[];
  /** Entries that have ended and that a person keeps. */
  readonly kept: readonly PrunedEntry[];
  /** Entries that could go and are over the limit, which wait for the next run. */
  readonly waiting: number;
  /** Title of the section that they move to; null: they are removed. */
  readonly movedTo: string | null;
  /** Sentences for the person who asked. */
  readonly notices: readonly string[];
}
