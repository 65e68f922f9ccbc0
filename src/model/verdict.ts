import type { Evidence } from './evidence.js';
import type { Facts } from './facts.js';
import type { Link } from './list.js';
import type { Reason } from './reasons.js';
import type { VerdictName } from './verdict-names.js';

/** One hop of a redirect chain. */
export interface Redirect {
  /** The HTTP status of the redirect. */
  readonly status: number;
  /** The URL that the hop leads to. */
  readonly url: string;
}

/** The result for one distinct URL, with its evidence: facts, or sentences once it is reported. */
export interface Verdict<E extends Evidence = Evidence> {
  /** As written in the list. */
  readonly url: string;
  readonly verdict: VerdictName;
  /** A stable kebab-case word (`http-404`, `dns`, `soft-404`, …; docs/links.md explains each); null for a plain `alive`. */
  readonly reason: Reason | null;
  /** HTTP status of the last response; null if there was none, or if an API was used. */
  readonly status: number | null;
  /** Where the redirects end, with the fragment of `url`; null if that is the same URL. */
  readonly finalUrl: string | null;
  /** In the order in which they were followed. */
  readonly redirects: readonly Redirect[];
  /** Stable kebab-case words besides the reason, such as `archived` or `temporary-redirect`. */
  readonly notes: readonly string[];
  /** How it was checked: `http`, `file`, `syntax`, `ledger`, `none`, or the name of a site with its own API. */
  readonly probe: string;
  /** Oldest first; never empty. */
  readonly evidence: readonly E[];
  /** True if the result is from the ledger, without a request. */
  readonly cached: boolean;
  /** When the current series of failures began, according to the ledger; ISO 8601, UTC. */
  readonly firstFailedAt: string | null;
  /** Number of failures in a row, this run included. */
  readonly failures: number;
  /** A URL to use instead; null for none. */
  readonly suggestion: string | null;
  /** Milliseconds of the last request, redirects included; 0 where none was made. */
  readonly durationMs: number;
  /** What a service reports about the repository or package; null if none was requested, or if it reported nothing. */
  readonly facts: Facts | null;
}

/** A link of one list together with its verdict. */
export interface JudgedLink {
  readonly link: Link;
  readonly verdict: Verdict;
}
