import { inPullRequest } from '../config/environment.js';

/**
 * In a pull request, throws a UserError for a file that would be written where a symbolic link of its head leads. Nulls, for
 * standard output, are left alone.
 */
export async function refuseLinkedOutputs(
  files: readonly (string | null)[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const named = files.filter((file) => file !== null);
  if (named.length === 0 || !inPullRequest(env)) return;
  const { workTreeOf } = await import('../git/base.js');
  const { refuseTrackedLinks } = await import('../git/brought-files.js');
  const root = await workTreeOf(cwd, env);
  for (const file of named) await refuseTrackedLinks(file, root, env);
}
