/** Writes everything that is generated; with --check writes nothing and fails when something is stale. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateIndex } from './sync/index-file.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
const stale: string[] = [];

async function put(path: string, text: string): Promise<void> {
  const old = await readFile(root + path, 'utf8').catch(() => null);
  if (old?.replace(/\r\n/g, '\n') === text) return;
  stale.push(path);
  if (check) return;
  await mkdir(dirname(root + path), { recursive: true });
  await writeFile(root + path, text);
}

// The index comes first: the rest is made from the rules that it lists.
await put('rules/index.ts', await generateIndex(`${root}rules`));
if (check && stale.length > 0) finish();
const { generateAll } = await import('./sync/pages.js');
for (const [path, text] of Object.entries(await generateAll(root))) await put(path, text);
finish();

function finish(): void {
  if (stale.length === 0) process.stdout.write('everything generated is fresh\n');
  else if (!check) process.stdout.write(`${stale.map((path) => `wrote ${path}`).join('\n')}\n`);
  else {
    process.stderr.write(`stale: ${stale.join(', ')}; run npm run sync\n`);
    process.exit(1);
  }
}
