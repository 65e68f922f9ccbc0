import type { Evidence } from '../../model/evidence.js';
import type { FactDetail, Facts } from '../../model/facts.js';
import type { Reason } from '../../model/reasons.js';
import type { LinkSettings } from '../../model/settings.js';
import type { VerdictName } from '../../model/verdict-names.js';
import type { HttpResponse, HttpResult, RequestChain } from '../http/response.js';

/** A service that can say more of its addresses than its web pages do. One file each, all of this shape. */
export interface Site {
  /** The name that reports give as the `probe`: `github`, `npm`, `doi` … */
  readonly name: string;
  /** How many targets one `ask` takes at most; 1 where the service has no batches. */
  readonly batch: number;
  /** True for an address that it can answer for. Pure and quick: every link is shown to every site. */
  claims(url: URL): boolean;
  /**
   * Asks the service. The words are by `SiteTarget.key`; a target without a word is requested as an ordinary page,
   * so an adapter stays silent wherever the service did not answer in its own form. Never throws.
   */
  ask(targets: readonly SiteTarget[], api: SiteApi): Promise<ReadonlyMap<string, SiteResult>>;
  /** True for the URL of something that it has facts about, where it can be used. Default: it has none. */
  describes?(url: URL, services: Pick<LinkSettings['services'], 'githubToken'>): boolean;
  /** The page of an address as its API gives it, to look for fragments in where the page itself cannot be had; null for none. */
  page?(url: URL, api: SiteApi): Promise<HttpResponse | null>;
}

/** One address that a site claims. */
export interface SiteTarget {
  /** Normal form without fragment: the key of its word. */
  readonly key: string;
  readonly url: URL;
  /** Fragments that links to it carry, without `#`, as written; most have none. */
  readonly fragments: readonly string[];
  /** The id that the host gave it when it was last seen alive; null when it was not. */
  readonly hostId: string | null;
}

/** What a site says of one address. */
export interface SiteResult {
  readonly verdict: Exclude<VerdictName, 'skipped'>;
  /** A word of the contract; null for a plain `alive`. */
  readonly reason: Reason | null;
  /** Stable words such as `archived`; empty when there is nothing to note. */
  readonly notes: readonly string[];
  /** Where it is now, for what was renamed; null otherwise. */
  readonly finalUrl: string | null;
  /** The id that the host gives it and that outlives renames; null where it has none. */
  readonly hostId: string | null;
  /** What the service said. */
  readonly evidence: Evidence;
  /** What it reports of something that exists; null for nothing. */
  readonly facts: Facts | null;
}

/** How an adapter asks. Every request goes through the guard, the limiter of its host, `--connect-to` and the limit of the run. */
export interface SiteApi {
  /** One request, retried while it fails temporarily; a redirect is followed for GET only. Never throws. */
  ask(request: ApiRequest): Promise<HttpResult>;
  /** An ordinary page, redirects followed as for any link. Never throws. */
  page(url: string): Promise<RequestChain>;
  readonly services: Services;
  /** Facts to read although they cost more calls. */
  readonly details: ReadonlySet<FactDetail>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface ApiRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly accept?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Names the service whose token goes along; it is sent to that service's exact origin only. */
  readonly token?: 'github';
  /** Tries after the first one; the default is that of the run. */
  readonly retries?: number;
}

/** Where the services are, and whether we may ask them by name. */
export interface Services {
  readonly github: {
    /** Null without a token: then its pages are checked instead. */
    readonly graphql: string | null;
    /** Base of the REST API, without a slash at the end. */
    readonly rest: string;
  };
  /** The registry for a package's scope (`@scope`, or null for none), from the user's npm configuration; ends with a slash. */
  readonly npmRegistry: (scope: string | null) => Promise<string | null>;
}

/** The word for an address that is as it should be. */
export function alive(
  evidence: Evidence,
  more: Partial<Pick<SiteResult, 'notes' | 'hostId' | 'finalUrl' | 'facts'>> = {},
): SiteResult {
  return { verdict: 'alive', reason: null, notes: [], finalUrl: null, hostId: null, facts: null, ...more, evidence };
}

/** The word for an address whose service says that there is no such thing. */
export function missing(reason: Reason, evidence: Evidence): SiteResult {
  return { verdict: 'broken', reason, notes: [], finalUrl: null, hostId: null, evidence, facts: null };
}

/** The word for a thing that its host knows under another address now. */
export function renamed(
  finalUrl: string,
  evidence: Evidence,
  more: Partial<Pick<SiteResult, 'notes' | 'hostId' | 'facts'>> = {},
): SiteResult {
  return { verdict: 'moved', reason: 'renamed', notes: [], hostId: null, facts: null, ...more, finalUrl, evidence };
}

/** The word where the service answers and yet does not say. */
export function unsure(
  verdict: 'suspect' | 'unreachable' | 'unverifiable',
  reason: Reason,
  evidence: Evidence,
): SiteResult {
  return { verdict, reason, notes: [], finalUrl: null, hostId: null, evidence, facts: null };
}

/**
 * The JSON of an answer; null where the body is none. A 404 whose body is an HTML page did not come from an API,
 * so adapters call a thing missing only where this gives something or the body is a short plain sentence.
 */
export function jsonOf(reply: HttpResult): unknown {
  if (reply.kind !== 'answer') return null;
  try {
    return JSON.parse(reply.body);
  } catch {
    return null;
  }
}

/** True for a 404 or 410 in the form of an API: JSON, or a short text that is no page. */
export function saysMissing(reply: HttpResult): boolean {
  if (reply.kind !== 'answer' || (reply.status !== 404 && reply.status !== 410)) return false;
  return jsonOf(reply) !== null || (reply.body.length < 300 && !/<(?:!doctype|html|body|title)\b/i.test(reply.body));
}
