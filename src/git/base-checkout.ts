import { mkdir, rm, writeFile } from 'node:fs/promises';
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
 * Writes the files of the base into git's own folder, from where packages are found as they are from the work tree. No
 * filter and no hook of the repository runs, no attribute of the head counts, and the index does not change.
 */
export async function checkoutBase(base: Base, env: NodeJS.ProcessEnv): Promise<BaseCheckout> {
  const asked = `--since ${base.ref}: a copy of the base`;
  const own = await base.git(['rev-parse', '--git-path', `listwright-base-${process.pid}`]);
  const folder = resolve(base.root, answered(own, asked).toString('utf8').trim());
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  await remove();
  const tree = join(folder, 'tree');
  await mkdir(tree, { recursive: true });
  // Without it the manifest of the head would say how modules of the base are read.
  await writeFile(join(folder, 'package.json'), '{}');
  const gitDir = answered(await base.git(['rev-parse', '--absolute-git-dir']), asked)
    .toString('utf8')
    .trim();
  // Attributes are read from the work tree: this one holds those of the base alone.
  const places = { GIT_DIR: gitDir, GIT_WORK_TREE: tree, GIT_INDEX_FILE: join(folder, 'index') };
  const git = gitIn(tree, { ...env, ...places });
  try {
    answered(await git(['read-tree', base.commit]), asked);
    const files = ['checkout-index', '--all', '--force'];
    answered(await git(files, [...(await withoutFilters(base)), ['core.attributesFile', '/dev/null']]), asked);
  } catch (error) {
    await remove();
    throw error;
  }
  return { placeOf: (file) => join(tree, relative(base.root, file)), remove };
}
