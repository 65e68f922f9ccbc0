import { readdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { UserError } from '../model/errors.js';
import type { Base } from './base.js';
import { answered, splitFields } from './git.js';

/**
 * Throws a UserError where the head brings packages that the code of the base would import: files in a `node_modules`, or
 * sources that a link in `node_modules` leads to, as those of a workspace.
 */
export async function assertOwnPackages(base: Base): Promise<void> {
  const answer = await base.git(['diff-tree', '-r', '-z', '--name-only', '--no-renames', base.commit, 'HEAD']);
  const brought = splitFields(answered(answer, `--since ${base.ref}: the packages of the pull request`));
  const refuse = (path: string): UserError =>
    new UserError(
      `${path}: this pull request changes code that the configuration of the base would import; change it in a pull request of its own`,
    );
  const packed = brought.find((path) => /(?:^|\/)node_modules(?:\/|$)/i.test(path));
  if (packed !== undefined) throw refuse(packed);
  for (const folder of await linkedFolders(base.root)) {
    const linked = brought.find((path) => path === folder || path.startsWith(`${folder}/`));
    if (linked !== undefined) throw refuse(linked);
  }
}

/** Folders of the work tree that links in its `node_modules` lead to, with forward slashes. */
async function linkedFolders(root: string): Promise<readonly string[]> {
  const packages = join(root, 'node_modules');
  const entries = [...(await entriesOf(packages))];
  for (const scope of entries.filter((name) => name.startsWith('@')))
    entries.push(...(await entriesOf(join(packages, scope))).map((name) => join(scope, name)));
  const folders: string[] = [];
  for (const name of entries) {
    const path = relative(root, await realpath(join(packages, name)).catch(() => packages));
    if (path.split(sep)[0] !== '..' && !path.split(sep).includes('node_modules'))
      folders.push(path.split(sep).join('/'));
  }
  return folders;
}

async function entriesOf(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
