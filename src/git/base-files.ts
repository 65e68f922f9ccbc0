import { posix, relative, sep } from 'node:path';
import type { Files } from '../model/files.js';
import type { Base } from './base.js';
import { textAtBase } from './base-text.js';
import type { ChangedFile } from './changed-files.js';

/** Reads the anchors of a Markdown text. */
type AnchorReader = (text: string) => ReadonlySet<string>;

/** What changes since a base, with the texts that rules may read of it; paths are relative to the work tree. */
export interface BaseFiles {
  /** Paths that the base has, and the work tree has not. */
  readonly gone: ReadonlySet<string>;
  /** Paths that the work tree has, and the base has not. */
  readonly added: ReadonlySet<string>;
  /** Texts at the base of files that are gone or changed; null for what is no text. */
  readonly texts: ReadonlyMap<string, string | null>;
  /** Paths that renamed files had at the base. */
  readonly renamed: ReadonlyMap<string, string>;
  /** How many more changed files there are than are read: they are taken to have been as they are. */
  readonly unread: number;
}

/** Rules read Markdown files, and the files of a repository that GitHub knows by name. */
const isRead = (path: string): boolean =>
  /\.(?:md|markdown|mkdn?|mdown)$/i.test(path) ||
  /^(?:licen[cs]e|copying|unlicense|contributing|code[_-]of[_-]conduct|readme)\b/i.test(posix.basename(path));

/** The most changed files of which the text at the base is read, each by a call of git. */
export const mostTexts = 500;

/** Reads what `changed` says of the files of a base: of so many the text. */
export async function readBaseFiles(base: Base, changed: readonly ChangedFile[], most = mostTexts): Promise<BaseFiles> {
  const pathOf = (file: string): string => relative(base.root, file).split(sep).join('/');
  const gone = new Set<string>();
  const added = new Set<string>();
  const texts = new Map<string, string | null>();
  const renamed = new Map<string, string>();
  let unread = 0;
  for (const { file, status, before } of changed) {
    const path = pathOf(file);
    const old = before === null ? null : pathOf(before);
    if (status === 'deleted' || status === 'renamed') gone.add(old ?? path);
    if (status === 'added' || status === 'renamed') added.add(path);
    if (status === 'renamed' && old !== null) renamed.set(path, old);
    if (before === null || old === null || !isRead(old)) continue;
    if (texts.size < most) texts.set(old, await textAtBase(base, before));
    else unread += 1;
  }
  for (const path of added) gone.delete(path);
  return { gone, added, texts, renamed, unread };
}

/** The files around a list as they were at the base; `now` are those of the work tree, of which all else is taken. */
export function filesAtBase(now: Files, list: string, base: BaseFiles, anchorsOf: AnchorReader): Files {
  if (!now.tracked) return now;
  const { gone, added, texts, renamed } = base;
  const were = indexed(gone);
  const textOf = (path: string): string | null => {
    const known = texts.get(path);
    if (known !== undefined) return known;
    return added.has(path) ? null : now.text(path);
  };
  const old = renamed.get(list);
  return {
    known: now.known,
    tracked: true,
    converted: now.converted ?? false,
    folder: old === undefined ? now.folder : folderOf(old),
    repository: now.repository,
    kind: (path) => {
      if (gone.has(path)) return 'file';
      if (added.has(path)) return null;
      return now.kind(path) ?? (were.folders.has(path) ? 'folder' : null);
    },
    nearest: (path) => {
      const near = were.byLowercase.get(path.toLowerCase()) ?? now.nearest(path);
      return near !== null && added.has(near) ? null : near;
    },
    names: (path) => {
      const here = (now.names?.(path) ?? []).filter((name) => !added.has(posix.join(path, name)));
      return [...new Set([...here, ...(were.folders.get(path) ?? [])])];
    },
    text: textOf,
    anchors: (path) => {
      if (!texts.has(path)) return added.has(path) ? null : now.anchors(path);
      const text = textOf(path);
      return text === null || !/\.(?:md|markdown|mkdn?|mdown)$/i.test(path) ? null : anchorsOf(text);
    },
  };
}

/** Paths by what is looked up: in lowercase, the first of several; and each folder around one with the names of the files in it. */
function indexed(paths: Iterable<string>) {
  const byLowercase = new Map<string, string>();
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    if (!byLowercase.has(path.toLowerCase())) byLowercase.set(path.toLowerCase(), path);
    const inner = folderOf(path);
    for (let at = inner; !folders.has(at); at = folderOf(at)) folders.set(at, []);
    folders.get(inner)?.push(posix.basename(path));
  }
  return { byLowercase, folders };
}

/** The folder of a path; empty for the root of the repository. */
function folderOf(path: string): string {
  return posix.dirname(path).replace(/^\.$/, '');
}
