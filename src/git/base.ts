import { realpath } from 'node:fs/promises';
import { UserError } from '../model/errors.js';
import { answered, type Git, gitIn } from './git.js';
import { commitsOfPull, type EventBase, isBranch, readEvent } from './github-event.js';

/** What the working tree is compared with. */
export interface Base {
  /** The merge base of the ref and HEAD, in full. */
  readonly commit: string;
  /** What was compared with, as the user or the event named it. */
  readonly ref: string;
  /** The folder of the work tree: absolute, links resolved. */
  readonly root: string;
  /** Asks git in `root`. */
  readonly git: Git;
}

/**
 * Finds what to compare with: the merge base of a git ref, or of what GitHub names for `auto`, with HEAD. Throws a
 * UserError where there is no git, no repository, no such ref, or no merge base.
 */
export async function findBase(ref: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Base> {
  // A ref that looks like an option would be taken for one.
  if (ref === '' || /^-|[\x00-\x1f\x7f]/.test(ref)) {
    throw new UserError(`--since ${JSON.stringify(ref)}: not a git ref; use a branch, a tag or a commit`);
  }
  const root = await findRoot(`--since ${ref}`, cwd, env);
  const git = gitIn(root, env);
  const { name, commit } = ref === 'auto' ? await findAuto(git, env) : await findNamed(ref, git);
  return { commit: await mergeBase(name, commit, git), ref: name, root, git };
}

/** The folder of the work tree that `cwd` is in; `asked` begins what is said where there is none. */
export async function findRoot(asked: string, cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  const answer = await gitIn(cwd, env)(['rev-parse', '--show-toplevel']);
  const root = answer.stdout.toString('utf8').replace(/\r?\n$/, '');
  if (answer.code === 0 && root !== '') return root;
  throw new UserError(`${asked}: ${cwd} is not in a git repository, so there is nothing to compare with`);
}

/** The work tree around a folder; the folder itself where git knows none. */
export async function workTreeOf(cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  return findRoot('auto', cwd, env).catch(() => realpath(cwd));
}

interface Found {
  readonly name: string;
  readonly commit: string;
}

async function findNamed(ref: string, git: Git): Promise<Found> {
  const commit = await commitOf(ref, git);
  if (commit !== null) return { name: ref, commit };
  const remote = isBranch(ref) ? await commitOf(`refs/remotes/origin/${ref}`, git) : null;
  if (remote !== null) {
    throw new UserError(`--since ${ref}: unknown ref; did you mean --since origin/${ref}?`);
  }
  throw new UserError(`--since ${ref}: unknown commit; ${await advice(git)}`);
}

/** The base of a pull request or a push inside GitHub Actions. */
async function findAuto(git: Git, env: NodeJS.ProcessEnv): Promise<Found> {
  const branch = env.GITHUB_BASE_REF ?? '';
  const file = env.GITHUB_EVENT_PATH ?? '';
  if (branch === '' && file === '') {
    throw new UserError(
      '--since auto: neither GITHUB_BASE_REF nor GITHUB_EVENT_PATH is set (GitHub Actions sets them); pass the base, such as --since origin/main',
    );
  }
  const merged = file === '' ? null : await findMerged(file, git, env);
  if (merged !== null) return { ...merged, name: branch === '' ? merged.name : branch };
  if (branch !== '') {
    const found = await findBranch(branch, git);
    if (found !== null) return found;
  }
  const tried = branch === '' ? [] : [`origin/${branch}`];
  const event: EventBase = file === '' ? { commits: [], branch: null } : await readEvent(file);
  for (const sha of event.commits) {
    const commit = await commitOf(sha, git);
    if (commit !== null) return { name: sha, commit };
    tried.push(sha);
  }
  if (event.branch !== null) {
    const found = await findBranch(event.branch, git);
    if (found !== null) return found;
    tried.push(`origin/${event.branch}`);
  }
  throw new UserError(`--since auto: ${tried.join(' and ')} cannot be found here; ${await advice(git)}`);
}

/**
 * What a pull request was merged into for its run: GitHub checks out a commit of its own, and one more of the history is enough.
 * The author of a pull request may make a merge of any commit with it, so the environment or the event must name this one.
 */
async function findMerged(file: string, git: Git, env: NodeJS.ProcessEnv): Promise<Found | null> {
  const pull = await commitsOfPull(file);
  if (pull === null || pull.head === null || (await commitOf('HEAD^2', git)) !== pull.head) return null;
  const [head, commit] = [await commitOf('HEAD', git), await commitOf('HEAD^1', git)];
  if (head === null || commit === null) return null;
  const isKnown = head === env.GITHUB_SHA || head === pull.merge || commit === pull.base;
  return isKnown ? { name: commit, commit } : null;
}

async function findBranch(branch: string, git: Git): Promise<Found | null> {
  const commit = isBranch(branch) ? await commitOf(`refs/remotes/origin/${branch}`, git) : null;
  return commit === null ? null : { name: `origin/${branch}`, commit };
}

/** The commit that a ref names; null for none. */
async function commitOf(ref: string, git: Git): Promise<string | null> {
  const { code, stdout } = await git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  const commit = stdout.toString('utf8').trim();
  return code === 0 && /^[0-9a-f]{40,64}$/.test(commit) ? commit : null;
}

async function mergeBase(ref: string, commit: string, git: Git): Promise<string> {
  const head = await commitOf('HEAD', git);
  if (head === null) throw new UserError(`--since ${ref}: this branch has no commit yet, so nothing can be compared`);
  const answer = await git(['merge-base', commit, head]);
  const base = answer.stdout.toString('utf8').trim().split('\n')[0] ?? '';
  if (answer.code === 0 && base !== '') return base;
  if (answer.code > 1) answered(answer, `--since ${ref}`);
  const why = (await isShallow(git)) ? `was found; ${await advice(git)}` : 'exists: their histories are unrelated';
  throw new UserError(`--since ${ref}: no common commit of ${ref} and HEAD ${why}`);
}

async function isShallow(git: Git): Promise<boolean> {
  return (await git(['rev-parse', '--is-shallow-repository'])).stdout.toString('utf8').trim() === 'true';
}

/** How to come by commits that are not here. */
async function advice(git: Git): Promise<string> {
  return (await isShallow(git))
    ? 'this is a shallow clone: run `git fetch --unshallow`, or give actions/checkout `fetch-depth: 0`'
    : 'fetch it with `git fetch origin`, or name another base';
}
