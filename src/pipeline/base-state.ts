import { changesBetween } from '../diff/list-diff.js';
import type { Base } from '../git/base.js';
import { type BaseFiles, filesAtBase, mostTexts, readBaseFiles } from '../git/base-files.js';
import { textAtBase } from '../git/base-text.js';
import { changedFiles, pathIn } from '../git/changed-files.js';
import { plural } from '../text/plural.js';
import type { BaseState, ReadBases } from './lint-list.js';
import { anchorsOf, type Document } from './read-list.js';

/** What lists are compared with, and the files that it had. */
interface BaseContext {
  readonly base: Base;
  readonly files: BaseFiles;
}

/** What reads a list at its bases. */
export interface OpenedBases {
  readonly statesOf: ReadBases;
  /** Sentences on what is not compared. */
  readonly notices: readonly string[];
}

/** Opens what the lists of a run are compared with, and the base whose comments grant exceptions; null for none of either. */
export async function openBases(base: Base | null, granting: Base | null): Promise<OpenedBases> {
  const before = base === null ? null : await openBase(base);
  const grants = granting === null ? null : granting.commit === base?.commit ? before : await openBase(granting);
  const unread = before?.files.unread ?? 0;
  return {
    statesOf: async (document) => {
      const state = await baseState(document, before);
      return { base: state, granted: grants === before ? state : await baseState(document, grants) };
    },
    notices:
      unread === 0
        ? []
        : [
            `${mostTexts} changed files were compared besides the lists; ${plural(unread, 'more is', 'more are')} treated as unchanged, so a missing anchor in ${unread === 1 ? 'it' : 'them'} may go unreported`,
          ],
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
  const path = (await pathIn(base.root, input.file)) ?? '';
  const known = before.files.texts.get(path);
  const old = known === undefined ? await textAtBase(base, input.file) : known;
  // Line endings that git converts are no change.
  const same = old !== null && files.converted && !old.includes('\r\n') ? old.replaceAll('\n', '\r\n') : old;
  const list = same === null ? null : same === text ? after : document.reread(same);
  return {
    ...{ list, files: filesAtBase(files, path, before.files, anchorsOf), changes: changesBetween(list, after) },
    changesTo: (later) => changesBetween(list, later),
  };
}
