import { changesBetween } from '../diff/list-diff.js';
import type { Base } from '../git/base.js';
import { type BaseFiles, filesAtBase, readBaseFiles } from '../git/base-files.js';
import { textAtBase } from '../git/base-text.js';
import { changedFiles, pathIn } from '../git/changed-files.js';
import type { BaseState, ReadBases } from './lint-list.js';
import { anchorsOf, type Document } from './read-list.js';

/** What lists are compared with, and the files that it had. */
interface BaseContext {
  readonly base: Base;
  readonly files: BaseFiles;
}

/**
 * Opens what the lists of a run are compared with, and the base whose comments grant exceptions; null for none of either. Gives what
 * reads a list at both.
 */
export async function openBases(base: Base | null, granting: Base | null): Promise<ReadBases> {
  const before = base === null ? null : await openBase(base);
  const grants = granting === null ? null : granting.commit === base?.commit ? before : await openBase(granting);
  return async (document) => {
    const state = await baseState(document, before);
    return { base: state, granted: grants === before ? state : await baseState(document, grants) };
  };
}

/** Reads which files a base has otherwise than the work tree. */
async function openBase(base: Base): Promise<BaseContext> {
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
  return {
    ...{ list, files: filesAtBase(files, path, before.files, anchorsOf), changes: changesBetween(list, after) },
    changesTo: (later) => changesBetween(list, later),
  };
}
