import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files of a state of a list, by path; null takes one away. */
export type Files = Readonly<Record<string, string | null>>;

/** A repository in the state that GitHub checks out for a pull request: the change, merged. */
export interface Pull {
  readonly folder: string;
  readonly base: string;
  readonly head: string;
  /** What GitHub checks out. */
  readonly merged: string;
}

function gitIn(folder: string): (...args: string[]) => string {
  const who = ['-c', 'user.name=Potter', '-c', 'user.email=potter@clay.test', '-c', 'commit.gpgSign=false'];
  return (...args) => execFileSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8' }).trim();
}

/** Commits files to the branch that is checked out; gives the commit. */
export function commitTo({ folder }: Pick<Pull, 'folder'>, files: Files, message: string): string {
  const git = gitIn(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (text === null) git('rm', '-q', path);
    else writeFileSync(join(folder, path), text);
  }
  git('add', '-A');
  git('commit', '-q', '--allow-empty', '-m', message);
  return git('rev-parse', 'HEAD');
}

/** Makes a repository of two states; the second is a branch, which is merged. */
export function makePull(folder: string, before: Files, after: Files): Pull {
  mkdirSync(folder, { recursive: true });
  const git = gitIn(folder);
  const commit = (files: Files, message: string): string => commitTo({ folder }, files, message);
  git('init', '-q', '-b', 'main');
  git('remote', 'add', 'origin', 'https://github.com/potters/awesome-pots.git');
  const base = commit(before, 'The list');
  git('checkout', '-q', '-b', 'change');
  const head = commit(after, 'A change');
  git('checkout', '-q', 'main');
  git('merge', '-q', '--no-ff', '-m', 'Merge the change', 'change');
  return { folder, base, head, merged: git('rev-parse', 'HEAD') };
}

/** The event that GitHub sends of a pull request. */
export function pullEvent({ base, head }: Pull, fork: boolean, text: object = {}): object {
  const owner = fork ? 'stranger' : 'potters';
  return {
    action: 'opened',
    number: 7,
    pull_request: {
      ...{ number: 7, title: 'A change', body: null, ...text },
      base: { sha: base, ref: 'main', repo: { id: 1, full_name: 'potters/awesome-pots' } },
      head: { sha: head, ref: 'change', repo: { id: fork ? 2 : 1, full_name: `${owner}/awesome-pots`, fork } },
    },
    repository: { id: 1, full_name: 'potters/awesome-pots', default_branch: 'main' },
  };
}

/** The event that GitHub sends when the run of a pull request is done. A fork's run names no pull request. */
export function doneEvent({ head }: Pull, fork: boolean): object {
  const owner = fork ? 'stranger' : 'potters';
  return {
    action: 'completed',
    workflow_run: {
      ...{ id: 99, event: 'pull_request', conclusion: 'failure', head_sha: head, head_branch: 'change' },
      head_repository: { id: fork ? 2 : 1, full_name: `${owner}/awesome-pots`, owner: { login: owner } },
      pull_requests: fork ? [] : [{ number: 7 }],
    },
    repository: { id: 1, full_name: 'potters/awesome-pots', default_branch: 'main' },
  };
}

/** The event of a push to the default branch. */
export function pushEvent({ base }: Pull) {
  return {
    before: base,
    ref: 'refs/heads/main',
    repository: { id: 1, full_name: 'potters/awesome-pots', default_branch: 'main' },
  };
}
