import { isAbsolute, posix, relative, sep } from 'node:path';
import type { Base } from './base.js';
import { findRenames, pathIn } from './changed-files.js';
import { answered, splitFields } from './git.js';

/** As for lists of the head; what is larger is no text that anything reads. */
const maxBytes = 25_000_000;
/** As many links in a row are followed. */
const mostLinks = 5;

/** What a tree has at a path. */
interface Row {
  readonly mode: string;
  /** `blob`, `tree`, or `commit` for a submodule. */
  readonly kind: string;
  readonly object: string;
  readonly path: string;
  /** Bytes; NaN for what has none. */
  readonly size: number;
}

/** Those of the files that the base has, under these very names; absolute. */
export async function presentAtBase(base: Base, files: readonly string[]): Promise<ReadonlySet<string>> {
  const byPath = new Map<string, string>();
  for (const file of files) {
    const path = await pathAtBase(base, file);
    if (path !== null) byPath.set(path, file);
  }
  const rows = await rowsOf(base, [...byPath.keys()]);
  return new Set(rows.filter(({ kind }) => kind === 'blob').flatMap(({ path }) => byPath.get(path) ?? []));
}

/**
 * The text that a file of the head had at the base, under the name that it had there. Null where it was not there, or
 * was no text: a binary file, a symbolic link, a submodule. What is no UTF-8 becomes replacement characters; a BOM is kept.
 * @param file absolute
 */
export async function textAtBase(base: Base, file: string): Promise<string | null> {
  const path = await pathIn(base.root, file);
  if (path === null) return null;
  const blob = (await blobAt(base, path)) ?? (await blobOfRenamed(base, path));
  if (blob === null || blob === 'other') return null;
  const answer = await base.git(['cat-file', 'blob', blob]);
  const bytes = answered(answer, `--since ${base.ref}: ${path} at the base`);
  return bytes.subarray(0, 8192).includes(0) ? null : bytes.toString('utf8');
}

/**
 * The text that the base has under this very name: no rename that the head makes leads to it. A symbolic link of the base is
 * followed inside the base. Null where there is no text. What is not UTF-8 becomes replacement characters; a BOM is kept.
 * @param file absolute
 */
export async function namedTextAtBase(base: Base, file: string): Promise<string | null> {
  let path = await pathAtBase(base, file);
  for (let links = 0; path !== null && links <= mostLinks; links++) {
    const [row] = await rowsOf(base, [path]);
    if (row?.kind !== 'blob' || row.size > maxBytes) return null;
    const answer = await base.git(['cat-file', 'blob', row.object]);
    const bytes = answered(answer, `--since ${base.ref}: ${path} at the base`);
    if (row.mode !== '120000') return bytes.subarray(0, 8192).includes(0) ? null : bytes.toString('utf8');
    const target: string = posix.join(posix.dirname(path), bytes.toString('utf8'));
    path = posix.isAbsolute(bytes.toString('utf8')) || target.startsWith('../') ? null : target;
  }
  return null;
}

/** The path in the base, by the words of the name alone: a folder that the head has made a link is still that folder there. */
async function pathAtBase({ root }: Base, file: string): Promise<string | null> {
  const path = relative(root, file);
  if (path !== '' && !isAbsolute(path) && path.split(sep)[0] !== '..') return path.split(sep).join('/');
  return pathIn(root, file);
}

const known = new WeakMap<Base, Map<string, Row | null>>();

/** What the base has at these paths. Its commit cannot change, so git reads each once. */
async function rowsOf(base: Base, paths: readonly string[]): Promise<readonly Row[]> {
  const rows = known.get(base) ?? new Map<string, Row | null>();
  known.set(base, rows);
  const open = paths.filter((path) => !rows.has(path));
  if (open.length > 0) {
    const answer = await base.git(['ls-tree', '-z', '-l', '--full-tree', base.commit, '--', ...open]);
    const fields = splitFields(answered(answer, `--since ${base.ref}`));
    for (const path of open) rows.set(path, null);
    for (const field of fields) {
      const [, mode = '', kind = '', object = '', size, path = ''] =
        /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(field) ?? [];
      rows.set(path, { mode, kind, object, path, size: Number(size) });
    }
  }
  return paths.flatMap((path) => rows.get(path) ?? []);
}

/** The blob of a path at the base; `other` for what is no file of a list's size there, null for nothing. */
async function blobAt(base: Base, path: string): Promise<string | null> {
  const [row] = await rowsOf(base, [path]);
  if (row === undefined) return null;
  return row.kind === 'blob' && row.mode.startsWith('100') && row.size <= maxBytes ? row.object : 'other';
}

const renames = new WeakMap<Base, Promise<ReadonlyMap<string, string>>>();

async function blobOfRenamed(base: Base, path: string): Promise<string | null> {
  const known = renames.get(base) ?? findRenames(base);
  renames.set(base, known);
  const before = (await known).get(path);
  return before === undefined ? null : blobAt(base, before);
}
