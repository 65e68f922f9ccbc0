/** Draws what commands print, for the documentation. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawPictures } from './pictures/draw.js';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
for (const [path, svg] of Object.entries(await drawPictures(root))) {
  const old = await readFile(root + path, 'utf8').catch(() => null);
  if (old?.replace(/\r\n/g, '\n') === svg) continue;
  await mkdir(dirname(root + path), { recursive: true });
  await writeFile(root + path, svg);
  process.stdout.write(`drew ${path}\n`);
}
