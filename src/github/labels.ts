import { type GitHub, upTo } from './client.js';
import { GitHubError, orGitHubError } from './errors.js';

/** The labels that a pull request should have, and should not have; others stay as they are. */
export interface LabelRequest {
  /** The pull request's number. */
  readonly number: number;
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** What was changed. */
export interface LabelResult {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Adds and removes labels of a pull request; a label that the repository lacks is made by GitHub. */
export function setLabels(github: GitHub, wish: LabelRequest): Promise<LabelResult | GitHubError> {
  return orGitHubError(async () => {
    const { octokit, at } = github;
    const where = { ...at, issue_number: wish.number };
    const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/labels';
    const now = await upTo(octokit.paginate.iterator(route, { ...where, per_page: 100 }), 2);
    // GitHub compares labels without case.
    const has = new Map(now.map(({ name }) => [name.toLowerCase(), name]));
    const added = wish.add.filter((label) => !has.has(label.toLowerCase()));
    const removed = wish.remove.flatMap((label) => has.get(label.toLowerCase()) ?? []);
    if (added.length > 0)
      await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', { ...where, labels: added });
    for (const name of removed) await remove(github, wish.number, name);
    return { added, removed };
  });
}

/** One that is gone by now is as it should be. */
async function remove({ octokit, at }: GitHub, number: number, name: string): Promise<void> {
  try {
    const route = 'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}';
    await octokit.request(route, { ...at, issue_number: number, name });
  } catch (error) {
    if (!(error instanceof GitHubError) || error.kind !== 'gone') throw error;
  }
}
