import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { UserError } from '../model/errors.js';
import { gitIn, splitFields } from './git.js';

/**
 * True where git tracks a file of the work tree, one whose name begins so (a journal, a lock), or a folder above it as a link:
 * a pull request can bring all of these.
 * @param file absolute; there or not
 */
export async function isTracked(file: string, root: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const named = relative(root, file);
  const real = join(await realpath(dirname(file)).catch(() => dirname(file)), basename(file));
  const paths = [named, relative(root, real)].filter((path) => path.split(sep)[0] !== '..');
  if (paths.length === 0) return false;
  try {
    const { code, stdout } = await gitIn(root, env)(['ls-files', '-z', '--cached']);
    if (code !== 0) return false;
    // Some file systems take letters of either case for the same.
    const tracked = splitFields(stdout).map((path) => path.toLowerCase());
    return paths
      .map((path) => path.split(sep).join('/').toLowerCase())
      .some((path) => tracked.some((one) => one.startsWith(path) || path.startsWith(`${one}/`)));
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
