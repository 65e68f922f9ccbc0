import type { Evidence } from '../../model/evidence.js';
import type { Reason } from '../../model/reasons.js';
import type { Redirect } from '../../model/verdict.js';

/** What one request gave: a status with what came after it, or no status at all. */
export type HttpResult = HttpResponse | Failure;

export interface HttpResponse {
  readonly kind: 'answer';
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Decoded text of an HTML or text body, cut at the cap; empty for other types. */
  readonly body: string;
  /** Why the body broke off after the status came; null when it did not. */
  readonly broken: string | null;
  /** True when the body goes on behind what was read. */
  readonly cut?: boolean;
}

/** Why a request has no status; a missing intermediate certificate is looked into before it is a reason. */
export type FailureReason = Reason | 'tls-incomplete';

/** A request without a status. */
export interface Failure {
  readonly kind: 'failure';
  readonly url: string;
  readonly reason: FailureReason;
  /** What the library said, in words. */
  readonly detail: string;
  /** The code of the library's error; empty or left out for none. */
  readonly code?: string;
  /** True when nothing was sent, since others had closed the limiter of the host. */
  readonly unasked?: boolean;
}

/** A reply together with the way to it. */
export interface RequestChain {
  readonly reply: HttpResult;
  /** Hops with their statuses; a meta refresh counts as 200. */
  readonly redirects: readonly Redirect[];
  /** Time spent asking, without waits for limiters and names. */
  readonly durationMs: number;
  /** A chain without its intermediate certificate was accepted. */
  readonly incompleteChain: boolean;
  /** A redirect says that it depends on who asks: on the browser, the language, or cookies. */
  readonly varies?: boolean;
  /** A redirect had bytes that are not UTF-8, so which URL it means is a guess. */
  readonly guessedBytes?: boolean;
  /** What browsers tolerate and a strict client refuses; empty for most servers. */
  readonly leniencies?: readonly Leniency[];
}

/** A fault of a server that browsers tolerate: it is requested once more with that tolerance. */
export type Leniency =
  | 'http2-only'
  | 'legacy-renegotiation'
  | 'repeated-content-length'
  | 'length-and-chunked'
  | 'header-syntax'
  | 'bare-line-feed'
  | 'interim-response';

/** One header's value; several are joined. */
export function headerOf(answer: HttpResponse, name: string): string {
  const value = answer.headers[name];
  return typeof value === 'string' ? value : (value?.join(', ') ?? '');
}

/** What a chain of requests shows: one fact for each hop, one for the end. */
export function requestEvidence(
  { reply, redirects, leniencies = [] }: RequestChain,
  first: string,
): readonly Evidence[] {
  const seen: Evidence[] = [];
  let at = first;
  for (const { status, url } of redirects) {
    seen.push({ kind: 'redirect', url: at, status, to: url });
    at = url;
  }
  if (reply.kind === 'answer') {
    const { status, statusText, broken } = reply;
    seen.push({ kind: 'response', url: at, status, statusText, brokeOff: broken });
  } else seen.push({ kind: 'no-response', url: at, detail: reply.detail });
  // The response stays last: it is what a repeated request is summed up by.
  return [...leniencies.map((fault): Evidence => ({ kind: 'tolerated', fault })), ...seen];
}

/** What the end of a chain shows. */
export function lastEvidence(trail: RequestChain, first: string): Evidence {
  return requestEvidence(trail, first).at(-1) ?? '';
}
