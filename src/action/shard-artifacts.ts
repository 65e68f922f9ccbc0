import { lstat, readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { glob } from 'tinyglobby';
import { UserError } from '../model/errors.js';
import type { ShardFile } from '../pipeline/merge-shards.js';

/** No report of a list is larger; what comes with a pull request may be anything. */
const mostBytes = 50_000_000;
/** GitHub makes no larger matrix. */
const mostFiles = 256;

/**
 * Reads what earlier jobs handed on: the files that paths and globs name, by path. None is followed out of its folder by a
 * symbolic link. Throws a UserError for what is too large, too many, or no file; nothing at all is an empty list.
 */
export async function readShards(patterns: readonly string[], folder: string): Promise<readonly ShardFile[]> {
  if (patterns.length === 0) return [];
  const files = await glob(
    patterns.map((pattern) => pattern.split(sep).join('/')),
    { cwd: folder, absolute: true, dot: true, followSymbolicLinks: false, expandDirectories: false },
  );
  if (files.length > mostFiles)
    throw new UserError(`${files.length} files were found, but a run has at most ${mostFiles} parts`);
  const parts: ShardFile[] = [];
  for (const file of files.sort()) {
    const name = relative(folder, file).split(sep).join('/');
    const facts = await lstat(file);
    if (!facts.isFile()) throw new UserError(`${name}: not a file`);
    if (facts.size > mostBytes)
      throw new UserError(`${name}: larger than ${mostBytes / 1e6} MB, the maximum for a part`);
    parts.push({ name, text: (await readFile(file, 'utf8')).replace(/^\uFEFF/, '') });
  }
  return parts;
}
