import { mkdir, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Base } from './base.js';
import { withoutFilters } from './changed-files.js';
import { answered, gitIn } from './git.js';

/** The files of a base, in a folder of their own. */
export interface BaseCheckout {
  /** The place that a file of the work tree, named by its absolute path, has in the copy. */
  placeOf(file: string): string;
  remove(): Promise<void>;
}

/**
 * Lays the files of the base into git's own folder, from where packages are found as they are from the work tree. No
 * filter and no hook of the repository runs, and the index stays as it is.
 */
export async function checkoutBase(base: Base, env: NodeJS.ProcessEnv): Promise<BaseCheckout> {
  const asked = `--since ${base.ref}: a copy of the base`;
  const own = await base.git(['rev-parse', '--git-path', `listwright-base-${process.pid}`]);
  const folder = resolve(base.root, answered(own, asked).toString('utf8').trim());
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  await remove();
  await mkdir(folder, { recursive: true });
  const git = gitIn(base.root, { ...env, GIT_INDEX_FILE: join(folder, '.index') });
  try {
    answered(await git(['read-tree', base.commit]), asked);
    answered(await git(['checkout-index', '--all', `--prefix=${folder}/`], await withoutFilters(base)), asked);
  } catch (error) {
    await remove();
    throw error;
  }
  return { placeOf: (file) => join(folder, relative(base.root, file)), remove };
}
