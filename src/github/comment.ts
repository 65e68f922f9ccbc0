import { type GitHub, upTo } from './client.js';
import { type GitHubError, orGitHubError } from './errors.js';
import { hasMarker, marked, markerOf, sameText } from './marked-body.js';

export interface CommentRequest {
  /** The pull request's number. */
  readonly number: number;
  /** Tells the comments of several runs on one pull request apart. */
  readonly key: string;
  /** Null when all is clean. */
  readonly body: string | null;
  /** What an older comment says when all is clean now. */
  readonly clean: string;
}

export interface CommentResult {
  readonly did: 'created' | 'edited' | 'kept' | 'nothing';
  readonly url: string | null;
  /** True when the body had to be cut to what GitHub takes. */
  readonly cut: boolean;
}

/** Pages of a hundred comments that are looked through for ours. */
const mostPages = 100;

/** Keeps one comment on a pull request up to date; only a comment of the token's own author is ever edited. */
export function upsertComment(github: GitHub, wish: CommentRequest): Promise<CommentResult | GitHubError> {
  return orGitHubError(async () => {
    const { octokit, at } = github;
    const marker = markerOf('comment', wish.key);
    const me = await github.me();
    const where = { ...at, issue_number: wish.number };
    const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
    const all = await upTo(octokit.paginate.iterator(route, { ...where, per_page: 100 }), mostPages);
    const ours = all.find((comment) => comment.user?.login === me && hasMarker(marker, comment.body));
    if (ours === undefined && wish.body === null) return { did: 'nothing', url: null, cut: false };
    const { text, cut } = marked(marker, wish.body ?? wish.clean);
    if (ours === undefined) {
      const made = await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...where,
        body: text,
      });
      return { did: 'created', url: made.data.html_url, cut };
    }
    if (sameText(ours.body ?? '', text)) return { did: 'kept', url: ours.html_url, cut };
    await octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
      ...at,
      comment_id: ours.id,
      body: text,
    });
    return { did: 'edited', url: ours.html_url, cut };
  });
}
