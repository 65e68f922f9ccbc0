import { areNames, type Project, withoutGit } from '../code-host.js';
import { isWeb, pathSegments } from '../json-api.js';

/** What an address on a GitLab names. */
export interface GitlabAddress extends Project {
  /** `other` is a page in the project of which the API is not asked. */
  readonly part: 'root' | 'file' | 'tree' | 'other';
  /** Unescaped, without a slash in front; empty for the top folder, `root` and `other`. */
  readonly file: string;
  /** Empty for `root` and `other`. */
  readonly ref: string;
}

/** First parts of GitLab's own pages. Source: GitLab docs, "Reserved project and group names". */
const own = new Set(
  (
    '-,abuse_reports,admin,api,assets,autocomplete,dashboard,explore,favicon.ico,files,groups,health_check,help,import,' +
    'invites,jwt,login,oauth,profile,projects,public,robots.txt,s,search,sitemap,sitemap.xml,snippets,u,unsubscribes,' +
    'uploads,users,v2'
  ).split(','),
);

/** Words that end a project's path where no `/-/` does. Source: the same, and addresses from before GitLab 16. */
const views = new Set(
  (
    'activity,archive,badges,blame,blob,branches,builds,commit,commits,compare,create,create_dir,edit,environments,files,' +
    'find_file,forks,graphs,issues,jobs,labels,merge_requests,milestones,network,new,pipelines,preview,raw,refs,releases,' +
    'snippets,tags,tree,update,wikis'
  ).split(','),
);

const modes: Readonly<Record<string, 'file' | 'tree'>> = { blob: 'file', raw: 'file', blame: 'file', tree: 'tree' };

/** Tells what a URL on a GitLab names; null for other hosts, GitLab's own pages and names that GitLab does not give. */
export function gitlabAddress(url: URL): GitlabAddress | null {
  if (!url.hostname.startsWith('gitlab.') || !isWeb(url.protocol)) return null;
  const segments = pathSegments(url);
  if (segments === null || segments.length < 2 || own.has(segments[0] ?? '')) return null;
  const mark = segments.indexOf('-');
  const view = segments.findIndex((segment, index) => index > 1 && views.has(segment));
  const depth = mark > 0 ? mark : view > 0 ? view : segments.length;
  const names = segments.slice(0, depth);
  const last = names.at(-1);
  if (names.length < 2 || names.length > 22 || last === undefined || !areNames(names) || last.endsWith('.atom'))
    return null;
  const path = [...names.slice(0, -1), withoutGit(last)].join('/');
  const [mode, ref, ...file] = segments.slice(mark > 0 ? depth + 1 : depth);
  const base = { path, depth };
  if (mode === undefined) return { ...base, part: 'root', file: '', ref: '' };
  const part = Object.hasOwn(modes, mode) ? modes[mode] : undefined;
  if (part === undefined || ref === undefined || (part === 'file' && file.length === 0))
    return { ...base, part: 'other', file: '', ref: '' };
  return { ...base, part, file: file.join('/'), ref };
}
