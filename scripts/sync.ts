/** Writes everything that is generated. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { staleFiles } from './sync/stale.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const index = 'rules/index.ts';

async function sync(): Promise<readonly string[]> {
  const stale = await staleFiles(root);
  for (const [path, text] of Object.entries(stale)) {
    await mkdir(dirname(root + path), { recursive: true });
    await writeFile(root + path, text);
  }
  return index in stale ? [index, ...(await sync())] : Object.keys(stale);
}

const written = await sync();
process.stdout.write(
  written.length === 0 ? 'everything generated is fresh\n' : `${written.map((path) => `wrote ${path}`).join('\n')}\n`,
);
