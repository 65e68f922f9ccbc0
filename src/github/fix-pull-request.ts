import { isRepositoryPath } from './artifact.js';
import { type GitHub, upTo } from './client.js';
import { GitHubError, orGitHubError } from './errors.js';
import { hasMarker, marked, markerOf, sameText } from './marked-body.js';

export interface FixPullRequest {
  /** The branch that the pull request is to be merged into. */
  readonly base: string;
  /** The commit that the files were read at. */
  readonly commit: string;
  /** The branch that is ours, recreated each time. */
  readonly branch: string;
  /** Whole texts, by path from the top of the repository, with git's modes of regular files; empty when there is nothing to fix. */
  readonly files: readonly { readonly path: string; readonly text: string; readonly mode: '100644' | '100755' }[];
  /** Of the commit and of the pull request. */
  readonly title: string;
  /** The whole message of the commit. Default: the title. */
  readonly message?: string;
  readonly body: string;
}

export interface FixPullResult {
  /** `foreign`: others have committed to the branch, so it was left alone. */
  readonly did: 'opened' | 'updated' | 'kept' | 'closed' | 'nothing' | 'foreign';
  readonly url: string | null;
}

/** Keeps one pull request with fixes up to date: one commit on top of the one that was checked. Workflows are never touched. */
export function upsertFixPull(github: GitHub, wish: FixPullRequest): Promise<FixPullResult | GitHubError> {
  return orGitHubError(async () => {
    const { octokit, at } = github;
    const files = wish.files.filter(({ path }) => isRepositoryPath(path) && !/^\.github(?:\/|$)/i.test(path));
    const branch = await branchOf(github, wish.branch);
    if (branch?.isForeign) return { did: 'foreign', url: null };
    const head = `${at.owner}:${wish.branch}`;
    const query = { ...at, state: 'open' as const, head, base: wish.base, per_page: 100 };
    const pulls = await upTo(octokit.paginate.iterator('GET /repos/{owner}/{repo}/pulls', query), 1);
    // GitHub lists all where it does not understand the head.
    const pull = pulls.find(
      (each) => each.head.ref === wish.branch && each.head.repo?.full_name === each.base.repo.full_name,
    );
    if (files.length === 0) return withdraw(github, wish.branch, branch, pull);

    const below = await octokit.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
      ...at,
      commit_sha: wish.commit,
    });
    const { data: tree } = await octokit.request('POST /repos/{owner}/{repo}/git/trees', {
      ...at,
      base_tree: below.data.tree.sha,
      tree: files.map(({ path, text, mode }) => ({ path, mode, type: 'blob', content: text })),
    });
    if (tree.sha === below.data.tree.sha) return withdraw(github, wish.branch, branch, pull);
    const { text: body } = marked(markerOf('fixes', wish.branch), wish.body);
    const isSame = branch?.tree === tree.sha && branch.parent === wish.commit;
    if (!isSame) {
      const draft = { ...at, message: wish.message ?? wish.title, tree: tree.sha, parents: [wish.commit] };
      const { data: commit } = await octokit.request('POST /repos/{owner}/{repo}/git/commits', draft);
      if (branch === null)
        await octokit.request('POST /repos/{owner}/{repo}/git/refs', {
          ...{ ...at, ref: `refs/heads/${wish.branch}`, sha: commit.sha },
        });
      else
        await octokit.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', {
          ...{ ...at, ref: `heads/${wish.branch}`, sha: commit.sha, force: true },
        });
    }
    if (pull === undefined) {
      const draft = { ...at, title: wish.title, head: wish.branch, base: wish.base, body };
      const made = await octokit.request('POST /repos/{owner}/{repo}/pulls', draft);
      return { did: 'opened', url: made.data.html_url };
    }
    const isSaid = pull.title === wish.title && sameText(pull.body ?? '', body);
    if (!isSaid) {
      const patch = { ...at, pull_number: pull.number, title: wish.title, body };
      await octokit.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', patch);
    }
    return { did: isSame && isSaid ? 'kept' : 'updated', url: pull.html_url };
  });
}

interface Branch {
  readonly tree: string;
  readonly parent: string | null;
  /** True when the last commit is not ours. */
  readonly isForeign: boolean;
}

/** What our branch holds; null where there is none. */
async function branchOf(github: GitHub, name: string): Promise<Branch | null> {
  try {
    const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', {
      ...{ ...github.at, ref: `heads/${name}` },
    });
    const me = await github.me();
    return { tree: data.commit.tree.sha, parent: data.parents[0]?.sha ?? null, isForeign: data.author?.login !== me };
  } catch (error) {
    // 404 where there is no such branch, 422 where there is no such commit.
    if (error instanceof GitHubError && (error.kind === 'gone' || error.status === 422)) return null;
    throw error;
  }
}

/** Closes the pull request and takes the branch away, where they are there. */
async function withdraw(
  { octokit, at }: GitHub,
  name: string,
  branch: Branch | null,
  pull: { readonly number: number; readonly html_url: string } | undefined,
): Promise<FixPullResult> {
  if (pull !== undefined) {
    const patch = { ...at, pull_number: pull.number, state: 'closed' as const };
    await octokit.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', patch);
  }
  if (branch !== null)
    await octokit.request('DELETE /repos/{owner}/{repo}/git/refs/{ref}', { ...at, ref: `heads/${name}` });
  return pull === undefined ? { did: 'nothing', url: null } : { did: 'closed', url: pull.html_url };
}

/** The description of the newest pull request from our branch, open or closed; null where there is none, or others have written the branch. */
export function readOwnPullBody(github: GitHub, name: string, base: string): Promise<string | null | GitHubError> {
  return orGitHubError(async () => {
    const { octokit, at } = github;
    const query = { ...at, state: 'all' as const, head: `${at.owner}:${name}`, base, per_page: 100 };
    const pulls = await upTo(octokit.paginate.iterator('GET /repos/{owner}/{repo}/pulls', query), 1);
    const me = await github.me();
    const own = pulls.filter(
      (each) =>
        each.head.ref === name && each.head.repo?.full_name === each.base.repo.full_name && each.user?.login === me,
    );
    const newest = own.toSorted((a, b) => b.number - a.number)[0];
    const body = newest?.body ?? null;
    return body !== null && hasMarker(markerOf('fixes', name), body) ? body : null;
  });
}
