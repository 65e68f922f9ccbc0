import { posix } from 'node:path';
import type { Files } from '../model/files.js';
import type { Link, List } from '../model/list.js';

/** Where a relative link or a fragment leads. */
export interface LocalResolution {
  /** `unknown`: nothing beside the list is known, so a relative path cannot be judged. */
  readonly status: 'found' | 'missing-file' | 'missing-anchor' | 'unknown';
  /** Path below the root without fragment; null for a fragment of the list itself. */
  readonly path: string | null;
  readonly fragment: string | null;
  /** The URL to write instead, when exactly one candidate differs by case, emoji or hyphens alone. */
  readonly suggestion: string | null;
}

/** Anchors that GitHub gives every page. */
const builtIn = new Set(['readme', 'top']);

/** Answers where a `local` or `fragment` link leads. Fragments compare as GitHub's do: exactly, after percent-decoding. */
export function resolveLocal(link: Link, list: List, files: Files): LocalResolution {
  const hash = link.url.indexOf('#');
  const fragment = hash < 0 ? null : decode(link.url.slice(hash + 1));
  const rawPath = (hash < 0 ? link.url : link.url.slice(0, hash)).replace(/\?.*$/s, '');
  if (rawPath === '') {
    const ids = new Set(list.anchors.map((anchor) => anchor.id));
    return answerFragment(null, fragment, ids, '');
  }
  const decoded = decode(rawPath);
  const path = decoded.startsWith('/')
    ? posix.normalize(decoded.slice(1) || '.')
    : posix.normalize(posix.join(files.folder, decoded));
  const bare = path.replace(/\/$/, '') || '.';
  // What leaves the repository (GitHub serves ../../issues and the like) is not a file that can be looked for.
  if (!files.known || bare === '..' || bare.startsWith('../')) {
    return { status: 'unknown', path: bare, fragment, suggestion: null };
  }
  if (files.kind(bare) === null) {
    const near = files.nearest(bare);
    return {
      status: 'missing-file',
      path: bare,
      fragment,
      suggestion: near === null ? null : recased(link.url, rawPath, near),
    };
  }
  const ids = fragment === null ? null : files.anchors(bare);
  if (ids === null) return { status: 'found', path: bare, fragment, suggestion: null };
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
  if (fragment === null || fragment === '' || builtIn.has(fragment) || ids.has(fragment)) {
    return { status: 'found', path, fragment, suggestion: null };
  }
  // Line anchors of source files (#L10, #L10-L20) are made by GitHub.
  if (path !== null && /^L\d+(C\d+)?(-L\d+(C\d+)?)?$/.test(fragment)) {
    return { status: 'found', path, fragment, suggestion: null };
  }
  const wanted = fold(fragment);
  const candidates = [...ids].filter((id) => fold(id) === wanted);
  const only = candidates.length === 1 ? candidates[0] : undefined;
  return { status: 'missing-anchor', path, fragment, suggestion: only === undefined ? null : `${prefix}#${only}` };
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

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
