import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import leven from 'leven';

/** Names that are told at most. */
const most = 4;

const isMarkdown = (name: string): boolean => /\.(?:md|markdown|mkdn?|mdown)$/i.test(name);

/** ` (did you mean "x"?)` for the file or folder beside a path that is not there; empty when none is near. */
export async function nearbyName(path: string, cwd: string): Promise<string> {
  const file = resolve(cwd, path);
  const name = basename(file).toLowerCase();
  let best: string | null = null;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of await namesIn(dirname(file))) {
    const distance = leven(name, candidate.toLowerCase(), { maxDistance: least });
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best === null ? '' : ` (did you mean "${join(dirname(path), best)}"?)`;
}

/** What a folder without a README offers instead, in words that follow a semicolon. */
export async function offered(folder: string, named: string): Promise<string> {
  const files = (await namesIn(folder)).filter(isMarkdown).sort();
  const [first, ...others] = files.map((name) => join(named, name));
  if (first === undefined) return 'it holds no Markdown file either, so name a list or another folder';
  const shown = [first, ...others.slice(0, most - 1)].join(', ');
  const more = files.length > most ? ` and ${files.length - most} more` : '';
  return files.length === 1 ? `name a file, like ${first}` : `name one of its files: ${shown}${more}`;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  // A name may hold what a terminal would obey.
  return names.filter((name) => !/[\u0000-\u001F\u007F-\u009F]/.test(name));
}
