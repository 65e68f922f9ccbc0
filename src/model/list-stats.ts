import type { VerdictName } from './verdict-names.js';

/** How many links have each verdict. */
export type VerdictCounts = Readonly<Record<VerdictName, number>>;

/** What one month did to a list. */
export interface MonthStats {
  /** `2026-01`. */
  readonly month: string;
  /** Entries with a web link at its end, those with the same link once. */
  readonly entries: number;
  readonly added: number;
  readonly removed: number;
}

/** How many entries are of some age. */
export interface AgeStats {
  /** `1 to 2 years`. */
  readonly label: string;
  readonly entries: number;
}

/** Links with trouble at some time. */
export interface TroubleStats {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly broken: number;
  /** Null where only the present is known. */
  readonly moved: number | null;
}

/** The health of the entries directly in a section. */
export interface SectionStats {
  /** From the outside in. */
  readonly titles: readonly string[];
  readonly entries: number;
  /** Entries whose links were checked, by verdict. */
  readonly verdicts: VerdictCounts;
}

/** What git and a ledger know about a list. */
export interface ListStats {
  readonly path: string;
  readonly title: string | null;
  readonly entries: number;
  /** Null where git does not have the list. */
  readonly history: {
    /** The oldest commit that was read, ISO 8601, UTC; null for none. */
    readonly from: string | null;
    readonly shallow: boolean;
    readonly truncated: boolean;
    /** Each month from the first to the present. */
    readonly months: readonly MonthStats[];
    /** Youngest first. */
    readonly ages: readonly AgeStats[];
    /** Of the entries with a date; null where none has one. */
    readonly medianDays: number | null;
    /** Entries without a date. */
    readonly undated: number;
  } | null;
  /** Null where no ledger was read. */
  readonly health: {
    readonly verdicts: VerdictCounts;
    /** Entries without a verdict. */
    readonly unchecked: number;
    /** Oldest first: from the history of the ledger where git has it, else when the links that are broken now began to fail. */
    readonly trouble: readonly TroubleStats[];
    /** In the order of the list. */
    readonly sections: readonly SectionStats[];
  } | null;
}
