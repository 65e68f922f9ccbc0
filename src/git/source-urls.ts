import { existsSync } from 'node:fs';
import { isAbsolute, posix, relative, resolve } from 'node:path';
import type { RemoteList } from '../model/remote.js';

/** A repository on the web at one commit. */
interface Repository {
  /** `https://host/owner/name`. */
  readonly url: string;
  /** What is between the repository and a file: `/blob/<ref>/`. */
  readonly blob: string;
  /** The folder in it that paths start from: empty, or with a slash at its end. */
  readonly folder: string;
}

/** What git fetches from, by its form (git-fetch, "Git URLs"): a host, and a path. */
const forms = [
  /^https:\/\/(?:[^@/\s]*@)?([\w.-]+)(?::443)?\/([\w./-]+)$/,
  /^ssh:\/\/(?:[^@/\s]*@)?([\w.-]+)(?::\d+)?\/([\w./-]+)$/,
  /^(?:[\w-]+@)?([\w.-]+):([\w./-]+)$/,
];

/** No address of a repository is longer. */
const longest = 500;

/** The web address of a repository from the address git fetches it from, credentials taken off; null for other hosts than those that GitHub or GitLab runs on, by their names. */
export function webAddress(remote: string): string | null {
  if (remote.length > longest) return null;
  for (const form of forms) {
    const [, host = '', path = ''] = form.exec(remote.trim()) ?? [];
    const labels = host.split('.');
    const names = path.replace(/(?:\.git)?\/?$/, '').split('/');
    if (labels.length < 2 || labels.includes('') || !labels.some((label) => /^git(?:hub|lab)$/.test(label))) continue;
    if (names.length > 1 && !names.some((name) => /^\.{0,2}$/.test(name))) return `https://${host}/${names.join('/')}`;
  }
  return null;
}

/**
 * Finds the web pages of files' sources: in the repository around the folder, by git or else by what GitHub Actions
 * says; for lists on GitHub where they were read. Asks git only for facts; never throws.
 */
export async function findSources(
  cwd: string,
  env: NodeJS.ProcessEnv,
  remotes: ReadonlyMap<string, RemoteList> = new Map(),
): Promise<(path: string) => string | null> {
  const repository = (await askGit(cwd, env)) ?? askActions(cwd, env);
  return (path) => {
    const remote = remotes.get(path);
    if (remote !== undefined) {
      const { ref, path: file } = remote.file ?? { ref: 'HEAD', path: 'README.md' };
      return pageOf({ url: `https://github.com/${remote.repository}`, blob: `/blob/${ref}/`, folder: '' }, file);
    }
    // A report of another place names files that are not here.
    if (repository === null || !existsSync(resolve(cwd, path))) return null;
    return pageOf(repository, isAbsolute(path) ? relative(cwd, path).replaceAll('\\', '/') : path);
  };
}

/** The web address of the repository around a folder, by git or else by what GitHub Actions says; null where neither tells. Never throws. */
export async function repositoryAddress(cwd: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  return ((await askGit(cwd, env)) ?? askActions(cwd, env))?.url ?? null;
}

/** Both GitHub and GitLab show the lines of Markdown with `plain=1`. */
function pageOf({ url, blob, folder }: Repository, path: string): string | null {
  const inside = posix.normalize(folder + path);
  if (inside.startsWith('../') || inside.startsWith('/')) return null;
  return `${url}${blob}${inside.split('/').map(encodeURIComponent).join('/')}?plain=1`;
}

async function askGit(cwd: string, env: NodeJS.ProcessEnv): Promise<Repository | null> {
  const { gitIn } = await import('./git.js');
  const git = gitIn(cwd, env);
  const line = async (...args: readonly string[]): Promise<string | null> => {
    const { code, stdout } = await git(args);
    return code === 0 ? stdout.toString('utf8').replace(/\r?\n$/, '') : null;
  };
  try {
    const url = webAddress((await line('remote', 'get-url', 'origin')) ?? '');
    const ref = await line('rev-parse', '--verify', '--quiet', 'HEAD^{commit}');
    const folder = await line('rev-parse', '--show-prefix');
    return url === null || ref === null || folder === null ? null : { url, blob: blobOf(url, ref), folder };
  } catch {
    return null;
  }
}

/** GitHub Docs, "Variables reference", default environment variables. */
function askActions(cwd: string, env: NodeJS.ProcessEnv): Repository | null {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA, GITHUB_WORKSPACE } = env;
  const url = webAddress(`${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_REPOSITORY ?? ''}`);
  if (url === null || GITHUB_WORKSPACE === undefined || !/^[0-9a-f]{40,64}$/.test(GITHUB_SHA ?? '')) return null;
  const folder = relative(GITHUB_WORKSPACE, cwd).replaceAll('\\', '/');
  return { url, blob: blobOf(url, GITHUB_SHA ?? ''), folder: folder === '' ? '' : `${folder}/` };
}

function blobOf(url: string, ref: string): string {
  return new URL(url).hostname.split('.').includes('gitlab') ? `/-/blob/${ref}/` : `/blob/${ref}/`;
}
