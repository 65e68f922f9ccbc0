import type { Link } from './list.js';

/** What the checker says of an address. */
export type VerdictName = 'alive' | 'moved' | 'broken' | 'suspect' | 'unreachable' | 'unverifiable' | 'skipped';

/** All verdicts, worst first: the order in which reports show them. */
export const verdictNames: readonly VerdictName[] = [
  'broken',
  'suspect',
  'moved',
  'unreachable',
  'unverifiable',
  'skipped',
  'alive',
];

/** One hop of a redirect chain. */
export interface Redirect {
  readonly status: number;
  /** Where the hop leads. */
  readonly url: string;
}

/** What is known of one distinct URL, with the evidence for it. */
export interface Verdict {
  /** As written in the list. */
  readonly url: string;
  readonly verdict: VerdictName;
  /** A stable kebab-case word; null for a plain `alive`. */
  readonly reason: string | null;
  readonly status: number | null;
  readonly finalUrl: string | null;
  readonly redirects: readonly Redirect[];
  readonly notes: readonly string[];
  /** What was asked: `http`, `file`, `syntax`, `ledger`, `none`, or the name of a site's adapter. */
  readonly probe: string;
  /** Sentences, oldest first; never empty. */
  readonly evidence: readonly string[];
  readonly cached: boolean;
  /** ISO 8601, UTC. */
  readonly firstFailedAt: string | null;
  /** How often in a row it failed, this run included. */
  readonly failures: number;
  /** An address to write instead. */
  readonly suggestion: string | null;
  readonly durationMs: number;
}

/** A link of one list together with its verdict. */
export interface JudgedLink {
  readonly link: Link;
  readonly verdict: Verdict;
}
