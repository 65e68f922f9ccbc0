import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** The declarations that some declarations lead to, themselves included; paths with the separators of this system. */
export function reachable(folder, entries) {
  const found = new Set();
  const visit = (path) => {
    if (found.has(path)) return;
    found.add(path);
    const text = readFileSync(join(folder, path), 'utf8');
    for (const [, target] of text.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)["'](\.[^"']+)\.js["']/g))
      visit(normalize(join(dirname(path), `${target}.d.ts`)));
  };
  for (const entry of entries) visit(normalize(entry));
  return found;
}

/** Takes away the declarations that nobody who imports the package can reach. */
export function prune(folder, entries) {
  const kept = reachable(folder, entries);
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (path.endsWith('.d.ts') && !kept.has(path)) rmSync(join(folder, path));
}
