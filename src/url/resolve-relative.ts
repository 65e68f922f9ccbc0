import { posix } from 'node:path';
import type { Files } from '../model/files.js';
import type { Anchor, Link, List } from '../model/list.js';
import { countLines, decode, githubAnchor, lastLineOf, withoutDirective } from './fragment.js';

/** Where a relative link or a fragment leads. */
export interface LocalResolution {
  /** `unknown`: nothing beside the list is known, so a relative path cannot be judged. */
  readonly status: 'found' | 'missing-file' | 'missing-anchor' | 'unknown';
  /** Path below the root without fragment; null for a fragment of the list itself. */
  readonly path: string | null;
  readonly fragment: string | null;
  /** How many lines the file has, where the fragment names a line beyond them; else null. */
  readonly lines: number | null;
  /** The URL to write instead, when exactly one candidate differs by case, emoji or hyphens alone. */
  readonly suggestion: string | null;
}

/** Anchors that GitHub gives every page. */
const builtIn = new Set(['readme', 'top']);

/** Where a `local` or `fragment` link leads. Fragments compare as on GitHub: see `githubAnchor`. */
export function resolveLocal(link: Link, list: List, files: Files): LocalResolution {
  const hash = link.url.indexOf('#');
  const fragment = hash < 0 ? null : decode(withoutDirective(link.url.slice(hash + 1)));
  const rawPath = (hash < 0 ? link.url : link.url.slice(0, hash)).replace(/\?.*$/s, '');
  if (rawPath === '') {
    return answerFragment(null, fragment, anchorIdsOf(list), '');
  }
  const decoded = decode(rawPath);
  const path = decoded.startsWith('/')
    ? posix.normalize(decoded.slice(1) || '.')
    : posix.normalize(posix.join(files.folder, decoded));
  const bare = path.replace(/\/$/, '') || '.';
  // What leaves the repository (GitHub serves ../../issues and the like) is not a file that can be looked for.
  if (!files.known || bare === '..' || bare.startsWith('../')) {
    return { status: 'unknown', path: bare, fragment, lines: null, suggestion: null };
  }
  if (files.kind(bare) === null) {
    const near = files.nearest(bare);
    return {
      status: 'missing-file',
      path: bare,
      fragment,
      lines: null,
      suggestion: near === null ? null : recased(link.url, rawPath, near),
    };
  }
  const last = fragment === null ? null : lastLineOf(fragment);
  if (last !== null) {
    const text = files.text(bare);
    const lines = text === null ? last : countLines(text);
    const status = last <= lines ? 'found' : 'missing-anchor';
    return { status, path: bare, fragment, lines: last <= lines ? null : lines, suggestion: null };
  }
  const ids = fragment === null ? null : files.anchors(bare);
  if (ids === null) return { status: 'found', path: bare, fragment, lines: null, suggestion: null };
  return answerFragment(bare, fragment, ids, rawPath);
}

/** True for a list that stands apart from its repository, so that nobody can tell which of the files it links to are missing. */
export function isDetached(list: List, files: Files): boolean {
  if (files.tracked) return false;
  const local = list.links.filter((link) => link.sort === 'local');
  if (local.length === 0 || (files.known && local.length === 1)) return false;
  return local.every((link) => resolveLocal(link, list, files).status !== 'found');
}

function answerFragment(
  path: string | null,
  fragment: string | null,
  ids: ReadonlySet<string>,
  prefix: string,
): LocalResolution {
  if (
    fragment === null ||
    fragment === '' ||
    builtIn.has(fragment.toLowerCase()) ||
    githubAnchor(fragment, ids) !== null
  ) {
    return { status: 'found', path, fragment, lines: null, suggestion: null };
  }
  const wanted = fold(fragment);
  const candidates = foldedOf(ids).get(wanted) ?? [];
  const only = candidates.length === 1 ? candidates[0] : undefined;
  return {
    status: 'missing-anchor',
    path,
    fragment,
    lines: null,
    suggestion: only === undefined ? null : `${prefix}#${only}`,
  };
}

const idsOfList = new WeakMap<readonly Anchor[], ReadonlySet<string>>();
/** The anchors of a list, gathered once however many links ask. */
function anchorIdsOf({ anchors }: List): ReadonlySet<string> {
  const known = idsOfList.get(anchors);
  if (known !== undefined) return known;
  const ids = new Set(anchors.map((anchor) => anchor.id));
  idsOfList.set(anchors, ids);
  return ids;
}

const foldedIds = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, readonly string[]>>();
/** Anchors by what they fold to. */
function foldedOf(ids: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const known = foldedIds.get(ids);
  if (known !== undefined) return known;
  const folded = new Map<string, string[]>();
  for (const id of ids) {
    const same = folded.get(fold(id));
    if (same === undefined) folded.set(fold(id), [id]);
    else same.push(id);
  }
  foldedIds.set(ids, folded);
  return folded;
}

/** Two fragments that fold alike differ only by case, emoji, punctuation or hyphens. */
function fold(fragment: string): string {
  return fragment.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Writes the tail of `rawPath` in the case that `near` has. */
function recased(url: string, rawPath: string, near: string): string {
  const clean = rawPath.replace(/\/$/, '');
  const shared = near.slice(-clean.replace(/^(?:\.{0,2}\/)+/, '').length);
  return clean.slice(0, clean.length - shared.length) + shared + url.slice(clean.length);
}
