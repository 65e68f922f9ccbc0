import type { Dispatcher } from 'undici';
import { requestPath } from '../../url/request-path.js';
import { createBodySink } from './body-sink.js';
import { decodeBody } from './charset.js';
import type { Connections } from './connections.js';
import { failureOf } from './error-codes.js';
import type { HttpResponse, HttpResult } from './response.js';

/** Decoded bytes of a body that are read where no one asks for more; what shows that a page is bot protection, a login or another site is at its top. */
export const usualCap = 131_072;

/** One request. */
export interface ProbeRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds until the request is given up, however its body drips. */
  readonly timeout: number;
  readonly dispatcher: Connections;
  /** Ends the request when the run is interrupted. */
  readonly signal: AbortSignal;
  /** Decoded bytes of the body that are read. */
  readonly cap?: number;
  /** Sent by POST; without it the request is a GET. */
  readonly json?: string;
  /** True for a file that is no text: its type does not matter, and each byte is one character of the body. */
  readonly isBinary?: boolean;
}

/** Makes one request and reads at most the top of its body. Never rejects: no link can make the checker throw. */
export function probe({
  url: parsed,
  headers,
  timeout,
  dispatcher,
  signal,
  json,
  cap = usualCap,
  isBinary = false,
}: ProbeRequest): Promise<HttpResult> {
  const { href: url, origin } = parsed;
  return new Promise((resolve) => {
    let stop: ((reason: Error) => void) | null = null;
    let isGivenUp = false;
    let timedOut = false;
    const giveUp = (): void => {
      isGivenUp = true;
      // A request that waits for a proxy has not begun, and could not be ended.
      if (stop === null) fail(given);
      else stop(given);
    };
    const timer = setTimeout(() => {
      timedOut = true;
      giveUp();
    }, timeout);
    const interrupts = interruptsOf(signal);
    interrupts.add(giveUp);
    const settle = (result: HttpResult): void => {
      clearTimeout(timer);
      interrupts.delete(giveUp);
      resolve(result);
    };
    let response: Pick<HttpResponse, 'kind' | 'url' | 'status' | 'statusText' | 'headers'> | null = null;
    // A body that never ends, and one that breaks off, come after the status: the status counts.
    const fail = (error: unknown): void => {
      const failure = failureOf(error, url, timedOut);
      settle(response === null ? failure : { ...response, body: '', broken: failure.detail });
    };
    let sink: ReturnType<typeof createBodySink> | null = null;
    dispatcher.dispatch(
      { origin, path: requestPath(parsed), method: json === undefined ? 'GET' : 'POST', body: json ?? null, headers },
      {
        onRequestStart(controller) {
          stop = (reason) => controller.abort(reason);
          if (isGivenUp) stop(given);
        },
        onResponseStart(controller, status, got, statusText) {
          if (status < 200) return;
          const head = {
            kind: 'answer',
            url,
            status,
            statusText: phraseOf(status, statusText),
            headers: got,
          } as const;
          response = head;
          const type = String(got['content-type'] ?? '');
          if ((status >= 300 && status < 400 && status !== 304) || !(isBinary || isText(type))) {
            settle({ ...head, body: '', broken: null });
            leave(controller);
            return;
          }
          sink = createBodySink(got, cap, {
            onTop({ bytes, cut }) {
              const body = isBinary ? Buffer.from(bytes).toString('latin1') : decodeBody(bytes, type);
              settle({ ...head, body, broken: null, ...(cut ? { cut } : {}) });
              if (cut) leave(controller);
            },
            onFault: fail,
            onDrain: () => controller.resume(),
          });
        },
        onResponseData(controller, piece) {
          if (sink?.write(piece) === false) controller.pause();
        },
        onResponseEnd: () => sink?.end(),
        onResponseError: (_, error) => fail(error),
      },
    );
  });
}

/** True for the type of a text, and where none is named. */
export function isText(type: string): boolean {
  return type === '' || /text\/|html|xml|json/i.test(type);
}

/** Ends a request of which enough was read; where the rest has come already, the connection is kept. */
function leave(controller: Dispatcher.DispatchController): void {
  queueMicrotask(() => controller.abort(enough));
}

/** Reasons to end a request; they are never shown. */
const given = new Error('given up');
const enough = new Error('enough was read');

const listening = new WeakMap<AbortSignal, Set<() => void>>();

/** The requests in flight that an interrupt ends; one listener serves them all. */
function interruptsOf(signal: AbortSignal): Set<() => void> {
  const known = listening.get(signal);
  if (known !== undefined) return known;
  const set = new Set<() => void>();
  listening.set(signal, set);
  signal.addEventListener('abort', () => {
    for (const giveUp of set) giveUp();
  });
  return set;
}

/** The name of a status as it was sent, as one string for all answers that send the usual one. */
function phraseOf(status: number, sent = ''): string {
  const usual = statusTextOf(status);
  return sent === '' || sent === usual ? usual : sent;
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
