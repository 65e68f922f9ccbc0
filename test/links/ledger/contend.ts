import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const worker = fileURLToPath(new URL('lock-worker.ts', import.meta.url));
const jiti = fileURLToPath(new URL('../../../node_modules/jiti/lib/jiti-cli.mjs', import.meta.url));

interface Contender {
  readonly child: ChildProcessWithoutNullStreams;
  next(): Promise<string>;
}

function startContender(lock: string): Contender {
  const child = spawn(process.execPath, [jiti, worker, lock]);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, next: async () => String((await lines.next()).value) };
}

/** What stale locks look like: of a process that is gone, empty, cut in half, of a time long past. */
export const staleLocks = {
  gone: () => JSON.stringify({ pid: 2 ** 22 + 1, at: Date.now() }),
  empty: () => '',
  half: () => '{"pid":',
  old: () => JSON.stringify({ pid: process.pid, at: Date.now() - 3_600_000 }),
} as const;

/** Has some processes meet a stale lock, round after round; gives what they said that is not "alone". */
export async function contend(
  lock: string,
  rounds: number,
  processes: number,
  { utimes }: { readonly utimes: (file: string) => void },
): Promise<readonly string[]> {
  const contenders = Array.from({ length: processes }, () => startContender(lock));
  const wrong: string[] = [];
  try {
    await Promise.all(contenders.map(({ next }) => next()));
    const kinds = Object.values(staleLocks);
    for (let round = 0; round < rounds; round++) {
      rmSync(`${lock}.inside`, { force: true });
      writeFileSync(lock, kinds[round % kinds.length]?.() ?? '');
      utimes(lock);
      for (const { child } of contenders) child.stdin.write('\n');
      const said = await Promise.all(contenders.map(({ next }) => next()));
      wrong.push(...said.filter((word) => word !== 'alone'));
    }
  } finally {
    for (const { child } of contenders) child.kill();
  }
  return wrong;
}
