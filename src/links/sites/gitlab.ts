import { idOf, projectPath, resultOfProject } from './code-host.js';
import { gitlabFacts, withDetails } from './forge-facts.js';
import { type GitlabAddress, gitlabAddress } from './gitlab/address.js';
import { askEach, complaintOf, foundIn, recordOf, refuses, textOf } from './json-api.js';
import { alive, jsonOf, missing, type Site, type SiteApi, type SiteResult, type SiteTarget, unsure } from './site.js';

const title = "GitLab's API";
const accept = 'application/json';

/** GitLab, its own and others'. Its pages lead to a login for what is missing as for what is private. */
export const gitlab: Site = {
  name: 'gitlab',
  batch: 1,
  claims: (url) => gitlabAddress(url) !== null,
  describes: (url) => (gitlabAddress(url)?.part ?? 'other') !== 'other',
  ask: (targets, api) => askEach(targets, (target) => wordOf(target, api)),
};

async function wordOf(target: SiteTarget, api: SiteApi): Promise<SiteResult | null> {
  const place = gitlabAddress(target.url);
  if (place === null) return null;
  const base = `${target.url.origin}/api/v4`;
  const project = `${base}/projects/${encodeURIComponent(place.path)}`;
  const reply = await api.ask({ url: `${project}?license=true`, accept });
  if (refuses(reply)) return wordOfGroup(place, `${base}/groups/${encodeURIComponent(place.path)}`, api);
  const found = foundIn(reply);
  const path = projectPath(found?.path_with_namespace);
  if (found === null || path === null || place.part === 'other') return null;
  const id = idOf(found.id);
  const lists = {
    releases: `${project}/releases?per_page=1`,
    tags: `${project}/repository/tags?per_page=1`,
    contributors: `${project}/repository/contributors?per_page=1`,
  };
  const about = await withDetails(gitlabFacts(found, path, api.now()), lists, api);
  const word = resultOfProject(title, target, place, { path, id, isArchived: found.archived === true, about });
  if (place.part === 'root' || word.reason === 'recreated') return word;
  // The old name leads to the new one by a redirect; the id spares it.
  const isThere = await findPath(id === null ? project : `${base}/projects/${id}`, place, api);
  if (isThere === null) return null;
  return isThere
    ? word
    : {
        ...missing('path-missing', { kind: 'has-without', service: title, name: path, part: what(place) }),
        hostId: id,
      };
}

const what = ({ file, ref }: GitlabAddress): string => `${file} at ${ref}`;

/** A group of projects has the address of a project; this alone tells them apart. */
async function wordOfGroup(place: GitlabAddress, url: string, api: SiteApi): Promise<SiteResult | null> {
  const found = foundIn(await api.ask({ url, accept }));
  if (textOf(found?.full_path)?.toLowerCase() !== place.path.toLowerCase())
    return unsure('unverifiable', 'private-or-missing', { kind: 'private', service: title, name: place.path });
  return place.part === 'root' ? alive({ kind: 'has', service: title, thing: 'group', name: place.path }) : null;
}

/**
 * Whether a file or folder is at a ref. Null where it is of the other kind, to which the page leads on, or where the
 * ref is unknown: then it may be one with slashes in its name.
 */
async function findPath(project: string, place: GitlabAddress, api: SiteApi): Promise<boolean | null> {
  const first = place.part === 'tree' ? await findTree(project, place, api) : await findFile(project, place, api);
  if (first !== false) return first;
  if (place.file === '') return null;
  const other = place.part === 'tree' ? await findFile(project, place, api) : await findTree(project, place, api);
  return other === false ? false : null;
}

/** Only this API tells a missing file from a missing ref (GitLab docs, "Repository files API"). */
async function findFile(project: string, { file, ref }: GitlabAddress, api: SiteApi): Promise<boolean | null> {
  const url = `${project}/repository/files/${encodeURIComponent(file)}?ref=${encodeURIComponent(ref)}`;
  const reply = await api.ask({ url, accept });
  if (/\bfile not found\b/i.test(complaintOf(reply) ?? '')) return false;
  if (reply.kind !== 'answer' || reply.status !== 200) return null;
  // The content of a long file is cut off; the headers name it as well.
  return textOf(recordOf(jsonOf(reply))?.file_path) !== null || reply.headers['x-gitlab-file-path'] !== undefined
    ? true
    : null;
}

/** An empty list is what older ones give for a folder that is missing (gitlab-org/gitlab#18549). */
async function findTree(project: string, { file, ref }: GitlabAddress, api: SiteApi): Promise<boolean | null> {
  const query = new URLSearchParams({ path: file, ref, per_page: '1' });
  const reply = await api.ask({ url: `${project}/repository/tree?${query}`, accept });
  if (/\b(?:tree|path) not found\b/i.test(complaintOf(reply) ?? '')) return false;
  if (reply.kind !== 'answer' || reply.status !== 200) return null;
  const list = jsonOf(reply);
  return Array.isArray(list) ? list.length > 0 : null;
}
