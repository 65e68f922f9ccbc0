import { actionOf, isReserved } from './reserved-paths.js';

/** What an address on GitHub names. */
export type GithubAddress =
  | RepositoryAddress
  | { readonly kind: 'owner'; readonly login: string }
  | { readonly kind: 'topic'; readonly name: string }
  | { readonly kind: 'gist'; readonly id: string; readonly owner: string | null };

export interface RepositoryAddress {
  readonly kind: 'repository';
  readonly owner: string;
  /** Without a `.git` at its end. */
  readonly name: string;
  /** What follows the name in the path, escaped as written: empty, or with a slash in front. */
  readonly tail: string;
  readonly part: RepositoryPart;
}

/** What of a repository is meant; `action` is a page that is or falls with the repository. */
export type RepositoryPart =
  | { readonly kind: 'root' }
  /** `hidden`: programs get a login page or a refusal there, so the page itself tells nothing. */
  | { readonly kind: 'action'; readonly hidden: boolean }
  | PathPart
  | { readonly kind: 'release'; readonly tag: string }
  | { readonly kind: 'issue'; readonly number: number }
  | { readonly kind: 'discussion'; readonly number: number }
  | { readonly kind: 'wiki'; readonly page: string };

/** A file or a folder at a ref. */
export interface PathPart {
  readonly kind: 'path';
  /** `file` is raw.githubusercontent.com, which has no such word in its path. */
  readonly mode: 'blob' | 'tree' | 'raw' | 'blame' | 'commits' | 'file';
  /** Unescaped: the ref, which may hold slashes, then the path. Never empty. */
  readonly segments: readonly string[];
}

const hosts = new Set(['github.com', 'www.github.com', 'gist.github.com', 'raw.githubusercontent.com']);
/** Wider than what GitHub takes today: older logins end with hyphens, managed ones hold an underscore. */
const loginShape = /^[a-z\d][a-z\d_-]{0,38}$/i;
const nameShape = /^[\w.-]{1,100}$/;
const gistShape = /^(?:[\da-f]{20}|[\da-f]{32}|\d{1,10})$/i;
const numberShape = /^[1-9]\d{0,8}$/;
/** What no ref may hold (git-check-ref-format), so that an address never becomes a revision expression. */
const noRef = /[\s~^:?*[\\]|\.\.|@\{|^[-.]|\.lock$|^@$/;

/** Tells what a URL on GitHub names; null for other hosts, GitHub's own pages and names that GitHub does not give. */
export function githubAddress(url: URL): GithubAddress | null {
  if (!hosts.has(url.hostname) || !/^https?:$/.test(url.protocol) || url.port !== '' || url.username !== '')
    return null;
  const raw = url.pathname.split('/').filter((segment) => segment !== '');
  const segments = raw.map(unescaped);
  if (!segments.every((segment) => segment !== null)) return null;
  const [first, second, ...rest] = segments;
  if (first === undefined) return null;
  if (url.hostname === 'gist.github.com') return gistOf(segments);
  const isFile = url.hostname === 'raw.githubusercontent.com';
  if (first === 'topics' && !isFile) return topicOf(segments);
  if (!loginShape.test(first) || isReserved(first)) return null;
  if (second === undefined) return isFile ? null : { kind: 'owner', login: first };
  const name = second.replace(/\.git$/i, '');
  if (!nameShape.test(name) || name === '.' || name === '..') return null;
  const part = isFile ? pathOf('file', rest) : partOf(rest, url.search !== '');
  const tail = raw.slice(2).map((segment) => `/${segment}`);
  return part === null ? null : { kind: 'repository', owner: first, name, tail: tail.join(''), part };
}

/** An address once more, with the repository's present name and, where one is given, another tail. */
export function renamedAddress(url: URL, nameWithOwner: string, tail: string): string {
  const host = url.hostname === 'raw.githubusercontent.com' ? url.hostname : 'github.com';
  return `https://${host}/${nameWithOwner}${tail}${url.search}`;
}

function partOf(rest: readonly string[], hasQuery: boolean): RepositoryPart | null {
  const [word, next, ...more] = rest;
  if (word === undefined) return { kind: 'root' };
  if (next !== undefined) {
    if (word === 'blob' || word === 'tree' || word === 'raw' || word === 'blame' || word === 'commits')
      return pathOf(word, [next, ...more]);
    if (word === 'releases' && next === 'tag' && more.length > 0) return { kind: 'release', tag: more.join('/') };
    if ((word === 'issues' || word === 'pull') && numberShape.test(next))
      return { kind: 'issue', number: Number(next) };
    if (word === 'discussions' && numberShape.test(next)) return { kind: 'discussion', number: Number(next) };
    if (word === 'wiki' && more.length === 0 && !next.startsWith('_')) return { kind: 'wiki', page: next };
  }
  return actionOf(rest, hasQuery);
}

function pathOf(mode: PathPart['mode'], segments: readonly string[]): PathPart | null {
  const least = mode === 'tree' || mode === 'commits' ? 1 : 2;
  return segments.length < least || noRef.test(segments[0] ?? '') ? null : { kind: 'path', mode, segments };
}

/** Ways to part the segments into a ref and a path, the shortest ref first: at most four. */
export function refsOf({ mode, segments }: PathPart): readonly { readonly ref: string; readonly path: string }[] {
  const isFull = segments[0] === 'refs' && (segments[1] === 'heads' || segments[1] === 'tags');
  const least = isFull ? 3 : 1;
  const most = Math.min(least + 3, mode === 'tree' || mode === 'commits' ? segments.length : segments.length - 1);
  const ways: { ref: string; path: string }[] = [];
  for (let length = least; length <= most; length++) {
    if (noRef.test(segments[length - 1] ?? '')) break;
    ways.push({ ref: segments.slice(0, length).join('/'), path: segments.slice(length).join('/') });
  }
  return ways;
}

function topicOf([, name, more]: readonly string[]): GithubAddress | null {
  return name !== undefined && more === undefined && /^[a-z\d][a-z\d-]{0,49}$/i.test(name)
    ? { kind: 'topic', name }
    : null;
}

function gistOf(segments: readonly string[]): GithubAddress | null {
  const [id, owner = null] = [...segments].reverse();
  if (id === undefined || segments.length > 2 || (owner !== null && !loginShape.test(owner))) return null;
  const plain = id.replace(/\.git$/i, '');
  return gistShape.test(plain) ? { kind: 'gist', id: plain, owner } : null;
}

/** Null for what cannot be unescaped, or would be more than one segment, or holds controls. */
function unescaped(segment: string): string | null {
  try {
    const text = decodeURIComponent(segment);
    return /[/\u0000-\u001F\u007F]/.test(text) ? null : text;
  } catch {
    return null;
  }
}
