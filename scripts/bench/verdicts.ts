import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pottery } from '../../test/web/pottery.js';
import { type Sites, startWeb, type Web } from '../../test/web/server.js';

const list = 'fixtures/demo/README.md';

/** lychee never checks hosts below `.example` (RFC 2606), so the sites get another ending as well. */
const renamed = (text: string): string => text.replaceAll('.example', '.pots');
const sites: Sites = {
  ...pottery,
  ...Object.fromEntries(Object.entries(pottery).map(([host, site]) => [renamed(host), site])),
};

/** Links of the sample list that are gone; the others work, or nothing proves that they do not. */
const dead: ReadonlySet<string> = new Set([
  'https://old-shop.pots/loops',
  'https://sponges.pots/guide',
  'https://teaware.pots/collection',
]);

/**
 * Counts false alarms on the sample list of the demo: web links that are called broken although they work, or although
 * nothing proves that they do not (a site that blocks bots, a server error, a rate limit). `peers` is a folder with
 * `bin/lychee`, see tools.ts. lychee reaches the local test server through a proxy, with its other defaults.
 */
export async function compareVerdicts(
  root: string,
  peers: string | undefined,
  print: (text: string) => void,
): Promise<void> {
  const web = await startWeb(sites);
  const folder = mkdtempSync(join(tmpdir(), 'bench-verdicts-'));
  const copy = join(folder, 'README.md');
  writeFileSync(copy, renamed(readFileSync(join(root, list), 'utf8')));
  const proxy = await startProxy(web);
  try {
    const routes = web.connectTo(Object.keys(sites)).flatMap((route) => ['--connect-to', route]);
    const ours = await run(root, process.execPath, [
      ...[join(root, 'dist/cli.js'), 'links', copy, '--no-config', '--no-ledger', '--cacert', web.ca, ...routes],
      ...['--confirm-after', '1s', '--no-progress', '-r', 'json'],
    ]);
    const { links } = JSON.parse(ours) as { links: readonly { readonly url: string; readonly verdict: string }[] };
    const checked = links.filter(({ url, verdict }) => /^https?:/.test(url) && verdict !== 'skipped');
    const total = checked.length;
    print(`${total} web links of ${list}, ${dead.size} of them dead`);
    print(
      score(
        'listwright',
        checked.flatMap(({ url, verdict }) => (verdict === 'broken' ? [url] : [])),
      ),
    );
    const lychee = join(peers ?? '', 'bin/lychee');
    if (peers === undefined || !existsSync(lychee)) {
      print('  lychee is not installed; name a folder that has bin/lychee');
      return;
    }
    const address = `http://127.0.0.1:${proxy.port}`;
    const theirs = await run(root, lychee, ['--no-progress', '--format', 'json', copy], {
      HTTP_PROXY: address,
      HTTPS_PROXY: address,
      http_proxy: address,
      https_proxy: address,
      SSL_CERT_FILE: web.ca,
    });
    const { error_map: errors, timeout_map: timeouts = {} } = JSON.parse(theirs) as Record<
      'error_map' | 'timeout_map',
      Readonly<Record<string, readonly { readonly url: string }[]>>
    >;
    const urls = [errors, timeouts].flatMap((map) => Object.values(map).flat()).map(({ url }) => url);
    print(
      score(
        'lychee',
        urls.filter((url) => url.includes('.pots/')),
      ),
    );
  } finally {
    proxy.stop();
    await web.stop();
    rmSync(folder, { recursive: true });
  }
}

function score(name: string, broken: readonly string[]): string {
  const called = new Set(broken);
  const found = [...dead].filter((url) => called.has(url)).length;
  const falseAlarms = [...called].filter((url) => !dead.has(url));
  const shown = falseAlarms.length === 0 ? '' : `: ${falseAlarms.join(', ')}`;
  return `  ${name.padEnd(12)} finds ${found} of ${dead.size} dead links; false alarms: ${falseAlarms.length}${shown}`;
}

/** What a program prints, whatever its exit status. */
async function run(
  cwd: string,
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  const child = spawn(command, [...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  await new Promise((resolve) => child.on('close', resolve));
  return text;
}

/** A proxy to the local test server; hosts that it does not have get 502, as they would behind a real proxy. */
async function startProxy(web: Web): Promise<{ readonly port: number; stop(): void }> {
  const sockets = new Set<Socket>();
  const server = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? '/', 'http://none.example');
    if (!(url.hostname in sites)) {
      response.writeHead(502).end();
      return;
    }
    const headers = { ...incoming.headers, host: url.host };
    const path = url.pathname + url.search;
    const onward = request({ host: '127.0.0.1', port: web.http, path, method: incoming.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  });
  server.on('connect', (incoming, socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    if (!((incoming.url ?? '').replace(/:\d+$/, '') in sites)) {
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const onward = connect(web.https, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    sockets.add(onward);
    onward.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
