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

/** Why no status came. `reason` is a word of the contract. */
export interface Failure {
  readonly kind: 'failure';
  readonly url: string;
  readonly reason: string;
  /** What the library said, in words. */
  readonly detail: string;
  /** True when nothing was sent, since others had closed the limiter of the host. */
  readonly unasked?: boolean;
}

/** A reply together with the way to it. */
export interface RequestChain {
  readonly reply: HttpResult;
  /** Hops with their statuses; a meta refresh counts as 200. */
  readonly redirects: readonly Redirect[];
  /** Time spent asking, without waits for gates and names. */
  readonly durationMs: number;
  /** A chain without its intermediate certificate was accepted. */
  readonly incompleteChain: boolean;
}

/** One header's value; several are joined. */
export function headerOf(answer: HttpResponse, name: string): string {
  const value = answer.headers[name];
  return typeof value === 'string' ? value : (value?.join(', ') ?? '');
}

/** Text in which no URL has a user name and a password, for reports. */
export function withoutSecrets(text: string): string {
  return !text.includes('@') ? text : text.replace(/\b(https?:\/\/)[^\s/?#]*@/gi, '$1');
}

/** A trail in sentences: one for each hop, one for the end. */
export function sentences({ reply, redirects }: RequestChain, first: string): readonly string[] {
  const lines: string[] = [];
  let at = first;
  for (const { status, url } of redirects) {
    lines.push(evidenceLine(`GET ${at} -> ${status} to ${url}`));
    at = url;
  }
  if (reply.kind === 'answer') {
    const text = reply.statusText === '' ? '' : ` (${reply.statusText})`;
    lines.push(
      evidenceLine(`GET ${at} -> ${reply.status}${text}${reply.broken === null ? '' : `, then ${reply.broken}`}`),
    );
  } else lines.push(evidenceLine(`GET ${at} -> ${reply.detail}`));
  return lines;
}

/** Text from outside on one line of at most 200 characters, without controls and marks that turn the direction of text. */
export function evidenceLine(text: string): string {
  const clean = withoutSecrets(text)
    .replace(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/g, ' ')
    .trim();
  return clean.length > 200 ? `${clean.slice(0, 199)}…` : clean;
}
