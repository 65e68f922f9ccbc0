import type { Evidence } from './evidence.js';
import type { ReportException } from './exception.js';
import type { Finding } from './finding.js';
import type { ReportPullRequest } from './pull-request.js';
import type { PresetName } from './rule.js';
import type { PresetReason } from './settings.js';
import type { Verdict } from './verdict.js';

/** Where a URL is; line and column are 1-based. */
export interface Occurrence {
  /** The path of the list, as in findings. */
  readonly path: string;
  readonly line: number;
  /** In UTF-16 units. */
  readonly column: number;
  /** The name of the entry that the link is in; null outside of entries. */
  readonly entry: string | null;
}

/** The verdict for one distinct URL, with the places where it occurs. */
export interface ReportLink<E extends Evidence = Evidence> extends Verdict<E> {
  /** In the order of the lists; empty for URLs that were passed directly. */
  readonly occurrences: readonly Occurrence[];
}

/** Number of links, in total and by verdict. */
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

/** What a report shows of a list next to its findings. */
export interface ReportedList {
  readonly path: string;
  readonly text: string;
  readonly preset: PresetName;
  /** Why the list got this preset; null where it was named. */
  readonly detected: PresetReason | null;
  readonly sections: number;
  readonly tiers: number;
  readonly entries: number;
  /** Sections and tiers in document order, a section before what it holds. */
  readonly outline: readonly OutlineItem[];
}

/** Everything that a run found. With evidence as sentences, it is what `--reporter json` prints and `schema/report.schema.json` describes. */
export interface Report<E extends Evidence = Evidence> {
  /** The version of this format, not of the tool. */
  readonly version: 1;
  readonly tool: { readonly name: 'listwright'; readonly version: string };
  /** How the run was started. */
  readonly run: {
    readonly command: 'check' | 'lint' | 'links';
    /** ISO 8601, UTC. */
    readonly startedAt: string;
    readonly durationMs: number;
    /** `ci` or `local`: some sites respond differently to data centers. */
    readonly vantage: 'ci' | 'local';
    /** `i/n`; null for the whole run. */
    readonly shard: string | null;
    /** True if it ended early; the results so far are valid. */
    readonly interrupted: boolean;
    /** Rules about verdicts that are off for all lists; omitted if there are none. */
    readonly off?: readonly string[] | undefined;
  };
  /** Counts. */
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
      /** Suppressed by comments in the lists. */
      readonly suppressed: number;
    };
  };
  /** By path, then position. */
  readonly findings: readonly Finding[];
  /** By URL. */
  readonly links: readonly ReportLink<E>[];
  /** What is accepted, why, and whether the exception is needed: `except`, `exclude` and `accept` of the configuration, then comments. */
  readonly exceptions: readonly ReportException[];
  /** What is reported about a pull request besides findings; null if the configuration has no requirements for one. */
  readonly pullRequest: ReportPullRequest | null;
}
