import type { Link } from './list.js';

/** A value that JSON can represent. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A response that a plugin receives. */
export interface PrefetchResponse {
  readonly status: number;
  /** At most 4 MB of text. */
  readonly body: string;
}

/**
 * How a plugin sends requests: with the same protection, limits, proxy, `connectTo` and `cacert` as link checks. Private addresses are refused,
 * no token is sent, and a host is requested no faster than for links.
 */
export interface PrefetchClient {
  /** Sends one request, follows redirects, and retries temporary failures. Null if there was no response or the URL is refused. Never throws. */
  get(url: string, headers?: Readonly<Record<string, string>>): Promise<PrefetchResponse | null>;
  /** The time of the run, in epoch milliseconds. */
  readonly now: number;
  /** Aborted when the run is interrupted. */
  readonly signal: AbortSignal;
}

/** Data that a plugin reads from a service before its rules run. */
export interface Prefetch {
  /** A kebab-case name for its results in the ledger. Change it if the format of the results changes. */
  readonly id: string;
  /** Days for which a result is reused. Default: 7. */
  readonly days?: number;
  /** Maximum number of keys in one call of `fetch`. Default: 50. */
  readonly batch?: number;
  /** The name that the service uses for a link, such as the path of a module. Links with the same key share a result. Null for other links. */
  key(link: Link): string | null;
  /**
   * Requests the results of some keys, each at most 10,000 characters of JSON. A key that is missing from
   * the result is requested again in the next run. If it throws, or takes longer than two minutes, it is reported like a rule that throws.
   */
  fetch(keys: readonly string[], client: PrefetchClient): Promise<ReadonlyMap<string, JsonValue>>;
}

/** A result with its date. */
export interface PrefetchedValue {
  /** ISO 8601, UTC. */
  readonly readAt: string;
  readonly value: JsonValue;
}

/** The most prefetches of one configuration, and results that the ledger keeps about one URL. */
export const mostPrefetches = 10;

/** The most characters that a result has as JSON. */
export const longestValue = 10_000;
