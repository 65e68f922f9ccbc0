import { addTo } from '../../text/group-by.js';
import type { Leniency } from './response.js';

/** The status line and headers of a response, read as browsers read them. */
export interface LenientHead {
  readonly status: number;
  readonly statusText: string;
  /** Names in lower case; bytes as Latin-1. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  /** Where the body begins. */
  readonly bodyAt: number;
  readonly isChunked: boolean;
  /** Bytes of the body; null where it ends with the connection. */
  readonly length: number | null;
  readonly leniencies: readonly Leniency[];
}

/** `more` where the head is not whole yet; a fault for what browsers refuse, too. */
export type LenientHeadResult = LenientHead | 'more' | { readonly fault: string };

/**
 * Reads the head of a response without the strictness of RFC 9112: equal lengths, a length next to chunks (6.3: chunks
 * win), control characters and spaces in headers, and lines that end with LF alone (2.2). Pure and total.
 */
export function readLenientHead(bytes: Buffer): LenientHeadResult {
  const text = bytes.toString('latin1');
  const start = /^(?:\r?\n){0,4}/.exec(text)?.[0].length ?? 0;
  const begin = text.slice(start, start + 5).toUpperCase();
  if (!'HTTP/'.startsWith(begin)) return { fault: 'the response is not HTTP' };
  const end = /\r?\n\r?\n/.exec(text.slice(start));
  if (end === null) return 'more';
  const head = text.slice(start, start + end.index);
  const [first = '', ...rest] = head.split(/\r?\n/);
  const line = /^HTTP\/\d(?:\.\d)?[ \t]+(\d{3})(?:[ \t]+(.*))?$/i.exec(first);
  if (line === null) return { fault: 'the response is not HTTP' };
  if (head.includes('\0')) return { fault: 'a header has a NUL' };
  const leniencies = new Set<Leniency>();
  if (/(?:^|[^\r])\n/.test(head + end[0])) leniencies.add('bare-line-feed');
  const headers = readFields(rest, leniencies);
  const isChunked = valuesOf(headers, 'transfer-encoding').some((value) => /\bchunked\b/i.test(value));
  const lengths = valuesOf(headers, 'content-length').flatMap((value) => value.split(',').map((part) => part.trim()));
  if (isChunked && lengths.length > 0) leniencies.add('length-and-chunked');
  else if (lengths.length > 1) leniencies.add('repeated-content-length');
  if (!isChunked && new Set(lengths).size > 1) return { fault: 'the answer has two different lengths' };
  const [length = ''] = lengths;
  return {
    status: Number(line[1]),
    statusText: line[2]?.trim() ?? '',
    headers,
    bodyAt: start + end.index + end[0].length,
    isChunked,
    length: !isChunked && /^\d{1,15}$/.test(length) ? Number(length) : null,
    leniencies: [...leniencies],
  };
}

function valuesOf(headers: LenientHead['headers'], name: string): readonly string[] {
  const value = headers[name] ?? [];
  return typeof value === 'string' ? [value] : value;
}

function readFields(lines: readonly string[], leniencies: Set<Leniency>): Record<string, string | readonly string[]> {
  const fields = new Map<string, string[]>();
  for (const line of lines) {
    const [, written = '', value = ''] = /^([^:]*):(.*)$/s.exec(line) ?? [];
    const name = written.trim().toLowerCase();
    const isToken = /^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(name);
    if (!isToken || written !== written.trim() || /[\x01-\x08\x0a-\x1f\x7f]/.test(value))
      leniencies.add('header-syntax');
    // A line without a name, and one that continues another, say nothing that is needed here.
    if (isToken && !/^\s/.test(line)) addTo(fields, name, value.trim());
  }
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

/** The data of a chunked body as far as it came; `done` once the last chunk is there (RFC 9112, 7.1). Total. */
export function readChunks(bytes: Buffer): { readonly body: Buffer; readonly done: boolean } {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = bytes.indexOf(10, at);
    const size = /^[ \t]*([0-9a-f]{1,8})[ \t]*(?:;[^\n]*)?\r?$/i.exec(
      bytes.toString('latin1', at, Math.max(at, lineEnd)),
    );
    if (lineEnd < 0 || size === null) return { body: Buffer.concat(parts), done: false };
    const length = Number.parseInt(size[1] ?? '0', 16);
    if (length === 0) return { body: Buffer.concat(parts), done: true };
    const from = lineEnd + 1;
    parts.push(bytes.subarray(from, from + length));
    at = from + length;
    if (at >= bytes.length) return { body: Buffer.concat(parts), done: false };
    if (bytes[at] === 13) at += 1;
    if (bytes[at] === 10) at += 1;
  }
}
