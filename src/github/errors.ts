export type GitHubErrorKind = 'no permission' | 'rate limited' | 'gone' | 'unavailable';

/** What kept GitHub from doing as asked; its message is one sentence for the user. It never fails a check. */
export class GitHubError extends Error {
  readonly kind: GitHubErrorKind;
  /** The status of the answer; 0 where there was none. */
  readonly status: number;
  constructor(kind: GitHubErrorKind, message: string, status = 0) {
    super(message);
    this.name = 'GitHubTrouble';
    this.kind = kind;
    this.status = status;
  }
}

/** The result, or the trouble as a value; other errors are mistakes of ours and are thrown. */
export async function orGitHubError<T>(work: () => Promise<T>): Promise<T | GitHubError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof GitHubError) return error;
    throw error;
  }
}

/** Permissions of a workflow's token by a part of the API's path; source: GitHub's REST reference, "fine-grained access tokens" of each endpoint. */
const permissions: readonly (readonly [RegExp, string])[] = [
  [/\/pulls\b/, 'pull-requests'],
  [/\/(?:issues|labels)\b/, 'issues'],
  [/\/(?:git|contents|commits)\b/, 'contents'],
];

/** Trouble of an answer that is no success; `limited` where GitHub allows no more calls temporarily. */
export function githubErrorOf(
  status: number,
  message: string,
  method: string,
  url: string,
  limited: boolean,
): GitHubError {
  if (limited) return new GitHubError('rate limited', 'GitHub asks for a longer pause than this run can wait.');
  const name = permissions.find(([path]) => path.test(url))?.[1];
  const need =
    name === undefined ? '' : `: the token needs the permission \`${name}: ${method === 'GET' ? 'read' : 'write'}\``;
  if (status === 401) return new GitHubError('no permission', 'GitHub does not accept the token.');
  if (status === 403 || (status === 404 && /not accessible by/i.test(message))) {
    return new GitHubError('no permission', `GitHub denied the request${need}.`);
  }
  if (status === 404 || status === 410) {
    return new GitHubError('gone', `GitHub could not find this, or the token may not see it${need}.`, status);
  }
  return new GitHubError('unavailable', `GitHub failed (status ${status}).`, status);
}
