/**
 * Draws what the command prints, as a person sees it in a terminal of 80 columns: the pictures of the documentation.
 *
 *     jiti scripts/picture.ts [name...]    draws those named, or all; with --check writes nothing and fails when one is stale
 */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { draw } from './picture/drawing.js';
import { type Picture, pictures } from './picture/pictures.js';

const root = fileURLToPath(new URL('..', import.meta.url));

const checks = process.argv.includes('--check');
const names = process.argv.slice(2).filter((word) => word !== '--check');

for (const picture of pictures) {
  if (names.length > 0 && !names.includes(picture.name)) continue;
  const path = `${root}docs/${picture.name}.svg`;
  const svg = draw(picture, await outputOf(picture));
  let old = '';
  try {
    old = readFileSync(path, 'utf8');
  } catch {}
  const isStale = timeless(old) !== timeless(svg);
  if (isStale && checks) process.exitCode = 1;
  else if (isStale) writeFileSync(path, svg);
  const what = checks ? 'is stale; npm run picture draws it' : 'was drawn anew';
  process.stdout.write(`docs/${picture.name}.svg ${isStale ? what : 'is fresh'}\n`);
}

/** How long something took is no news. */
function timeless(svg: string): string {
  return svg.replace(/\d+(?:\.\d+)? m?s\b/g, 'a while');
}

function outputOf({ script, args }: Picture): Promise<string> {
  const jiti = `${root}node_modules/jiti/lib/jiti-cli.mjs`;
  const words = script.endsWith('.ts') ? [jiti, root + script, ...args] : [root + script, ...args];
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: '1', COLUMNS: '80' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  return new Promise((resolve) => child.on('close', () => resolve(output)));
}
