/**
 * A program: a web on loopback for measuring link checkers, in a process of its own. On Linux all of 127.0.0.0/8 is loopback,
 * so that a list of `http://127.a.b.c:port/` has as many hosts as it wants without a name to look up.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { apiCall, busyHost, busyRate, lawOf } from './latency.js';

/** What came in since the last time somebody asked. */
export interface WebLog {
  readonly requests: number;
  readonly connections: number;
  /** Requests that were answered 429. */
  readonly limited: number;
  /** The most requests in flight at a time. */
  readonly most: number;
  /** The most requests in flight at a time to one host. */
  readonly mostToOne: number;
  /** Calls of the GraphQL API, and the milliseconds that they were made to wait, together. */
  readonly calls: number;
  readonly callMs: number;
}

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Benches by the river</title></head><body>
<h1>Benches by the river</h1>${'<p>From here one sees the hills, the old mill and, on clear days, the sea beyond the town.</p>\n'.repeat(16)}</body></html>`;
const pageHeaders = { 'content-type': 'text/html; charset=utf-8', 'content-length': Buffer.byteLength(page) };

const empty = (): { -readonly [key in keyof WebLog]: number } => ({
  requests: 0,
  connections: 0,
  limited: 0,
  most: 0,
  mostToOne: 0,
  calls: 0,
  callMs: 0,
});
let log = empty();
let inFlight = 0;
const inFlightTo = new Map<string, number>();
let tokens: number = busyRate;
let filledAt = performance.now();

/** A bucket of tokens for the busy host. */
function isLimited(): boolean {
  const now = performance.now();
  tokens = Math.min(busyRate, tokens + ((now - filledAt) * busyRate) / 1000);
  filledAt = now;
  if (tokens < 1) return true;
  tokens--;
  return false;
}

function handle(request: IncomingMessage, response: ServerResponse): void {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const path = request.url ?? '/';
  log.requests++;
  log.most = Math.max(log.most, ++inFlight);
  const here = (inFlightTo.get(host) ?? 0) + 1;
  inFlightTo.set(host, here);
  log.mostToOne = Math.max(log.mostToOne, here);
  response.on('close', () => {
    inFlight--;
    const left = (inFlightTo.get(host) ?? 1) - 1;
    if (left === 0) inFlightTo.delete(host);
    else inFlightTo.set(host, left);
  });
  if (request.method === 'POST') {
    answerCall(request, response);
    return;
  }
  if (host === busyHost && isLimited()) {
    log.limited++;
    response.writeHead(429, { 'retry-after': '1', 'content-type': 'text/plain' }).end('Too many requests');
    return;
  }
  const answer = (): void => void response.writeHead(200, pageHeaders).end(page);
  const latency = lawOf(host, path)(`${host}${path}`);
  if (latency === 0) answer();
  else setTimeout(answer, latency);
}

/** Answers for every repository that a GraphQL query asks for: each is there, under the name that was asked. */
function answerCall(request: IncomingMessage, response: ServerResponse): void {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', () => {
    const { query } = JSON.parse(body) as { query: string };
    const data: Record<string, unknown> = {};
    for (const [, alias = '', owner = '', name = ''] of query.matchAll(
      /(\w+): repository\(owner: "([^"]*)", name: "([^"]*)"/g,
    ))
      data[alias] = repository(`${owner}/${name}`);
    // What the ledger knows is requested by its id.
    const [, ids] = /n: nodes\(ids: \[([^\]]*)\]/.exec(query) ?? [];
    if (ids !== undefined)
      data.n = [...ids.matchAll(/"R_([^"]*)"/g)].map(([, id = '']) => repository(Buffer.from(id, 'base64').toString()));
    const latency = apiCall(body);
    log.calls++;
    log.callMs += latency;
    const text = JSON.stringify({ data });
    setTimeout(() => response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(text), latency);
  });
}

const repository = (nameWithOwner: string) => ({
  id: `R_${Buffer.from(nameWithOwner).toString('base64')}`,
  nameWithOwner,
  url: `https://github.com/${nameWithOwner}`,
  isArchived: false,
  archivedAt: null,
  isDisabled: false,
  isLocked: false,
  isPrivate: false,
  createdAt: '2019-04-01T10:00:00Z',
  pushedAt: '2026-09-01T10:00:00Z',
  defaultBranchRef: { name: 'main' },
});

const server = createServer(handle);
// Longer than any client keeps a connection, so that none is closed while a request is on its way.
server.keepAliveTimeout = 60_000;
server.on('connection', (socket) => {
  log.connections++;
  // It listens for every address of 127.0.0.0/8, and for nobody from outside.
  if (!/^(?:::ffff:)?127\./.test(socket.localAddress ?? '')) socket.destroy();
  socket.on('error', () => {});
});
server.on('clientError', (_, socket) => socket.destroy());
server.listen(0, '0.0.0.0', () => process.send?.((server.address() as AddressInfo).port));
process.on('message', () => {
  process.send?.(log);
  log = empty();
});
process.on('disconnect', () => process.exit());
