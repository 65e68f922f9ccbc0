import type { Evidence } from './evidence.js';
import type { Facts } from './facts.js';
import type { Link } from './list.js';
import type { Reason } from './reasons.js';
import type { VerdictName } from './verdict-names.js';

/** One hop of a redirect chain. */
export interface Redirect {
  /** The HTTP status of the answer that sent on. */
  readonly status: number;
  /** Where the hop leads. */
  readonly url: string;
}

/** What is known of one distinct URL, with the evidence for it: facts, or sentences once it is reported. */
export interface Verdict<E extends Evidence = Evidence> {
  /** As written in the list. */
  readonly url: string;
  readonly verdict: VerdictName;
  /** A stable kebab-case word (`http-404`, `dns`, `soft-404`, …; docs/links.md explains each); null for a plain `alive`. */
  readonly reason: Reason | null;
  /** HTTP status of the last answer; null where there was none, or an API was asked. */
  readonly status: number | null;
  /** Where the redirects end, with the fragment of `url`; null where they lead nowhere else. */
  readonly finalUrl: string | null;
  /** In the order in which they were followed. */
  readonly redirects: readonly Redirect[];
  /** Stable kebab-case words that are no reason, like `archived` or `temporary-redirect`. */
  readonly notes: readonly string[];
  /** What was asked: `http`, `file`, `syntax`, `ledger`, `none`, or the name of a site's adapter. */
  readonly probe: string;
  /** Oldest first; never empty. */
  readonly evidence: readonly E[];
  /** True when the ledger vouched for it, and nothing was asked. */
  readonly cached: boolean;
  /** When the failures in a row began, as the ledger knows it; ISO 8601, UTC. */
  readonly firstFailedAt: string | null;
  /** How often in a row it failed, this run included. */
  readonly failures: number;
  /** An address to write instead; null for none. */
  readonly suggestion: string | null;
  /** Milliseconds of the last request, redirects included; 0 where none was made. */
  readonly durationMs: number;
  /** What a service says of the repository or package; null where none was asked, or it did not say. */
  readonly facts: Facts | null;
}

/** A link of one list together with its verdict. */
export interface JudgedLink {
  readonly link: Link;
  readonly verdict: Verdict;
}
