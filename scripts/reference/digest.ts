import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reachable } from '../build/declarations.js';

const places = ['test/api/examples', 'scripts/reference'];

/** A digest of all that the reference is made from: the declarations that the package exports, the examples, and the words of the page. */
export function digestOf(root: string): string {
  const types = 'dist/types';
  const files = [
    ...[...reachable(join(root, types), ['src/index.d.ts'])].map((path) => `${types}/${path.replaceAll('\\', '/')}`),
    ...places.flatMap((folder) =>
      readdirSync(join(root, folder))
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${folder}/${name}`),
    ),
    'scripts/reference/typedoc.json',
    'scripts/reference/package-lock.json',
  ].sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(`${file}\n${readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n')}\n`);
  return hash.digest('hex').slice(0, 16);
}
