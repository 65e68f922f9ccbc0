import { UserError } from '../model/errors.js';
import { gitIn } from './git.js';

/** Where a repository is, and what its main branch is called. */
export interface Repository {
  /** The top of the work tree: absolute, links resolved. */
  readonly root: string;
  readonly defaultBranch: string;
}

/** The repository around a folder; null where there is none, or no git to ask. */
export async function repositoryAround(folder: string, env: NodeJS.ProcessEnv): Promise<Repository | null> {
  const git = gitIn(folder, env);
  const ask = async (...args: string[]): Promise<string> => {
    const { code, stdout } = await git(args);
    return code === 0 ? stdout.toString('utf8').replace(/\r?\n$/, '') : '';
  };
  try {
    const root = await ask('rev-parse', '--show-toplevel');
    if (root === '') return null;
    const remote = (await ask('symbolic-ref', '--short', 'refs/remotes/origin/HEAD')).replace(/^origin\//, '');
    const here = await ask('symbolic-ref', '--short', 'HEAD');
    // Without a word from the remote, a branch of one of the usual names is taken for the main one.
    const named = [remote, /^(?:main|master)$/.test(here) ? here : ''].find((name) =>
      /^[\w.][\w./-]{0,200}$/.test(name),
    );
    return { root, defaultBranch: named ?? 'main' };
  } catch (error) {
    if (error instanceof UserError && /git was not found/.test(error.message)) return null;
    throw error;
  }
}
