import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, join, relative, sep } from 'node:path';
import type { Files } from '../model/files.js';
import { isInside } from './read.js';

/** A file of more bytes is not searched for anchors. */
const mostAnchored = 10_000_000;

/** Gives the anchors of a Markdown text. */
export type AnchorReader = (text: string) => ReadonlySet<string>;

/** Finds the files next to a list. Looks only on demand, below the work tree or the list's own folder, and tells nothing of what a link leads to outside of it or in git's own folder. `converted` says that git converts the list's line endings. */
export function repositoryFiles(file: string, anchorsOf: AnchorReader, converted = false): Files {
  const folder = dirname(file);
  const root = workTreeOf(folder) ?? folder;
  const names = new Map<string, ReadonlySet<string>>();
  const listed = (path: string): ReadonlySet<string> => {
    const known = names.get(path);
    if (known !== undefined) return known;
    const read = new Set(kindOf(join(root, path), root) === 'folder' ? readNames(join(root, path)) : []);
    names.set(path, read);
    return read;
  };
  const lowercased = new Map<string, ReadonlyMap<string, string>>();
  /** The names in a folder by their lowercase, the first of several. */
  const byLowercase = (path: string): ReadonlyMap<string, string> => {
    const known = lowercased.get(path);
    if (known !== undefined) return known;
    // Backwards, so that the first of several is kept.
    const read = new Map([...listed(path)].reverse().map((name) => [name.toLowerCase(), name]));
    lowercased.set(path, read);
    return read;
  };
  const anchors = new Map<string, ReadonlySet<string> | null>();
  /** The path as on disk; null when a part is missing, whose case may differ where `isLoose`. */
  const find = (path: string, isLoose: boolean): string | null => {
    let at = '';
    for (const part of path.split('/').filter((each) => each !== '' && each !== '.')) {
      const name = listed(at).has(part) ? part : isLoose ? byLowercase(at).get(part.toLowerCase()) : undefined;
      if (name === undefined) return null;
      at = at === '' ? name : `${at}/${name}`;
    }
    return at === '' ? '.' : at;
  };
  const kind = (path: string): 'file' | 'folder' | null => {
    const found = find(path, false);
    return found === null ? null : kindOf(join(root, found), root);
  };
  return {
    get known() {
      return root !== folder || existsSync(join(root, '.git')) || listed('').size > 1;
    },
    get tracked() {
      return existsSync(join(root, '.git'));
    },
    folder: relative(root, folder).split(sep).join('/'),
    get repository() {
      return repositoryOf(root);
    },
    converted,
    kind,
    nearest: (path) => {
      const found = find(path, true);
      return found === null || kindOf(join(root, found), root) === null ? null : found;
    },
    names: (folder) => [...listed(folder === '.' ? '' : folder)],
    text: (path) => {
      const found = find(path, false);
      return found === null || kindOf(join(root, found), root) !== 'file' ? null : textOf(join(root, found));
    },
    anchors: (path) => {
      const known = anchors.get(path);
      if (known !== undefined) return known;
      const isMarkdown = /\.(?:md|markdown|mkdn?|mdown)$/i.test(path) && kind(path) === 'file';
      const text = isMarkdown ? textOf(join(root, path), mostAnchored) : null;
      const read = text === null ? null : anchorsOf(text);
      anchors.set(path, read);
      return read;
    },
  };
}

/** The top of the work tree around a folder; null outside of one. Looks no higher than GIT_CEILING_DIRECTORIES says, as git does. */
function workTreeOf(folder: string, env: NodeJS.ProcessEnv = process.env): string | null {
  const ceilings = (env.GIT_CEILING_DIRECTORIES ?? '').split(delimiter);
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at || ceilings.includes(dirname(at))) return null;
  }
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function textOf(path: string, most = 1_000_000): string | null {
  try {
    const facts = statSync(path);
    // A pipe would wait for a writer.
    return facts.isFile() && facts.size <= most ? readFileSync(path, 'utf8') : null;
  } catch {
    return null;
  }
}

/** Null for what is not there, leads out of the root or into git's own folder, or is a pipe or a device. */
function kindOf(path: string, root: string): 'file' | 'folder' | null {
  try {
    const real = realpathSync(path);
    if (!isInside(realpathSync(root), real)) return null;
    const facts = statSync(real);
    return facts.isDirectory() ? 'folder' : facts.isFile() ? 'file' : null;
  } catch {
    return null;
  }
}

function repositoryOf(root: string): string | null {
  const config = textOf(join(root, '.git', 'config')) ?? '';
  const origin = /\[remote "origin"\][^[]*?\burl\s*=\s*(\S+)/.exec(config)?.[1] ?? '';
  const match = /github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/i.exec(origin);
  return match?.[1]?.toLowerCase() ?? null;
}
