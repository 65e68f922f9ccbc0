import { htmlPage, send, service } from './registries.js';
import type { Sites } from './server.js';

type Site = Sites[string];
type Visit = Parameters<Site>[0];

const page =
  (status: number, title: string): Site =>
  (visit) =>
    send(visit, status, htmlPage(title));

/** Pages that lead to a login, as those of what is missing and those of what is private do. */
const login: Site = ({ response }) => response.writeHead(302, { location: '/users/sign_in' }).end();

const gitlabProject = (path: string, id: number, more: object = {}): object => ({
  id,
  path_with_namespace: path,
  ...more,
});
const v4 = '/api/v4/projects';
const gitlabAnswers: Readonly<Record<string, unknown>> = {
  [`${v4}/clay%2Fkiln`]: gitlabProject('Clay/Kiln', 11),
  [`${v4}/clay%2Fwheels%2Fkick`]: gitlabProject('clay/wheels/kick', 12),
  [`${v4}/clay%2Fresting`]: gitlabProject('clay/resting', 13, { archived: true }),
  [`${v4}/clay%2Fold`]: gitlabProject('studio/new', 11),
  [`${v4}/clay%2Fnumberless`]: { path_with_namespace: 'clay/numberless' },
  [`${v4}/clay%2Fodd`]: gitlabProject('../../clay', 14),
  '/api/v4/groups/clay%2Fwheels': { id: 5, full_path: 'clay/wheels' },
  '/api/v4/groups/clay%2Fother': { id: 6, full_path: 'clay/another' },
};

/** A repository with `docs/fire.md` on `main` and `glaze.md` on `feature/ash`. */
function gitlabAnswer({ path, query }: Visit): readonly [number, unknown, Readonly<Record<string, string>>?] {
  const [ref, folder] = [query.get('ref'), query.get('path')];
  if (path.endsWith('/repository/tree')) {
    if (folder === 'emptied') return [200, []];
    if (folder === 'down') return [502, htmlPage('Bad gateway')];
    if (ref === 'main' && folder === '') return [200, [{ name: 'docs', path: 'docs' }]];
    if (ref === 'main' && folder === 'docs') return [200, [{ name: 'fire.md', path: 'docs/fire.md' }]];
    return [404, { message: '404 invalid revision or path Not Found' }];
  }
  const file = decodeURIComponent(path.split('/').at(-1) ?? '');
  if (file === 'down') return [502, htmlPage('Bad gateway')];
  if (file === 'routeless') return [404, { error: '404 Not Found' }];
  if (file === 'long.md') return [200, '{"file_name":"long.md","cont', { 'x-gitlab-file-path': 'long.md' }];
  if (ref !== 'main' && ref !== 'feature/ash') return [404, { message: '404 Commit Not Found' }];
  if (ref === 'main' && file === 'docs/fire.md') return [200, { file_path: file, ref }];
  return [404, { message: '404 File Not Found' }];
}

const gitlabProjects = service(
  (path) => path.startsWith('/api/'),
  gitlabAnswers,
  (visit) => send(visit, 404, { message: '404 Project Not Found' }),
  login,
);
const gitlabSite: Site = (visit) =>
  visit.path.includes('/repository/') ? send(visit, ...gitlabAnswer(visit)) : gitlabProjects(visit);

const repos = '/api/v1/repos';
const giteaRepository = (full_name: string, id: number, more: object = {}): object => ({ id, full_name, ...more });
const giteaSite = service(
  (path) => path.startsWith('/api/'),
  {
    [`${repos}/clay/kiln`]: giteaRepository('Clay/kiln', 21, { archived: false }),
    [`${repos}/clay/resting`]: giteaRepository('clay/resting', 22, { archived: true }),
    [`${repos}/clay/old`]: giteaRepository('studio/new', 21),
    [`${repos}/Clay/kiln/contents/docs/fire.md`]: { type: 'file', path: 'docs/fire.md' },
    [`${repos}/Clay/kiln/contents/docs`]: [{ type: 'file', path: 'docs/fire.md' }],
    [`${repos}/Clay/kiln/contents/odd.md`]: { ok: true },
    [`${repos}/Clay/kiln/branches/main`]: { name: 'main' },
    [`${repos}/Clay/kiln/tags/v1`]: { name: 'v1' },
    [`${repos}/Clay/kiln/git/commits/abc1234`]: { sha: 'abc1234def' },
    [`${repos}/studio/new/contents/docs/fire.md`]: { type: 'file', path: 'docs/fire.md' },
  },
  (visit) => send(visit, 404, { errors: [], message: "The target couldn't be found.", url: '/api/swagger' }),
  page(200, "Making sure you're not a bot!"),
);

const bitbucketApi = service(
  () => true,
  {
    '/2.0/repositories/clay/kiln': { type: 'repository', full_name: 'clay/kiln', uuid: '{a-b}' },
    '/2.0/repositories/clay/old': { type: 'repository', full_name: 'studio/new', uuid: '{c-d}' },
  },
  (visit) => send(visit, 404, { type: 'error', error: { message: 'No access, or it no longer exists.' } }),
  page(404, 'Not found'),
);

/** Forges with projects that there are not, which behave as the services do, their pages included. */
export const forges: Sites = {
  'gitlab.com': gitlabSite,
  'gitlab.clay.test': gitlabSite,
  'codeberg.org': giteaSite,
  'gitea.clay.test': giteaSite,
  'bitbucket.org': page(404, 'Repository not found'),
  'api.bitbucket.org': bitbucketApi,
  'sourceforge.net': service(
    (path) => path.startsWith('/rest/'),
    {
      '/rest/p/kiln': { shortname: 'kiln', name: 'Kiln', status: 'active', moved_to_url: '' },
      '/rest/p/left': { shortname: 'left', status: 'abandoned' },
      '/rest/p/gone-away': { shortname: 'gone-away', status: 'moved', moved_to_url: 'https://clay.test/' },
      '/rest/p/leaving': { shortname: 'leaving', status: 'active', moved_to_url: 'https://clay.test/' },
      '/rest/p/other': { shortname: 'another' },
    },
    (visit) => send(visit, 404, { error: 'Project not found' }),
    page(403, 'Just a moment...'),
  ),
};
