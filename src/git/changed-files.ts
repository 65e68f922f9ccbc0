import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Base } from './base.js';
import { answered, type GitSettings, splitFields } from './git.js';

/** A file that the working tree has otherwise than the base. */
export interface ChangedFile {
  /** Absolute; for a deleted file, where it was. */
  readonly file: string;
  readonly status: 'added' | 'changed' | 'renamed' | 'deleted';
  /** Absolute path that it had at the base; null for an added file. */
  readonly before: string | null;
}

/** No program that a repository names is run, and no submodule is looked into. */
const diff = ['diff', '--name-status', '-M', '-z', '--no-ext-diff', '--no-textconv', '--ignore-submodules=all'];

/** What the working tree and the index add, change, rename or delete, untracked files included; by path. */
export async function changedFiles(base: Base): Promise<readonly ChangedFile[]> {
  const asked = `--since ${base.ref}`;
  const settings = await withoutFilters(base);
  const tracked = statusesOf(splitFields(answered(await base.git([...diff, base.commit, '--'], settings), asked)));
  const others = await base.git(['ls-files', '--others', '--exclude-standard', '-z'], settings);
  const untracked = splitFields(answered(others, asked)).filter((path) => !path.endsWith('/'));
  const found = new Map<string, ChangedFile>();
  for (const { status, path, before } of tracked) {
    found.set(path, { file: absolute(base, path), status, before: before === null ? null : absolute(base, before) });
  }
  for (const path of untracked) {
    // Deleted from the index and still there: the file itself counts.
    const status = found.get(path)?.status === 'deleted' ? 'changed' : 'added';
    found.set(path, { file: absolute(base, path), status, before: status === 'added' ? null : absolute(base, path) });
  }
  return [...found.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

/** Paths of tracked files that differ from the base, with forward slashes; both of a renamed one. What git does not track was made by the run. */
export async function changedPaths(base: Base): Promise<readonly string[]> {
  const answer = await base.git([...diff, base.commit, '--'], await withoutFilters(base));
  const statuses = statusesOf(splitFields(answered(answer, `--since ${base.ref}`)));
  return [...new Set(statuses.flatMap(({ path, before }) => (before === null ? [path] : [before, path])))].sort();
}

/** The path below the root, with forward slashes; null for what lies elsewhere. The file itself is not followed when it is a link. */
export async function pathIn(root: string, file: string): Promise<string | null> {
  const folder = await realpath(dirname(file)).catch(() => dirname(file));
  const path = relative(root, join(folder, basename(file)));
  const outside = path === '' || isAbsolute(path) || path.split(sep)[0] === '..';
  return outside ? null : path.split(sep).join('/');
}

/** Old paths by new ones, detected from the index: a file that git does not know yet is new. */
export async function findRenames(base: Base): Promise<ReadonlyMap<string, string>> {
  const answer = await base.git([...diff, '--cached', '--diff-filter=R', base.commit, '--']);
  const statuses = statusesOf(splitFields(answered(answer, `--since ${base.ref}`)));
  return new Map(statuses.map(({ path, before }) => [path, before ?? path]));
}

interface Status {
  readonly status: ChangedFile['status'];
  readonly path: string;
  readonly before: string | null;
}

/** Reads `diff --name-status -z` (git-diff, raw output format): a letter, then one path, or two for a rename or a copy. */
function statusesOf(fields: readonly string[]): readonly Status[] {
  const found: Status[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const letter = fields[at]?.charAt(0) ?? '';
    const [first = '', second = ''] = [fields[at + 1], fields[at + 2]];
    at += letter === 'R' || letter === 'C' ? 3 : 2;
    if (letter === 'R') found.push({ status: 'renamed', path: second, before: first });
    else if (letter === 'C') found.push({ status: 'added', path: second, before: null });
    else if (letter === 'A') found.push({ status: 'added', path: first, before: null });
    else if (letter === 'D') found.push({ status: 'deleted', path: first, before: first });
    else found.push({ status: 'changed', path: first, before: first });
  }
  return found;
}

const filters = new WeakMap<Base, Promise<readonly GitSettings[]>>();

/** Settings that turn off the filters of a repository: its programs would be run on each file that is looked at. Read once for each base. */
export function withoutFilters(base: Base): Promise<readonly GitSettings[]> {
  const known = filters.get(base) ?? readFilters(base);
  filters.set(base, known);
  return known;
}

async function readFilters(base: Base): Promise<readonly GitSettings[]> {
  const { stdout } = await base.git(['config', '-z', '--name-only', '--get-regexp', '^filter\\.']);
  return splitFields(stdout).map((key): GitSettings => [key, key.endsWith('.required') ? 'false' : '']);
}

function absolute({ root }: Base, path: string): string {
  return join(root, ...path.split('/'));
}
