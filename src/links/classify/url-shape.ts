import { getDomain, getDomainWithoutSuffix, getPublicSuffix } from 'tldts';
import { isTracking } from '../../url/tracking.js';

/** The registrable domain of a URL's host (Public Suffix List, private suffixes such as github.io included); the host itself for addresses. */
export function siteOf(url: string): string {
  const { hostname } = new URL(url);
  return getDomain(hostname, { allowPrivateDomains: true }) ?? hostname;
}

/** True for a host under a platform's own domain (github.io, vercel.app …: the private part of the Public Suffix List). */
export function isSharedHost(url: string): boolean {
  const { hostname } = new URL(url);
  return getPublicSuffix(hostname, { allowPrivateDomains: true }) !== getPublicSuffix(hostname);
}

/** True when two URLs lie under one registrable domain. */
export function sameSite(a: string, b: string): boolean {
  return siteOf(a) === siteOf(b);
}

/** True when two registrable domains differ in their ending alone, as when a project moves from one to another. */
export function sameBrand(a: string, b: string): boolean {
  const [one, other] = [a, b].map((url) =>
    getDomainWithoutSuffix(new URL(url).hostname, { allowPrivateDomains: true }),
  );
  return one !== null && one === other;
}

/** True for a site's front page, that of a language included: `/`, `/en`, `/de-de/`, `/index.html`, `/home.aspx`. */
export function isRoot(url: string): boolean {
  const { pathname, search } = new URL(url);
  return (
    search.length < 2 &&
    /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:(?:index|home|default)\.\w+(?:\.\w+)?|home\/?)?$/i.test(pathname)
  );
}

/** Queries that change nothing of a front page. */
const idle = /^(?:ref|referrer|referer|source|src|from|via|lang|language|hl|locale|affiliate|partner|campaign|cid)$/i;

/** True for a URL that asks for a front page under one of its other names: `/index.html?v=2`, `/Default.aspx`, `/?ref=list`, `//`. */
export function asksForFront(url: string): boolean {
  if (isRoot(url)) return true;
  const { pathname, hostname, searchParams } = new URL(url);
  const front = /^\/+(?:www\/?|(?:index|default|home|homepage|main|start|welcome)(?:\.(\w{2,5}))?\/?)?$/i.exec(
    pathname,
  );
  if (front === null) return false;
  // A query means nothing to a file, and tells pages apart where a program reads it.
  return (
    /^html?$/i.test(front[1] ?? '') ||
    [...searchParams.keys()].every((key) => idle.test(key) || isTracking(key, hostname))
  );
}

/** True for the address of a page that says that nothing is there. */
export function isAbsentPath(url: string): boolean {
  return /(?:^|\/)(?:404|(?:page[-_]?)?not[-_]?found|error(?:[-_]?404)?|page[-_]?unavailable)(?:\.\w+)?\/?$/i.test(
    new URL(url).pathname,
  );
}

/** True when the second address is a folder above the first, on the same site: where sites send those who ask for what they no longer have. */
export function isAbove(from: string, to: string): boolean {
  const parts = (url: string): readonly string[] =>
    new URL(url).pathname.split('/').filter((part) => part !== '' && !/^index\.\w+$/i.test(part));
  const [below, above] = [parts(from), parts(to)];
  return above.length < below.length && above.every((part, index) => part === below[index]);
}
