import { rmSync, writeFileSync } from 'node:fs';
import { withLock } from '../../../src/links/ledger/lock.js';

// Takes the lock once for each line on standard input, and says whether another process was in at the same time.
const lock = process.argv[2] ?? '';
const inside = `${lock}.inside`;

async function takeOnce(): Promise<string> {
  let said = 'alone';
  await withLock(lock, Date.now, async () => {
    try {
      writeFileSync(inside, String(process.pid), { flag: 'wx' });
    } catch {
      said = 'together';
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 3));
    rmSync(inside, { force: true });
  });
  return said;
}

process.stdout.write('ready\n');
process.stdin.setEncoding('utf8');
for await (const chunk of process.stdin)
  for (const _ of String(chunk).matchAll(/\n/g))
    process.stdout.write(`${await takeOnce().catch((error: Error) => error.message)}\n`);
