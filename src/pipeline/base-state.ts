import { changesBetween } from '../diff/list-diff.js';
import type { Base } from '../git/base.js';
import { type BaseFiles, filesAtBase, readBaseFiles } from '../git/base-files.js';
import { changedFiles, pathIn, textAtBase } from '../git/changed-files.js';
import type { BaseState } from './lint-list.js';
import { anchorsOf, type Document } from './read-list.js';

/** What lists are compared with, and the files that it had. */
export interface BaseContext {
  readonly base: Base;
  readonly files: BaseFiles;
}

/** Reads which files a base has otherwise than the work tree. */
export async function openBase(base: Base): Promise<BaseContext> {
  return { base, files: await readBaseFiles(base, await changedFiles(base)) };
}

/** Reads what a list was at the base; null where nothing is compared with one. */
async function baseState(document: Document, before: BaseContext | null): Promise<BaseState | null> {
  const { input, files, text, list: after } = document;
  if (before === null || input.remote !== null) return null;
  const { base } = before;
  const old = await textAtBase(base, input.file);
  // Line endings that git converts are no change.
  const same = old !== null && files.converted && !old.includes('\r\n') ? old.replaceAll('\n', '\r\n') : old;
  const list = same === null ? null : same === text ? after : document.reread(same);
  const path = (await pathIn(base.root, input.file)) ?? '';
  return { list, files: filesAtBase(files, path, before.files, anchorsOf), changes: changesBetween(list, after) };
}

/** What a list was: to compare with, and to grant exceptions; null for neither. */
export interface BaseStates {
  readonly base: BaseState | null;
  readonly granted: BaseState | null;
}

/** Reads what a list was at the two bases of a run, which are often one. */
export async function statesOf(
  document: Document,
  { before, granting }: { readonly before: BaseContext | null; readonly granting: BaseContext | null },
): Promise<BaseStates> {
  const base = await baseState(document, before);
  return { base, granted: granting === before ? base : await baseState(document, granting) };
}

/** Opens the base whose comments grant exceptions; null where those of the list itself do. */
export async function grantingBase(
  { base, granting }: { readonly base?: Base | null | undefined; readonly granting?: Base | null | undefined },
  before: BaseContext | null,
): Promise<BaseContext | null> {
  if (!granting) return null;
  return granting.commit === base?.commit ? before : openBase(granting);
}
