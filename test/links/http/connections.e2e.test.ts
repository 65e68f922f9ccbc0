import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type Connections, createConnections } from '../../../src/links/http/connections.js';
import { probe } from '../../../src/links/http/request.js';
import { Client } from '../../../src/links/http/undici.js';

const servers: Server[] = [];
const pools: Connections[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.destroy()));
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** Serves on loopback, and counts connections. */
async function serve(answer: RequestListener) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const sockets: Socket[] = [];
  server.on('connection', (socket: Socket) => sockets.push(socket));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, sockets };
}

/** Sends requests over connections of its own. */
function open() {
  const dispatcher = createConnections((origin) => new Client(origin));
  pools.push(dispatcher);
  const { signal } = new AbortController();
  return (url: string) => probe({ url: new URL(url), headers: {}, timeout: 5000, dispatcher, signal });
}

const page: RequestListener = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Pots');

test('requests one after another share a connection', async () => {
  const { url, sockets } = await serve(page);
  const ask = open();
  for (let count = 0; count < 3; count++) expect(await ask(url)).toMatchObject({ status: 200, body: '<p>Pots' });
  expect(sockets).toHaveLength(1);
});

test.each([
  ['a redirect', { status: 301, type: 'text/html' }],
  ['a file', { status: 200, type: 'application/pdf' }],
])('%s whose body is not read keeps its connection where all of it has come', async (_, { status, type }) => {
  const { url, sockets } = await serve((_request, response) =>
    response.writeHead(status, { location: '/', 'content-type': type }).end('%PDF'),
  );
  const ask = open();
  for (let count = 0; count < 3; count++) expect(await ask(url)).toMatchObject({ status, body: '' });
  expect(sockets).toHaveLength(1);
});

test('requests at the same time have connections of their own', async () => {
  const waiting: (() => void)[] = [];
  const { url, sockets } = await serve((request, response) => {
    waiting.push(() => page(request, response));
    if (waiting.length === 3) for (const answer of waiting) answer();
  });
  const ask = open();
  const replies = await Promise.all([ask(url), ask(url), ask(url)]);
  expect(replies).toMatchObject([{ status: 200 }, { status: 200 }, { status: 200 }]);
  expect(sockets).toHaveLength(3);
});

test('a request that is ended early makes no further connection', async () => {
  const { url, sockets } = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/pdf' }).write('%PDF');
  });
  const elsewhere = await serve(page);
  const ask = open();
  expect(await ask(url)).toMatchObject({ status: 200, body: '', broken: null });
  const [socket] = sockets;
  if (socket?.closed === false) await once(socket, 'close');
  // By the time that others have been answered, it would have been made.
  for (let count = 0; count < 3; count++) await ask(elsewhere.url);
  expect(sockets).toHaveLength(1);
});

test('a connection that the server closed is replaced', async () => {
  const { url, sockets } = await serve(page);
  const ask = open();
  await ask(url);
  const [socket] = sockets;
  socket?.destroy();
  if (socket?.closed === false) await once(socket, 'close');
  await ask((await serve(page)).url);
  expect(await ask(url)).toMatchObject({ status: 200 });
  expect(sockets).toHaveLength(2);
});

test('a request on a connection that closes meanwhile is sent again', async () => {
  let count = 0;
  const { url, sockets } = await serve((request, response) => {
    count++;
    // Closes without a word after the first answer, and right away at the second request.
    if (count === 1)
      response.socket?.end('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\nPots');
    else page(request, response);
  });
  const ask = open();
  expect(await ask(url)).toMatchObject({ status: 200, body: 'Pots' });
  expect(await ask(url)).toMatchObject({ status: 200, body: '<p>Pots' });
  expect(sockets).toHaveLength(2);
});

test('a request that a new connection does not answer fails, and is sent once', async () => {
  let count = 0;
  const { url } = await serve((request) => {
    count++;
    request.socket.destroy();
  });
  expect(await open()(url)).toMatchObject({ kind: 'failure', reason: 'reset' });
  expect(count).toBe(1);
});

test('where no connection can be made, the next request tries again', async () => {
  const { url } = await serve(page);
  const ask = open();
  servers.pop()?.close();
  expect(await ask(url)).toMatchObject({ kind: 'failure', reason: 'refused' });
  expect(await ask(url)).toMatchObject({ kind: 'failure', reason: 'refused' });
});
