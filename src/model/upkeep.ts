import type { FactDetail } from './facts.js';

/** Names that exceptions use in place of a rule: `prune` keeps an entry, `refresh` does not rewrite it. */
export const upkeepNames = ['prune', 'refresh'] as const;

/** Which entries `prune` removes or moves. */
export interface PruneSettings {
  /** Entries whose main link is broken, and has been for as long as `deadAfter` says. */
  readonly broken: boolean;
  /** Weeks for which an entry has been reported as archived; 0 for at once; null: archived entries stay. */
  readonly archived: number | null;
  /** Days since the last push to the repository; null: silent entries stay. */
  readonly silent: number | null;
  /** Weeks for which other rules have reported an entry, by rule. */
  readonly rules: ReadonlyMap<string, number>;
  /** Title of the section that entries are moved to; null: they are removed. */
  readonly moveTo: string | null;
  /** Path of the file that records what was removed, from the folder of the configuration, with forward slashes; null for none. */
  readonly record: string | null;
  /** Maximum number of entries per run. */
  readonly limit: number;
  /** Days for which an entry is kept after someone unchecks it in a pull request. */
  readonly keepDays: number;
}

/** Facts that a list may show. */
export const shownFacts = [
  'stars',
  'forks',
  'downloads',
  'pushed',
  'released',
  'version',
  'license',
  'archived',
] as const;

/** A fact that a list shows. */
export type ShownFact = (typeof shownFacts)[number];

/** What a fact that a list shows costs besides what services say anyway. */
export const detailsOfShown: Readonly<Record<ShownFact, readonly FactDetail[]>> = {
  stars: [],
  forks: [],
  downloads: ['packages'],
  pushed: [],
  released: ['tags', 'packages'],
  version: ['tags', 'packages'],
  license: ['packages'],
  archived: [],
};

/** How `refresh` updates a field of entries. */
export interface RefreshField {
  /** The field of the format of entries. */
  readonly field: string;
  readonly fact: ShownFact;
  /** The least change that counts: percent for counts, days for dates; 0 for any. */
  readonly change: number;
}

/** Milliseconds for which a result of the ledger counts: 14 days. */
export const evidenceAge = 14 * 86_400_000;

/** A file and its text after the change; `before` is null for a file that is new. */
export interface UpkeepFile {
  /** Absolute. */
  readonly file: string;
  /** As messages call it. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
}
