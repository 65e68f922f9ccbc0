import { readFile, stat } from 'node:fs/promises';
import { UserError } from '../model/errors.js';
import type { PullRequestText } from '../model/pull-request.js';

/** What an event of GitHub says of the base of a change. */
export interface EventBase {
  /** Commits to compare with, the best first. */
  readonly commits: readonly string[];
  /** The branch to compare with when there is no such commit, as for a branch that was pushed for the first time; else null. */
  readonly branch: string | null;
}

/** GitHub cuts its payloads at 25 MB (docs.github.com, webhook events and payloads). */
const maxBytes = 25_000_000;
const commit = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Reads the event file of a workflow run: `pull_request.base.sha`, `merge_group.base_sha`, or `before` of a push. Throws a UserError that says what was looked for. */
export async function readEvent(file: string): Promise<EventBase> {
  const event = await readEventFile(file, asBase);
  const pull = property(property(property(event, 'pull_request'), 'base'), 'sha');
  const queued = property(property(event, 'merge_group'), 'base_sha');
  const before = property(event, 'before');
  const commits = [pull, queued, before].filter((sha) => typeof sha === 'string' && commit.test(sha)) as string[];
  const real = commits.filter((sha) => !/^0+$/.test(sha));
  const main = property(property(event, 'repository'), 'default_branch');
  // A push that makes a branch has zeros for what was before.
  const branch = commits.length > real.length && typeof main === 'string' && isBranch(main) ? main : null;
  if (real.length === 0 && branch === null) {
    throw new UserError(
      `--since auto: the event in ${file} has no \`pull_request.base.sha\`, no \`merge_group.base_sha\` and no \`before\` of a push; pass the base, such as --since origin/main`,
    );
  }
  return { commits: real, branch };
}

/** Commits of a pull request that an event speaks of; null for what it does not have. */
export interface PullCommits {
  /** The newest commit of the pull request. */
  readonly head: string | null;
  /** The commit of the base branch when the event was made. */
  readonly base: string | null;
  /** What GitHub merged the two to. */
  readonly merge: string | null;
}

/** The commits of the pull request that an event speaks of; null where it speaks of none, or cannot be read. */
export async function commitsOfPull(file: string): Promise<PullCommits | null> {
  const event = await readEventFile(file, asBase).catch(() => null);
  const pull = property(event, 'pull_request');
  const sha = (value: unknown): string | null => (typeof value === 'string' && commit.test(value) ? value : null);
  return pull === undefined || pull === null
    ? null
    : {
        head: sha(property(property(pull, 'head'), 'sha')),
        base: sha(property(property(pull, 'base'), 'sha')),
        merge: sha(property(pull, 'merge_commit_sha')),
      };
}

/** GitHub takes no longer title and no longer body. */
const longest = { title: 1000, body: 65_536 } as const;

/** The words of the pull request that an event is about, or a sentence on why there are none. Never throws. */
export async function pullRequestText(file: string): Promise<PullRequestText | string> {
  if (file === '') return 'there is no event of a pull request';
  let event: unknown;
  try {
    event = await readEventFile(file, asBase);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return 'the event of the pull request cannot be read, or is larger than 25 MB';
  }
  const pull = property(event, 'pull_request');
  const title = property(pull, 'title');
  // GitHub has null for an empty description.
  const body = property(pull, 'body') ?? '';
  if (typeof title !== 'string' || typeof body !== 'string') return 'the event is not about a pull request';
  return { title: title.slice(0, longest.title), body: body.slice(0, longest.body) };
}

/** An issue that an event is about; its texts are a stranger's. */
export interface IssueEvent {
  readonly number: number;
  readonly body: string;
  /** `owner/name`; null where the event names none. */
  readonly repository: string | null;
  readonly defaultBranch: string | null;
}

/** Reads the event file of a workflow that runs on issues. Throws a UserError for a file that is none, or that is about a pull request. */
export async function readIssueEvent(file: string): Promise<IssueEvent> {
  const event = await readEventFile(file, asIssue);
  const issue = property(event, 'issue');
  const number = property(issue, 'number');
  // GitHub has null for an empty description, and calls pull requests issues too.
  const body = property(issue, 'body') ?? '';
  const isPull = (property(issue, 'pull_request') ?? null) !== null;
  if (!Number.isSafeInteger(number) || Number(number) < 1 || typeof body !== 'string' || isPull)
    throw new UserError(`--issue ${file}: the event is not about an issue; run this on \`issues\``);
  const repository = property(property(event, 'repository'), 'full_name');
  const branch = property(property(event, 'repository'), 'default_branch');
  return {
    number: Number(number),
    body: body.slice(0, longest.body),
    repository: typeof repository === 'string' && /^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(repository) ? repository : null,
    defaultBranch: typeof branch === 'string' && isBranch(branch) ? branch : null,
  };
}

/** True for what git takes as the name of a branch and for nothing else, as `main~3` or `a..b` (git-check-ref-format). */
export function isBranch(name: string): boolean {
  return name.length < 1000 && /^[^\s~^:?*[\\\x00-\x1f\x7f]+$/.test(name) && !/\.\.|@\{/.test(name);
}

/** What a message says of an event file that cannot be used, by what it is read for. */
interface Complaints {
  readonly unreadable: (file: string) => string;
  readonly tooLarge: (file: string) => string;
  readonly notJson: (file: string) => string;
}

const asBase: Complaints = {
  unreadable: (file) => `--since auto: GITHUB_EVENT_PATH is ${file}, which cannot be read`,
  tooLarge: (file) => `--since auto: GITHUB_EVENT_PATH is ${file}, which is not a file of at most 25 MB`,
  notJson: (file) => `--since auto: the event in ${file} is not JSON; pass the base, such as --since origin/main`,
};

const asIssue: Complaints = {
  unreadable: (file) => `--issue ${file}: no such file`,
  tooLarge: (file) => `--issue ${file}: not a file of at most 25 MB, the maximum for an event`,
  notJson: (file) =>
    `--issue ${file}: not JSON; name the event of a workflow that runs on issues, such as "$GITHUB_EVENT_PATH"`,
};

/** Reads an event. Throws a UserError. */
async function readEventFile(file: string, { unreadable, tooLarge, notJson }: Complaints): Promise<unknown> {
  let text: string;
  try {
    const facts = await stat(file);
    if (!facts.isFile() || facts.size > maxBytes) throw new UserError(tooLarge(file));
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw error instanceof UserError ? error : new UserError(unreadable(file));
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(notJson(file));
  }
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}
