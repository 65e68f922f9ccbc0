import type { Socket } from 'node:net';
import { requestPath } from '../../url/request-path.js';
import { type BodyTop, readBodyTop } from './body-sink.js';
import { decodeBody } from './charset.js';
import { failureOf } from './error-codes.js';
import { type LenientHead, readChunks, readLenientHead } from './lenient-response.js';
import { isText, statusTextOf, usualCap } from './request.js';
import type { HttpResult, Leniency } from './response.js';

/** One request whose response is read leniently. */
export interface LenientRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds for all of it. */
  readonly timeout: number;
  readonly signal: AbortSignal;
  /** Decoded bytes of the body that are read. */
  readonly cap?: number | undefined;
  /** Opens a connection, guarded as that of every other request. */
  readonly connect: () => Promise<Socket>;
}

/** What a lenient request gave, and which tolerance it needed. */
export interface LenientResult {
  readonly reply: HttpResult;
  readonly leniencies: readonly Leniency[];
}

const largestHead = 65_536;

const unread: BodyTop = { bytes: new Uint8Array(), cut: true };

/** Requests a URL again over a connection of its own, and reads the response as browsers would. Never throws. */
export async function probeLeniently(request: LenientRequest): Promise<LenientResult> {
  const { cap = usualCap } = request;
  const url = request.url.href;
  const deadline = AbortSignal.timeout(Math.max(1, Math.round(request.timeout)));
  const stop = AbortSignal.any([request.signal, deadline]);
  try {
    const { head, bytes, broken, leniencies } = await read(request, cap, stop);
    const { status, headers } = head;
    const isRedirect = status >= 300 && status < 400 && status !== 304;
    const whole = bytes.subarray(head.bodyAt);
    const body = head.isChunked ? readChunks(whole).body : whole.subarray(0, head.length ?? whole.length);
    const type = String(headers['content-type'] ?? '');
    const isRead = !isRedirect && isText(type);
    const top = isRead ? await readBodyTop(body, headers, cap).catch(() => unread) : { ...unread, cut: false };
    const statusText = head.statusText || statusTextOf(status);
    const reply = {
      kind: 'answer',
      url,
      status,
      statusText,
      headers,
      body: decodeBody(top.bytes, type),
      broken,
    } as const;
    const named: readonly Leniency[] = leniencies.length > 0 ? leniencies : ['header-syntax'];
    return { reply: top.cut ? { ...reply, cut: true } : reply, leniencies: named };
  } catch (error) {
    return { reply: failureOf(error, url, deadline.aborted), leniencies: [] };
  }
}

interface Received {
  readonly head: LenientHead;
  readonly bytes: Buffer;
  /** What came before it and in it that a strict parser refuses. */
  readonly leniencies: readonly Leniency[];
  /** Why the body broke off; null when it did not. */
  readonly broken: string | null;
}

/** Sends the request, and reads until the response is whole, is long enough, or the time is over. */
async function read({ url, headers, connect }: LenientRequest, cap: number, stop: AbortSignal): Promise<Received> {
  const socket = await connect();
  return new Promise((resolve, reject) => {
    let bytes: Buffer = Buffer.alloc(0);
    let head: LenientHead | null = null;
    const seen = new Set<Leniency>();
    const close = (): void => {
      stop.removeEventListener('abort', timeOut);
      socket.destroy();
    };
    const end = (broken: string | null): void => {
      close();
      if (head !== null) resolve({ head, bytes, broken, leniencies: [...seen, ...head.leniencies] });
      else reject(Object.assign(new Error('the connection was closed'), { code: 'ECONNRESET' }));
    };
    const refuse = (code: string, why: string): void => {
      close();
      reject(Object.assign(new Error(why), { code }));
    };
    const timeOut = (): void => {
      if (head !== null) end('no response in time');
      else refuse('TIMEOUT', 'no response in time');
    };
    stop.addEventListener('abort', timeOut, { once: true });
    socket.on('error', (error) => {
      if (head !== null) end('the connection was closed');
      else {
        close();
        reject(error);
      }
    });
    socket.on('end', () => end(head !== null && !isWhole(head, bytes) ? 'the connection was closed' : null));
    socket.on('close', () => end(null));
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      while (head === null) {
        const found = readLenientHead(bytes);
        if (found === 'more') {
          if (bytes.length > largestHead) refuse('HPE_HEADER_OVERFLOW', 'the headers are too large');
          return;
        }
        if ('fault' in found) {
          refuse('HPE_INVALID', found.fault);
          return;
        }
        // An interim response comes before the one that counts (RFC 9110, 15.2).
        if (found.status >= 100 && found.status < 200) {
          bytes = bytes.subarray(found.bodyAt);
          seen.add('interim-response');
        } else head = found;
      }
      const length = bytes.length - head.bodyAt;
      const isEmpty = head.status === 204 || (head.status >= 300 && head.status < 400);
      if (isEmpty || length >= cap * 2 || isWhole(head, bytes)) end(null);
    });
    if (stop.aborted) timeOut();
    else socket.write(requestText(url, headers));
  });
}

function isWhole(head: LenientHead, bytes: Buffer): boolean {
  const body = bytes.subarray(head.bodyAt);
  if (head.length !== null) return body.length >= head.length;
  // Read in full only when it may be the end: each piece would make it quadratic otherwise.
  return head.isChunked && /(?:^|\n)0+[ \t]*\r?\n/.test(body.subarray(-64).toString('latin1')) && readChunks(body).done;
}

function requestText(url: URL, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers)
    .filter(([, value]) => !/[\r\n\0]/.test(value))
    .map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${requestPath(url)} HTTP/1.1\r\nhost: ${url.host}\r\n${lines.join('')}connection: close\r\n\r\n`;
}
