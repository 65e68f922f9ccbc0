import type { Finding } from './finding.js';
import type { PresetName } from './rule.js';
import type { Verdict } from './verdict.js';

/** Where a URL stands; line and column are 1-based. */
export interface Occurrence {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** The entry's name. */
  readonly entry: string | null;
}

/** One row for each distinct URL. */
export interface ReportLink extends Verdict {
  readonly occurrences: readonly Occurrence[];
}

export interface LinkStats {
  /** Occurrences in the files. */
  readonly total: number;
  /** Distinct URLs: the sum of the verdicts below. */
  readonly unique: number;
  readonly alive: number;
  readonly moved: number;
  readonly broken: number;
  readonly suspect: number;
  readonly unreachable: number;
  readonly unverifiable: number;
  readonly skipped: number;
}

/** A section or a tier with the offsets of what it holds, other sections and tiers included. */
export interface OutlineItem {
  readonly kind: 'section' | 'tier';
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** How many entries stand in it, nested ones counted. */
  readonly entries: number;
}

/** What a report shows of a list beside its findings. */
export interface ReportedList {
  readonly path: string;
  readonly text: string;
  readonly preset: PresetName;
  /** True when the preset was told from the list, not given. */
  readonly told: boolean;
  readonly sections: number;
  readonly tiers: number;
  readonly entries: number;
  /** Sections and tiers in document order, a section before what it holds. */
  readonly outline: readonly OutlineItem[];
}

/** All that a run found; what `--reporter json` prints. */
export interface Report {
  readonly version: 1;
  readonly tool: { readonly name: 'listwright'; readonly version: string };
  readonly run: {
    readonly command: 'check' | 'lint' | 'links';
    /** ISO 8601, UTC. */
    readonly startedAt: string;
    readonly durationMs: number;
    /** `ci` or `local`: data centres see another internet. */
    readonly vantage: 'ci' | 'local';
    readonly shard: string | null;
    readonly interrupted: boolean;
  };
  readonly stats: {
    readonly files: number;
    readonly sections: number;
    readonly tiers: number;
    readonly entries: number;
    readonly links: LinkStats;
    readonly findings: {
      readonly error: number;
      readonly warning: number;
      readonly info: number;
      readonly suppressed: number;
    };
  };
  /** By path, then position. */
  readonly findings: readonly Finding[];
  /** By URL. */
  readonly links: readonly ReportLink[];
}
