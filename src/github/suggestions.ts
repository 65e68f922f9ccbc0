import { isRepositoryPath } from './artifact.js';
import { type GitHub, upTo } from './client.js';
import { type GitHubError, orGitHubError } from './errors.js';
import { hunksOf } from './hunks.js';
import { hasMarker, longestBody, markerOf } from './marked-body.js';
import { filesOf } from './pull-request.js';

/** Lines are 1-based, both included, of the pull request's head. */
export interface Suggestion {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  /** Markdown, escaped already. */
  readonly body: string;
  readonly replacement: string;
}

export interface SuggestionsResult {
  readonly posted: number;
  /** Fit the pull request but were more than one review should hold. */
  readonly left: number;
  readonly known: number;
  readonly outside: number;
  /** The head is another commit by now; nothing was posted. */
  readonly stale: boolean;
}

/** Comments in one review. */
const most = 25;

/** Posts fixes as one review of suggestions, only on lines in the pull request's diff and never twice. */
export function suggestLines(
  github: GitHub,
  pull: { readonly number: number; readonly headSha: string },
  suggestions: readonly Suggestion[],
): Promise<SuggestionsResult | GitHubError> {
  return orGitHubError(async () => {
    const nothing = { posted: 0, left: 0, known: 0, outside: 0, stale: false };
    if (suggestions.length === 0) return nothing;
    const { octokit } = github;
    const at = { ...github.at, pull_number: pull.number };
    const isStale = async (): Promise<boolean> => {
      return (
        (await octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', at)).data.head.sha !== pull.headSha
      );
    };
    if (await isStale()) return { ...nothing, stale: true };
    const files = new Map((await filesOf(github, pull.number)).map(({ path, patch }) => [path, hunksOf(patch)]));
    const fitting = suggestions.filter((one) => isRepositoryPath(one.path) && fits(one, files.get(one.path) ?? []));
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments';
    const me = await github.me();
    const before = (await upTo(octokit.paginate.iterator(route, { ...at, per_page: 100 }), 100)).filter(
      (comment) => comment.user?.login === me,
    );
    const drafts = fitting.map((one) => ({ one, body: bodyOf(one) })).filter(({ body }) => body.length <= longestBody);
    const seen = new Set<string>();
    const fresh = drafts.filter(({ one, body }) => {
      const key = `${one.path}\n${one.startLine}\n${body}`;
      const known = seen.has(key) || before.some((old) => old.path === one.path && hasMarker(markOf(one), old.body));
      seen.add(key);
      return !known;
    });
    const chosen = fresh.slice(0, most);
    const outside = suggestions.length - drafts.length;
    const result = { ...nothing, outside, known: drafts.length - fresh.length, left: fresh.length - chosen.length };
    if (chosen.length === 0) return result;
    if (await isStale()) return { ...nothing, stale: true };
    await octokit.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
      ...at,
      commit_id: pull.headSha,
      event: 'COMMENT',
      comments: chosen.map(({ one, body }) => ({
        path: one.path,
        body,
        line: one.endLine,
        side: 'RIGHT',
        ...(one.startLine < one.endLine && { start_line: one.startLine, start_side: 'RIGHT' }),
      })),
    });
    return { ...result, posted: chosen.length };
  });
}

function fits(one: Suggestion, hunks: readonly ReadonlySet<number>[]): boolean {
  if (one.endLine < one.startLine) return false;
  return hunks.some((lines) => {
    if (one.endLine - one.startLine >= lines.size) return false;
    for (let line = one.startLine; line <= one.endLine; line += 1) if (!lines.has(line)) return false;
    return true;
  });
}

/** Lines and text, so that the same fix is known and another one at the same place is not. */
function markOf(one: Suggestion): string {
  let hash = 0x811c9dc5;
  for (const unit of one.replacement) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return markerOf('fix', `${one.startLine}-${one.endLine}-${one.replacement.length}-${hash.toString(16)}`);
}

function bodyOf(one: Suggestion): string {
  const longest = (one.replacement.match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  const text = one.replacement === '' || one.replacement.endsWith('\n') ? one.replacement : `${one.replacement}\n`;
  return `${markOf(one)}\n${one.body}\n\n${fence}suggestion\n${text}${fence}`;
}
