import { spawnSync } from 'node:child_process';
import { UserError } from '../model/trouble.js';

/** Says why `--since` cannot be obeyed: always a UserError, as comparing is still to come. */
export function refuseSince(since: string, cwd: string): never {
  const git = spawnSync('git', ['rev-parse', '--is-inside-work-tree'], { cwd, encoding: 'utf8' });
  if (git.error) throw new UserError(`--since ${since}: git cannot be run here: ${git.error.message}`);
  if (git.stdout.trim() !== 'true') {
    throw new UserError(`--since ${since}: ${cwd} is not in a git repository, so there is nothing to compare with`);
  }
  throw new UserError(`--since ${since}: comparing with git is not built yet; this version checks whole files`);
}
