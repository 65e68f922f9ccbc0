import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HubAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** `never`: the answer does not come; `lost`: the connection is broken off. */
  readonly comes?: 'never' | 'lost';
}
export interface HubCall {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
}
export interface Hub {
  readonly url: string;
  readonly log: HubCall[];
  /** Answers given before all others, one a call. */
  readonly next: HubAnswer[];
  readonly close: () => Promise<void>;
}

type Route = (call: HubCall) => unknown;

/** A loopback server in the shape of GitHub's REST API: routes by `METHOD /path`, or one for all; arrays are paged with Link headers. */
export async function openHub(routes: Record<string, Route> | Route, readOnly = false): Promise<Hub> {
  const log: HubCall[] = [];
  const next: HubAnswer[] = [];
  let origin = '';
  const answer = (call: HubCall): HubAnswer => {
    const first = next.shift();
    if (first !== undefined) return first;
    if (readOnly && call.method !== 'GET') {
      return { status: 403, body: { message: 'Resource not accessible by integration' } };
    }
    // The workflow's token may not ask who it is.
    if (call.path === '/user') return { status: 403, body: { message: 'Resource not accessible by integration' } };
    const found = typeof routes === 'function' ? routes(call) : routes[`${call.method} ${call.path}`]?.(call);
    if (typeof found === 'string') return { status: 200, body: found, headers: { 'content-type': 'text/plain' } };
    if (found === undefined) return { status: 404, body: { message: 'Not Found' } };
    if (!Array.isArray(found)) return { status: call.method === 'POST' ? 201 : 200, body: found };
    const size = Math.min(100, Number(call.query.get('per_page') ?? 30));
    const page = Number(call.query.get('page') ?? 1);
    const query = new URLSearchParams(call.query);
    query.set('page', String(page + 1));
    const more = page * size < found.length;
    const link = `<${origin}${call.path}?${query}>; rel="next"`;
    return { status: 200, body: found.slice((page - 1) * size, page * size), ...(more && { headers: { link } }) };
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://hub');
    const call = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      body: await read(request),
    };
    log.push(call);
    const { status, body, headers, comes } = answer(call);
    if (comes === 'lost') request.socket.destroy();
    if (comes !== undefined) return;
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body ?? {}));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: origin, log, next, close };
}

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}
