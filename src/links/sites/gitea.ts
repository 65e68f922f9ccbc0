import type { Evidence } from '../../model/evidence.js';
import { giteaForges } from '../../url/service-hosts.js';
import type { HttpResult } from '../http/response.js';
import { areNames, idOf, type Project, projectPath, resultOfProject, withoutGit } from './code-host.js';
import { giteaFacts, withDetails } from './forge-facts.js';
import { askEach, complaintOf, foundIn, isWeb, pathSegments, recordOf, textOf } from './json-api.js';
import { jsonOf, missing, type Site, type SiteApi, type SiteResult, type SiteTarget } from './site.js';

const title = 'The API of this forge';
const accept = 'application/json';

const hosts = new Set(giteaForges.map(({ host }) => host));

/** First parts of a forge's own pages. Source: reserved user names in Gitea's models/user. */
const own = new Set(
  (
    '-,.well-known,admin,api,assets,attachments,avatar,avatars,captcha,commits,debug,devtest,error,explore,favicon.ico,' +
    'ghost,healthz,install,issues,login,manifest.json,metrics,milestones,new,notifications,org,pulls,raw,repo,' +
    'repo-avatars,robots.txt,search,sitemap.xml,ssh_info,swagger.v1.json,user,v2'
  ).split(','),
);

/** Forges on Gitea or Forgejo, some of which set a challenge before their pages. */
export const gitea: Site = {
  name: 'gitea',
  batch: 1,
  claims: (url) => projectOf(url) !== null,
  describes: (url) => (projectOf(url)?.part ?? 'other') !== 'other',
  ask: (targets, api) => askEach(targets, (target) => wordOf(target, api)),
};

interface GiteaProject extends Project {
  readonly part: 'root' | 'path' | 'other';
  /** The kind of ref and then ref and path, which may both hold slashes; empty but for `path`. */
  readonly rest: readonly string[];
}

function projectOf(url: URL): GiteaProject | null {
  const isForge = hosts.has(url.hostname) || /^(?:gitea|forgejo)\.[^.]+/.test(url.hostname);
  if (!isForge || !isWeb(url.protocol)) return null;
  const [owner, second, mode, ...rest] = pathSegments(url) ?? [];
  if (owner === undefined || second === undefined || own.has(owner)) return null;
  const name = withoutGit(second);
  if (!areNames([owner, name]) || /\.(?:rss|atom|keys|gpg)$/.test(name)) return null;
  const base = { path: `${owner}/${name}`, depth: 2 };
  if (mode === undefined) return { ...base, part: 'root', rest: [] };
  const isPath = /^(?:src|raw|media|blame)$/.test(mode) && Object.hasOwn(refs, rest[0] ?? '') && rest.length > 1;
  return isPath ? { ...base, part: 'path', rest } : { ...base, part: 'other', rest: [] };
}

async function wordOf(target: SiteTarget, api: SiteApi): Promise<SiteResult | null> {
  const place = projectOf(target.url);
  if (place === null) return null;
  const base = `${target.url.origin}/api/v1/repos`;
  const reply = await api.ask({ url: `${base}/${place.path}`, accept });
  if (complaintOf(reply) !== null)
    return missing('repo-missing', { kind: 'has-no', service: title, thing: null, name: place.path });
  const found = foundIn(reply);
  const path = projectPath(found?.full_name);
  if (found === null || path === null || place.part === 'other') return null;
  const repo = `${base}/${path}`;
  const lists = { releases: `${repo}/releases?limit=1`, tags: `${repo}/tags?limit=1`, contributors: null };
  const about = await withDetails(giteaFacts(found, path, api.now()), lists, api);
  const facts = { path, id: idOf(found.id), isArchived: found.archived === true, about };
  const word = resultOfProject(title, target, place, facts);
  if (place.part === 'root' || word.reason === 'recreated') return word;
  const isThere = await findPath(`${base}/${path}`, place.rest, api);
  if (isThere === null) return null;
  const part = place.rest.slice(1).join('/');
  const evidence: Evidence = { kind: 'has-without', service: title, name: path, part };
  return isThere ? word : { ...missing('path-missing', evidence), hostId: facts.id };
}

/** Where a ref of each kind is, and the key that repeats its name (Gitea's API, "repository"). */
const refs: Readonly<Record<string, { readonly path: string; readonly key: string }>> = {
  branch: { path: 'branches', key: 'name' },
  tag: { path: 'tags', key: 'name' },
  commit: { path: 'git/commits', key: 'sha' },
};

/** Whether a ref and a path in it are there. Null where the first part alone is no ref: its name may hold slashes. */
async function findPath(repo: string, rest: readonly string[], api: SiteApi): Promise<boolean | null> {
  const [kind = '', ref = '', ...file] = rest;
  if (file.length === 0) return findRef(repo, kind, ref, api);
  const escaped = file.map(encodeURIComponent).join('/');
  const reply = await api.ask({ url: `${repo}/contents/${escaped}?ref=${encodeURIComponent(ref)}`, accept });
  if (isContents(reply)) return true;
  return complaintOf(reply) !== null && (await findRef(repo, kind, ref, api)) === true ? false : null;
}

async function findRef(repo: string, kind: string, ref: string, api: SiteApi): Promise<boolean | null> {
  const way = refs[kind];
  if (way === undefined) return null;
  const reply = await api.ask({ url: `${repo}/${way.path}/${encodeURIComponent(ref)}`, accept });
  if (complaintOf(reply) !== null) return false;
  const said = textOf(foundIn(reply)?.[way.key]);
  // A commit may be named by the first signs of its id.
  return said === ref || (kind === 'commit' && said?.startsWith(ref.toLowerCase()) === true) ? true : null;
}

/** A file is an object, a folder a list of them. */
function isContents(reply: HttpResult): boolean {
  if (reply.kind !== 'answer' || reply.status !== 200) return false;
  const json = jsonOf(reply);
  const first = recordOf(Array.isArray(json) ? json[0] : json);
  return textOf(first?.path) !== null && textOf(first?.type) !== null;
}
