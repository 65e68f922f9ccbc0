import { areNames, type Project, projectPath, resultOfProject, withoutGit } from './code-host.js';
import { askEach, foundIn, isWeb, pathSegments, refuses, textOf } from './json-api.js';
import { type Site, type SiteApi, type SiteResult, type SiteTarget, unsure } from './site.js';

const api2 = 'https://api.bitbucket.org/2.0/repositories';
const title = "Bitbucket's API";
/** Bitbucket's own pages. Source: bitbucket.org's menus. */
const own = new Set(['account', 'blog', 'dashboard', 'product', 'repo', 'site', 'snippets', 'socialauth', 'support']);

/** Bitbucket, which shows a login page for what is missing as for what is private. */
export const bitbucket: Site = {
  name: 'bitbucket',
  batch: 1,
  claims: (url) => projectOf(url) !== null,
  ask: (targets, api) => askEach(targets, (target) => wordOf(target, api)),
};

interface BitbucketProject extends Project {
  /** False for a page in the repository. */
  readonly whole: boolean;
}

function projectOf(url: URL): BitbucketProject | null {
  if (url.hostname !== 'bitbucket.org' || !isWeb(url.protocol)) return null;
  const [owner, second, view, more] = pathSegments(url) ?? [];
  const name = second === undefined ? undefined : withoutGit(second);
  if (owner === undefined || name === undefined || own.has(owner) || name === 'workspace') return null;
  if (!areNames([owner, name])) return null;
  const whole = view === undefined || ((view === 'src' || view === 'overview') && more === undefined);
  return { path: `${owner}/${name}`, depth: 2, whole };
}

async function wordOf(target: SiteTarget, api: SiteApi): Promise<SiteResult | null> {
  const place = projectOf(target.url);
  if (place === null) return null;
  const reply = await api.ask({ url: `${api2}/${place.path}`, accept: 'application/json' });
  if (refuses(reply))
    return unsure('unverifiable', 'private-or-missing', { kind: 'private', service: title, name: place.path });
  const found = foundIn(reply);
  const path = projectPath(found?.full_name);
  if (path === null || !place.whole) return null;
  return resultOfProject(title, target, place, { path, id: textOf(found?.uuid), isArchived: false, about: null });
}
