import { basename, dirname, relative, sep } from 'node:path';
import { glob } from 'tinyglobby';
import { readArtifact } from '../github/artifact.js';
import { UserError } from '../model/errors.js';
import type { ShardFile } from '../pipeline/merge-shards.js';

/** Bytes of a ledger at most: a string of Node's holds no more. A report has the limit of what comes from strangers. */
const mostOfLedger = 500_000_000;
/** GitHub makes no larger matrix. */
const mostFiles = 256;

/**
 * Reads what earlier jobs handed on: the files that paths and globs name, by path. None is followed out of its folder by a
 * symbolic link. Throws a UserError for what is too large, too many, not a regular file or not UTF-8; nothing at all is an empty list.
 */
export async function readShards(
  patterns: readonly string[],
  folder: string,
  kind: 'report' | 'ledger' = 'report',
): Promise<readonly ShardFile[]> {
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
    const read = await readArtifact(dirname(file), basename(file), kind === 'ledger' ? mostOfLedger : undefined);
    if ('refused' in read) throw new UserError(`${name}: ${read.refused}`);
    parts.push({ name, text: read.text });
  }
  return parts;
}
