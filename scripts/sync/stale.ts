import { readFile } from 'node:fs/promises';
import { generateIndex } from './index-file.js';

/** The generated files of which the text differs from that in the work tree, with the text that they should have. The index of rules comes first, alone if it differs: the rest is made from the rules that it lists. */
export async function staleFiles(root: string): Promise<Readonly<Record<string, string>>> {
  const index = await staleAmong(root, { 'rules/index.ts': await generateIndex(`${root}rules`) });
  if (Object.keys(index).length > 0) return index;
  const { generateAll } = await import('./pages.js');
  return staleAmong(root, await generateAll(root));
}

async function staleAmong(root: string, texts: Readonly<Record<string, string>>) {
  const stale: Record<string, string> = {};
  for (const [path, text] of Object.entries(texts)) {
    const old = await readFile(root + path, 'utf8').catch(() => null);
    if (old?.replace(/\r\n/g, '\n') !== text) stale[path] = text;
  }
  return stale;
}
