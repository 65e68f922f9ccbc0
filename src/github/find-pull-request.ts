import { type GitHub, upTo } from './client.js';
import { type GitHubError, orGitHubError } from './errors.js';

export type PullOf =
  | { readonly number: number; readonly headSha: string }
  | { readonly number: null; readonly why: string };

type Shape = Readonly<Record<string, unknown>>;
const shape = (value: unknown): Shape => (typeof value === 'object' && value !== null ? (value as Shape) : {});
const none = (why: string): PullOf => ({ number: null, why });

/** The pull request that a `workflow_run` event is about, detected from the event alone and never from an artifact. */
export function pullOf(github: GitHub, eventName: string, payload: unknown): Promise<PullOf | GitHubError> {
  return orGitHubError(async () => {
    const run = shape(shape(payload).workflow_run);
    if (eventName !== 'workflow_run') return none('This job was not started by `workflow_run`.');
    if (run.event !== 'pull_request') return none('The triggering run was not about a pull request.');
    if (typeof run.conclusion !== 'string') return none('The triggering run has not ended.');
    const sha = run.head_sha;
    if (typeof sha !== 'string' || !/^[0-9a-f]{40}$/.test(sha)) return none('The event does not name a commit.');
    const source = shape(run.head_repository);
    const { owner, repo } = github.at;
    const same = String(source.full_name).toLowerCase() === `${owner}/${repo}`.toLowerCase();
    const listed = Array.isArray(run.pull_requests) ? run.pull_requests : [];
    const number = shape(listed[0]).number;
    if (same && Number.isSafeInteger(number)) return { number: number as number, headSha: sha };
    const login = shape(source.owner).login;
    const branch = run.head_branch;
    if (typeof login !== 'string' || typeof branch !== 'string') return none('The event does not name a branch.');
    const query = { ...github.at, state: 'open' as const, head: `${login}:${branch}`, per_page: 100 };
    const pulls = await upTo(github.octokit.paginate.iterator('GET /repos/{owner}/{repo}/pulls', query), 3);
    // GitHub ignores a `head` it does not understand and lists all, so each is looked at again.
    const fits = pulls.filter((pull) => pull.head.sha === sha && pull.head.repo?.id === source.id);
    const [only] = fits;
    if (only === undefined) return none('No open pull request has this commit at its head.');
    if (fits.length > 1) return none('More than one open pull request has this commit at its head.');
    return { number: only.number, headSha: sha };
  });
}
