import { type GitHub, upTo } from './client.js';
import { GitHubError, orGitHubError } from './errors.js';
import { hasMarker, marked, markerOf, sameText } from './marked-body.js';

export interface IssueRequest {
  readonly key: string;
  readonly label: string;
  readonly title: string;
  /** Null when nothing is broken. */
  readonly body: string | null;
  /** The comment under an issue that is closed because nothing is broken. */
  readonly clean: string;
  /** False: a closed issue stays closed and a new one is opened. */
  readonly reopen: boolean;
}

export interface IssueResult {
  readonly did: 'opened' | 'edited' | 'reopened' | 'closed' | 'kept' | 'nothing';
  readonly number: number | null;
  readonly cut: boolean;
}

/** Keeps one issue up to date; it is ours by label, marker and author. */
export function upsertIssue(github: GitHub, wish: IssueRequest): Promise<IssueResult | GitHubError> {
  return orGitHubError(async () => {
    const { octokit, at } = github;
    const marker = markerOf('issue', wish.key);
    const me = await github.me();
    const query = { ...at, labels: wish.label, state: 'all' as const, per_page: 100 };
    const all = await upTo(octokit.paginate.iterator('GET /repos/{owner}/{repo}/issues', query), 20);
    const ours = all
      .filter((issue) => issue.pull_request === undefined && issue.user?.login === me && hasMarker(marker, issue.body))
      .sort((one, other) => one.number - other.number);
    const open = ours.filter((issue) => issue.state === 'open');
    const patch = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
    const say = (number: number, body: string): Promise<unknown> =>
      octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...at,
        issue_number: number,
        body,
      });
    const [kept, ...twins] = open;
    for (const twin of twins) {
      await say(twin.number, `Duplicate of #${kept?.number}`);
      await octokit.request(patch, { ...at, issue_number: twin.number, state: 'closed', state_reason: 'not_planned' });
    }
    if (wish.body === null) {
      if (kept === undefined) return { did: 'nothing', number: null, cut: false };
      await say(kept.number, wish.clean);
      await octokit.request(patch, { ...at, issue_number: kept.number, state: 'closed', state_reason: 'completed' });
      return { did: 'closed', number: kept.number, cut: false };
    }
    const { text, cut } = marked(marker, wish.body);
    const issue = kept ?? (wish.reopen ? ours[0] : undefined);
    if (issue === undefined) {
      await haveLabel(github, wish.label);
      const draft = { ...at, title: wish.title, body: text, labels: [wish.label] };
      const made = await octokit.request('POST /repos/{owner}/{repo}/issues', draft);
      return { did: 'opened', number: made.data.number, cut };
    }
    const same = issue.title === wish.title && sameText(issue.body ?? '', text);
    if (issue.state === 'open' && same) return { did: 'kept', number: issue.number, cut };
    const draft = { ...at, issue_number: issue.number, title: wish.title, body: text, state: 'open' as const };
    await octokit.request(patch, draft);
    return { did: issue.state === 'open' ? 'edited' : 'reopened', number: issue.number, cut };
  });
}

/** Makes the label when it is missing; a label is never worth a failure. */
async function haveLabel({ octokit, at }: GitHub, name: string): Promise<void> {
  try {
    await octokit.request('GET /repos/{owner}/{repo}/labels/{name}', { ...at, name });
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    if (error.kind !== 'gone') return;
    await orGitHubError(() => octokit.request('POST /repos/{owner}/{repo}/labels', { ...at, name, color: 'ededed' }));
  }
}
