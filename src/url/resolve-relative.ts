import { posix } from 'node:path';
import type { Files } from '../model/files.js';
import type { Anchor, Link, List } from '../model/list.js';
import { bareFragment, decode, foldFragment, hasAnchor, nearestAnchor } from './fragment.js';

/** Where a relative link or a fragment leads. */
export interface LocalResolution {
  /** `unknown`: nothing next to the list is known, so a relative path cannot be judged. */
  readonly status: 'found' | 'missing-file' | 'missing-anchor' | 'unknown';
  /** Path below the root without fragment; null for a fragment of the list itself. */
  readonly path: string | null;
  readonly fragment: string | null;
  /** The URL to write instead, when exactly one candidate is close. */
  readonly suggestion: string | null;
  /** True when the suggestion differs by case, emoji, punctuation or hyphens alone. */
  readonly sure: boolean;
  /** How many lines the file has, for a line anchor past its end; null otherwise. */
  readonly lines: number | null;
}

const plain = { suggestion: null, sure: false, lines: null } as const;

/** Anchors that GitHub gives every page. */
const builtIn = new Set(['readme', 'top']);

/** Answers where a `local` or `fragment` link leads. Fragments compare as GitHub's do: exactly, after percent-decoding. */
export function resolveLocal(link: Link, list: List, files: Files): LocalResolution {
  const hash = link.url.indexOf('#');
  const fragment = hash < 0 ? null : decode(link.url.slice(hash + 1));
  const rawPath = (hash < 0 ? link.url : link.url.slice(0, hash)).replace(/\?.*$/s, '');
  if (rawPath === '') {
    return answerFragment(null, fragment, anchorIdsOf(list), '', () => null);
  }
  const decoded = decode(rawPath);
  const path = decoded.startsWith('/')
    ? posix.normalize(decoded.slice(1) || '.')
    : posix.normalize(posix.join(files.folder, decoded));
  const bare = path.replace(/\/$/, '') || '.';
  // What leaves the repository (GitHub serves ../../issues and the like) is not a file that can be looked for.
  if (!files.known || bare === '..' || bare.startsWith('../')) {
    return { status: 'unknown', path: bare, fragment, ...plain };
  }
  if (files.kind(bare) === null) {
    const near = files.nearest(bare);
    return {
      ...plain,
      status: 'missing-file',
      path: bare,
      fragment,
      suggestion: near === null ? null : recased(link.url, rawPath, near),
    };
  }
  if (fragment === null || files.kind(bare) === 'folder') return { ...plain, status: 'found', path: bare, fragment };
  return answerFragment(bare, fragment, files.anchors(bare), rawPath, () => files.text(bare));
}

/** Files that GitHub looks for in each repository (GitHub Docs, community health files). */
const communityFile = /(?:^|\/)(?:contributing|code[-_]of[-_]conduct|licen[sc]e|security|support|governance)[^/]*$/i;

/** Other Markdown files that a list does not link to: from so many on, its folder is a collection of copies. */
const fewestCopies = 3;

/**
 * Whether a list may have been copied out of its repository, so that missing files say nothing: outside of a work tree of git
 * none of its local targets, itself aside, is there. `maybe` where that is one target in a folder that is known and does not hold
 * other lists, and either one that few repositories have or one with a similar name there; `no` elsewhere.
 */
export function detachment(list: List, files: Files): 'no' | 'maybe' | 'yes' {
  if (files.tracked) return 'no';
  const own = posix.join(files.folder, posix.basename(list.path));
  const targets = list.links.flatMap((link) => {
    const target = link.sort === 'local' ? resolveLocal(link, list, files) : null;
    return target === null || target.path === own ? [] : [target];
  });
  if (targets.length === 0 || targets.some(({ status }) => status === 'found')) return 'no';
  const [only, ...others] = targets;
  if (!files.known || others.length > 0) return 'yes';
  if (only?.suggestion !== null) return 'maybe';
  const isCopy = (name: string): boolean => /\.(?:md|markdown)$/i.test(name) && !communityFile.test(name);
  const copies = (files.names?.(files.folder) ?? []).filter((name) => name !== posix.basename(own) && isCopy(name));
  return communityFile.test(only.path ?? '') || copies.length >= fewestCopies ? 'yes' : 'maybe';
}

function answerFragment(
  path: string | null,
  fragment: string | null,
  ids: ReadonlySet<string> | null,
  prefix: string,
  textOf: () => string | null,
): LocalResolution {
  const found: LocalResolution = { ...plain, status: 'found', path, fragment };
  const bare = fragment === null ? '' : bareFragment(fragment);
  if (fragment === null || bare === '' || builtIn.has(bare.toLowerCase())) return found;
  // Line anchors of files (#L10, #L10-L20) are made by GitHub.
  if (path !== null && /^L\d+(?:C\d+)?(?:-L\d+(?:C\d+)?)?$/.test(bare)) {
    const lines =
      textOf()
        ?.replace(/\r?\n$/, '')
        .split('\n').length ?? null;
    const wanted = Math.max(...[...bare.matchAll(/L(\d{1,9})/g)].map(([, number]) => Number(number)));
    return lines === null || wanted <= lines ? found : { ...found, status: 'missing-anchor', lines };
  }
  if (ids === null || hasAnchor(fragment, ids)) return found;
  const near = nearestAnchor(bare, ids);
  return {
    ...found,
    status: 'missing-anchor',
    suggestion: near === null ? null : `${prefix}#${near}`,
    sure: near !== null && foldFragment(near) === foldFragment(bare),
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

/** Writes the tail of `rawPath` in the case that `near` has. */
function recased(url: string, rawPath: string, near: string): string {
  const clean = rawPath.replace(/\/$/, '');
  const shared = near.slice(-clean.replace(/^(?:\.{0,2}\/)+/, '').length);
  return clean.slice(0, clean.length - shared.length) + shared + url.slice(clean.length);
}
