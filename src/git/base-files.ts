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
}

/** Rules read Markdown files, and the files of a repository that GitHub knows by name. */
const isRead = (path: string): boolean =>
  /\.(?:md|markdown|mkdn?|mdown)$/i.test(path) ||
  /^(?:licen[cs]e|copying|unlicense|contributing|code[_-]of[_-]conduct|readme)\b/i.test(posix.basename(path));

/** Reads what `changed` says of the files of a base. */
export async function readBaseFiles(base: Base, changed: readonly ChangedFile[]): Promise<BaseFiles> {
  const pathOf = (file: string): string => relative(base.root, file).split(sep).join('/');
  const gone = new Set<string>();
  const added = new Set<string>();
  const texts = new Map<string, string | null>();
  const renamed = new Map<string, string>();
  for (const { file, status, before } of changed) {
    const path = pathOf(file);
    const old = before === null ? null : pathOf(before);
    if (status === 'deleted' || status === 'renamed') gone.add(old ?? path);
    if (status === 'added' || status === 'renamed') added.add(path);
    if (status === 'renamed' && old !== null) renamed.set(path, old);
    if (before !== null && old !== null && isRead(old)) texts.set(old, await textAtBase(base, before));
  }
  for (const path of added) gone.delete(path);
  return { gone, added, texts, renamed };
}

/** The files around a list as they were at the base; `now` are those of the work tree, of which all else is taken. */
export function filesAtBase(now: Files, list: string, base: BaseFiles, anchorsOf: AnchorReader): Files {
  if (!now.tracked) return now;
  const { gone, added, texts, renamed } = base;
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
    folder: old === undefined ? now.folder : posix.dirname(old).replace(/^\.$/, ''),
    repository: now.repository,
    kind: (path) => {
      if (gone.has(path)) return 'file';
      if (added.has(path)) return null;
      return now.kind(path) ?? ([...gone].some((one) => one.startsWith(`${path}/`)) ? 'folder' : null);
    },
    nearest: (path) => {
      const wanted = path.toLowerCase();
      const was = [...gone].find((one) => one.toLowerCase() === wanted);
      const near = was ?? now.nearest(path);
      return near !== null && added.has(near) ? null : near;
    },
    names: (path) => {
      const inside = (files: Iterable<string>): readonly string[] =>
        [...files].flatMap((file) => (posix.dirname(file).replace(/^\.$/, '') === path ? [posix.basename(file)] : []));
      const brought = new Set(inside(added));
      return [...new Set([...(now.names?.(path) ?? []).filter((name) => !brought.has(name)), ...inside(gone)])];
    },
    text: textOf,
    anchors: (path) => {
      if (!texts.has(path)) return added.has(path) ? null : now.anchors(path);
      const text = textOf(path);
      return text === null || !/\.(?:md|markdown|mkdn?|mdown)$/i.test(path) ? null : anchorsOf(text);
    },
  };
}
