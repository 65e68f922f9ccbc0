import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as ask, createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { type Ended, folderOf } from '../cli/command.js';
import type { Web } from '../web/server.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Where the example programs lie. */
export const examples = join(root, 'test/api/examples');

/** A folder of somebody who has installed the package, with the given files. */
export function consumerOf(files: Readonly<Record<string, string>> = {}): string {
  const folder = folderOf(files);
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules', 'listwright'), 'junction');
  for (const name of ['unist-util-visit', 'valibot'])
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'junction');
  return folder;
}

/** The program of an example, as it runs; what it prints stands in the comment at its end. */
export async function readExample(file: string): Promise<{ readonly code: string; readonly prints: string }> {
  const text = readFileSync(join(examples, file), 'utf8').replaceAll('\r\n', '\n');
  const prints = /\n\/\* Prints:\n([\s\S]*)\*\/\n$/.exec(text)?.[1] ?? '';
  return { code: (await transform(text, { loader: 'ts', format: 'esm', target: 'node20' })).code, prints };
}

/** Runs a program as a module of a consumer's; ends when the process does by itself. */
export function runProgram(
  folder: string,
  code: string,
  env: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
): Promise<Ended> {
  const file = join(folder, 'program.mjs');
  writeFileSync(file, code);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, basename(file)], {
      cwd: folder,
      // Nothing of this machine's: no token, no proxy, no cache of somebody's.
      env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, HOME: folder, XDG_CACHE_HOME: folder, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}

/** A proxy that leads every host to the small web, so that programs need not know of it. */
export interface Way {
  /** The environment of a program that goes this way. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Opens the way to a small web. */
export async function openWay(web: Web): Promise<Way> {
  const sockets = new Set<Socket>();
  const server = createServer((incoming, response) => {
    const { pathname, search } = new URL(incoming.url ?? '/', 'http://any.test');
    const options = { host: '127.0.0.1', port: web.http, path: `${pathname}${search}`, headers: incoming.headers };
    const forward = ask({ ...options, method: incoming.method }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    forward.on('error', () => response.destroy());
    incoming.pipe(forward);
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('connect', (_request, socket) => {
    const way = connect(web.https, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      way.pipe(socket).pipe(way);
    });
    for (const each of [way, socket]) each.on('error', () => way.destroy());
    socket.on('close', () => way.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const proxy = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    env: { HTTP_PROXY: proxy, HTTPS_PROXY: proxy, NODE_EXTRA_CA_CERTS: web.ca },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
