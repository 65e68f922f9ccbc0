/**
 * A program: loops over a file of addresses, one a line, that know nothing but to ask. `bare` is the floor: undici with so many
 * requests in flight. `lychee` keeps the schedule that lychee publishes: 128 in all, 10 to a host, 50 ms apart, 20 s, and
 * three more tries 1, 2 and 4 s after a failure, a 408, a 429 or a 5xx.
 */
import { readFileSync } from 'node:fs';
import { Agent, request } from 'undici';

/** The name of a loop. */
export type LoopName = 'bare' | 'lychee';

const [, , name, file = '', concurrency = '64'] = process.argv as [string, string, LoopName, string?, string?];
const urls = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '');
const dispatcher = new Agent();
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The status of an answer that was read to its end; 0 for none. */
async function ask(url: string, timeout: number): Promise<number> {
  try {
    const signal = timeout > 0 ? AbortSignal.timeout(timeout) : null;
    const { statusCode, body } = await request(url, { dispatcher, signal });
    await body.text();
    return statusCode;
  } catch {
    return 0;
  }
}

interface Host {
  active: number;
  /** When the next may go, on the clock of `performance`. */
  next: number;
  readonly waiting: (() => void)[];
}
const hosts = new Map<string, Host>();

async function askPolitely(url: string): Promise<number> {
  const { hostname } = new URL(url);
  const host = hosts.get(hostname) ?? { active: 0, next: 0, waiting: [] };
  hosts.set(hostname, host);
  let status = 0;
  for (let attempt = 0; attempt < 4; attempt++) {
    if (attempt > 0) await sleep(1000 * 2 ** (attempt - 1));
    while (host.active >= 10) await new Promise<void>((resolve) => host.waiting.push(resolve));
    host.active++;
    const wait = host.next - performance.now();
    host.next = Math.max(host.next, performance.now()) + 50;
    if (wait > 0) await sleep(wait);
    status = await ask(url, 20_000);
    host.active--;
    host.waiting.shift()?.();
    if (status !== 0 && status !== 408 && status !== 429 && status < 500) break;
  }
  return status;
}

const counts: Record<string, number> = {};
let at = 0;
const places = name === 'lychee' ? 128 : Number(concurrency);
await Promise.all(
  Array.from({ length: places }, async () => {
    for (let url = urls[at++]; url !== undefined; url = urls[at++]) {
      const status = name === 'lychee' ? await askPolitely(url) : await ask(url, 0);
      const key = status >= 200 && status < 300 ? 'alive' : 'other';
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }),
);
console.log(JSON.stringify(counts));
await dispatcher.destroy();
