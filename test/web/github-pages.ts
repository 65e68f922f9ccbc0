import { findRepository, hasObject, hasOwner, type MadeUpGithub, type MadeUpRepository } from './github-world.js';
import type { Visit } from './site.js';

/** Where a page leads, or how it answers. */
type Page = number | string;

/** Answers a page of the web site as GitHub does for a reader who is not signed in; `status` answers in its place. */
export function pageOf(world: MadeUpGithub, status: number | null, host: string, visit: Visit): void {
  const { path, query, response } = visit;
  const page = status ?? (host === 'www.github.com' ? `https://github.com${path}` : find(world, host, path, query));
  if (typeof page === 'string') response.writeHead(301, { location: page }).end();
  else
    response.writeHead(page, { 'content-type': 'text/html' }).end(`<!doctype html><title>${path}</title><p>GitHub</p>`);
}

function find(world: MadeUpGithub, host: string, path: string, query: URLSearchParams): Page {
  const segments = path
    .split('/')
    .filter((each) => each !== '')
    .map(decodeURIComponent);
  const [owner = '', called = '', word = '', ...rest] = segments;
  if (host === 'gist.github.com') return world.gists?.[segments.at(-1) ?? ''] === undefined ? 404 : 200;
  if (world.pages?.includes(path) || path === '/login') return 200;
  if (owner === 'topics') return world.topics?.includes(called) ? 200 : 404;
  if (called === '') return hasOwner(world, owner) ? 200 : 404;
  const repository = findRepository(world, `${owner}/${called.replace(/\.git$/, '')}`);
  if (repository === null || repository.isDisabled || repository.isPrivate) return 404;
  if (host === 'raw.githubusercontent.com') return hasPath(repository, [word, ...rest]) ? 200 : 404;
  if (repository.name.toLowerCase() !== `${owner}/${called}`.toLowerCase())
    return `/${[repository.name, word, ...rest].filter((each) => each !== '').join('/')}`;
  return part(repository, word, rest, query);
}

function part(repository: MadeUpRepository, word: string, rest: readonly string[], query: URLSearchParams): Page {
  const { name, issues = [], discussions = [], releases = [], tags = [], wiki = [] } = repository;
  const number = Number(rest[0]);
  const login = `/login?return_to=${encodeURIComponent(`/${name}/${word}`)}`;
  switch (word) {
    case '':
      return 200;
    case 'blob':
    case 'tree':
    case 'raw':
    case 'blame':
      return hasPath(repository, rest) ? 200 : 404;
    case 'issues':
      if (rest[0] === 'new') return login;
      if (rest[0] === undefined) return query.size > 0 ? 404 : 200;
      return discussions.includes(number) ? `/${name}/discussions/${number}` : issues.includes(number) ? 200 : 404;
    case 'pull':
      return issues.includes(number) ? 200 : 404;
    case 'discussions':
      return rest[0] === 'new' ? login : discussions.includes(number) ? 200 : 404;
    case 'releases':
      return rest[0] !== 'tag' || [...releases, ...tags].includes(rest.slice(1).join('/')) ? 200 : 404;
    case 'settings':
    case 'edit':
    case 'fork':
      return login;
    case 'wiki':
      if (wiki === null) return `/${name}`;
      if (rest[0] === 'Home') return `/${name}/wiki`;
      return rest[0] === undefined || wiki.includes(rest[0]) ? 200 : `/${name}/wiki`;
    default:
      return ['commits', 'stargazers', 'tags', 'actions', 'pulls', 'branches'].includes(word) ? 200 : 404;
  }
}

function hasPath(repository: MadeUpRepository, segments: readonly string[]): boolean {
  const bare = /^(?:heads|tags)$/.test(segments[1] ?? '') && segments[0] === 'refs' ? segments.slice(2) : segments;
  return bare.some((_, index) => {
    const ref = bare.slice(0, index + 1).join('/');
    const path = bare.slice(index + 1).join('/');
    return hasObject(repository, path === '' ? ref : `${ref}:${path}`);
  });
}
