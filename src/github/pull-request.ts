import { type GitHub, upTo } from './client.js';

/** A file that a pull request changes. */
export interface PullFile {
  readonly path: string;
  /** A unified diff; empty for what is binary or too large. */
  readonly patch: string;
}

/** The files of a pull request; GitHub lists at most 3,000. */
export async function filesOf({ octokit, at }: GitHub, number: number): Promise<readonly PullFile[]> {
  const listed = octokit.paginate.iterator('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
    ...{ ...at, pull_number: number, per_page: 100 },
  });
  return (await upTo(listed, 30)).map(({ filename, patch = '' }) => ({ path: filename, patch }));
}

/** The text of a file at a commit, those of a fork's pull request too. Throws a GitHubTrouble where it is not to be had. */
export async function textAt({ octokit, at }: GitHub, path: string, commit: string): Promise<string> {
  const { data } = await octokit.request('GET /repos/{owner}/{repo}/contents/{path}', {
    ...{ ...at, path, ref: commit, headers: { accept: 'application/vnd.github.raw+json' } },
  });
  return typeof data === 'string' ? data : '';
}
