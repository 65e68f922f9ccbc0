import { UserError } from '../model/errors.js';
import { findRoot } from './base.js';
import { pathIn } from './changed-files.js';
import { answered, gitIn, splitFields } from './git.js';

/** Reads a file as the next commit would have it: from git's index. Rejects with a UserError for what is not in it. */
export type ReadStaged = (file: string, path: string) => Promise<Uint8Array>;

/** Opens the index of the repository that `cwd` is in; inside a hook that is the one of the commit. Throws a UserError where there is none. */
export async function openIndex(cwd: string, env: NodeJS.ProcessEnv): Promise<ReadStaged> {
  const root = await findRoot('--staged', cwd, env);
  const git = gitIn(root, env);
  return async (file, path) => {
    const inside = await pathIn(root, file);
    const listed = inside === null ? null : await git(['ls-files', '-s', '-z', '--', inside]);
    const [row] = listed === null ? [] : splitFields(answered(listed, '--staged'));
    const [, mode = '', blob = ''] = /^(\d+) ([0-9a-f]+) 0\t/.exec(row ?? '') ?? [];
    if (row !== undefined && blob === '') throw new UserError(`${path}: has merge conflicts; resolve them first`);
    if (!mode.startsWith('100')) throw new UserError(`${path}: is not staged; run git add, or omit --staged`);
    return answered(await git(['cat-file', 'blob', blob]), `--staged: ${path}`);
  };
}
