import { EventEmitter, once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A loopback server that notes what it is asked for; `/gone` is not there, `/hangs` never answers. */
export async function startServer(): Promise<{ server: Server; port: number; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/hangs') return;
    response.writeHead(request.url === '/gone' ? 404 : 200, { 'content-type': 'text/html' });
    response.end(`<title>Looms</title><p>${'Warp and weft make cloth. '.repeat(40)}`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port, asked };
}

/** A list whose entries link to these paths of the server; the last description has a word twice. */
export function listOf(port: number, paths: readonly string[]): string {
  const last = paths.length - 1;
  const entries = paths.map(
    (path, at) =>
      `- [Loom ${path}](http://127.0.0.1:${port}/${path}) - Makes cloth of ${at === last ? 'of ' : ''}yarn.`,
  );
  return `# Awesome Looms\n\n## Looms\n\n${entries.join('\n')}\n`;
}

/** Text that comes bit by bit; `until` gives what came since the last time, up to what matches. */
export function listening() {
  let text = '';
  let from = 0;
  const arrived = new EventEmitter();
  return {
    hear(chunk: string) {
      text += chunk;
      arrived.emit('more');
    },
    async until(pattern: RegExp): Promise<string> {
      for (;;) {
        const match = pattern.exec(text.slice(from));
        if (match !== null) {
          const end = from + match.index + match[0].length;
          const part = text.slice(from, end);
          from = end;
          return part;
        }
        await once(arrived, 'more');
      }
    },
  };
}
