import { EventEmitter } from 'node:events';
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { decodeBody } from './charset.js';
import { failureOf } from './error-codes.js';
import type { HttpResult } from './response.js';

/** Decoded bytes of a body that are read where no one asks for more; what shows that a page is bot protection, a login or another site is at its top. */
export const usualCap = 131_072;

/** One request. */
export interface ProbeRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds until the request is given up, however its body drips. */
  readonly timeout: number;
  readonly dispatcher: Dispatcher;
  /** Ends the request when the run is interrupted. */
  readonly signal: AbortSignal;
  /** Decoded bytes of the body that are read. */
  readonly cap?: number;
  /** Sent by POST; without it the request is a GET. */
  readonly json?: string;
}

type Request = typeof import('./undici.js').request;

/** Makes one request and reads at most the top of its body. Never throws: no link can make the checker throw. */
export async function probe(
  request: Request,
  { url: target, headers, timeout, dispatcher, signal, json, cap = usualCap }: ProbeRequest,
): Promise<HttpResult> {
  const url = target.href;
  // undici takes an emitter for a signal, which costs a tenth of an AbortSignal.
  const abort = new EventEmitter();
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    abort.emit('abort');
  }, timeout);
  const interrupts = interruptsOf(signal);
  interrupts.add(abort);
  try {
    const response = await request(
      target,
      json === undefined
        ? { method: 'GET', headers, dispatcher, signal: abort }
        : { method: 'POST', body: json, headers, dispatcher, signal: abort },
    );
    const {
      statusCode: status,
      statusText = '',
      headers: got,
      body,
    } = response as typeof response & { statusText?: string };
    // A body that never ends, and one that breaks off, come after the status: the status counts.
    let top = { text: '', cut: false };
    let broken: string | null = null;
    if (status >= 300 && status < 400 && status !== 304) body.on('error', () => {}).destroy();
    else {
      try {
        top = await readTop(body, got, cap);
      } catch (error) {
        broken = failureOf(error, url, timedOut).detail;
      }
    }
    return {
      kind: 'answer',
      url,
      status,
      statusText: statusText || statusTextOf(status),
      headers: got,
      body: top.text,
      broken,
      ...(top.cut ? { cut: true } : {}),
    };
  } catch (error) {
    return failureOf(error, url, timedOut);
  } finally {
    clearTimeout(timer);
    interrupts.delete(abort);
  }
}

const listening = new WeakMap<AbortSignal, Set<EventEmitter>>();

/** The requests in flight that an interrupt ends; one listener serves them all. */
function interruptsOf(signal: AbortSignal): Set<EventEmitter> {
  const known = listening.get(signal);
  if (known !== undefined) return known;
  const set = new Set<EventEmitter>();
  listening.set(signal, set);
  signal.addEventListener('abort', () => {
    for (const abort of set) abort.emit('abort');
  });
  return set;
}

interface Top {
  readonly text: string;
  readonly cut: boolean;
}

/** The top of a text body, decoded; other bodies are let go at once. */
export async function readTop(
  body: Readable & Partial<Pick<Dispatcher.ResponseData['body'], 'arrayBuffer'>>,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  cap: number,
): Promise<Top> {
  const type = String(headers['content-type'] ?? '');
  const encoding = String(headers['content-encoding'] ?? '');
  body.on('error', () => {});
  if (type !== '' && !/text\/|html|xml|json/i.test(type)) {
    body.destroy();
    return { text: '', cut: false };
  }
  // A short page whose length is known needs no watching.
  if (body.arrayBuffer !== undefined && encoding === '' && Number(headers['content-length'] ?? Number.NaN) <= cap)
    return { text: decodeBody(new Uint8Array(await body.arrayBuffer()), type), cut: false };
  const decoder = decoderOf(encoding);
  const source = decoder === null ? body : body.pipe(decoder);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const end = (): void =>
      resolve({
        text: decodeBody(Buffer.concat(chunks).subarray(0, cap), type),
        cut: length >= cap,
      });
    source.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length < cap) return;
      decoder?.destroy();
      body.destroy();
      end();
    });
    source.on('end', end);
    source.on('error', reject);
    if (decoder !== null) body.on('error', reject);
  });
}

/** One layer of compression is taken off; more would be a bomb or a mistake. */
function decoderOf(encoding: string): Transform | null {
  switch (encoding.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      return null;
  }
}

/** The usual name of a status; empty for one that is seldom seen. */
export function statusTextOf(status: number): string {
  return names[status] ?? '';
}

/** Names of the statuses that evidence mentions, for servers that send none (RFC 9110, section 15). */
const names: Readonly<Record<number, string>> = {
  200: 'OK',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  410: 'Gone',
  429: 'Too Many Requests',
  451: 'Unavailable For Legal Reasons',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};
