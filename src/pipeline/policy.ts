import type { Base } from '../git/base.js';
import { namedTextAtBase } from '../git/base-text.js';
import { changedPaths, pathIn } from '../git/changed-files.js';
import type { Git } from '../git/git.js';
import { findRemovals } from '../history/removals.js';
import { readRemovedRecord, removalOf } from '../history/removed-record.js';
import { exceptionOf } from '../lint/exceptions.js';
import type { ReportException, RuleException } from '../model/exception.js';
import type { Finding } from '../model/finding.js';
import {
  type ListChange,
  type PolicyCheck,
  type PullRequestPolicy,
  type PullRequestText,
  policyRule,
  type ReportPullRequest,
} from '../model/pull-request.js';
import { checkPolicy, demandedChecks, labelsFor, type RemovedEntry } from '../policy/check-policy.js';
import { pluralForm } from '../text/plural.js';

/** Where a pull request is read from. */
export interface PolicyContext {
  /** Its title and description, or in a clause why they are not known. */
  readonly text: PullRequestText | string;
  /** What it is compared with; null where that is not here. */
  readonly base: Base | null;
  /** The file that records what was removed from the list, absolute; null for none. */
  readonly record: string | null;
  /** Git at the root of the repository, ended after so many milliseconds. */
  readonly gitFor: (ms: number) => Git;
}

/** A list of the run, and what the pull request changes in it. */
export interface ChangedList {
  /** Absolute. */
  readonly file: string;
  /** Null where it is not compared. */
  readonly change: ListChange | null;
}

/** What came of the policy of a list. */
export interface PolicyOutcome {
  readonly findings: readonly Finding[];
  readonly report: ReportPullRequest;
  /** Exceptions that applied. */
  readonly exceptions: readonly ReportException[];
}

/** Milliseconds for the search of the history. */
const patience = 30_000;

/**
 * Reads what is known of a pull request, and compares it with what the list demands.
 * @param isPartial true where lists of the run could not be read
 */
export async function runPolicy(
  policy: PullRequestPolicy,
  lists: readonly ChangedList[],
  exceptions: readonly RuleException[],
  context: PolicyContext,
  now: () => number,
  isPartial = false,
): Promise<PolicyOutcome> {
  const { text, base } = context;
  const changes = base === null ? null : lists.flatMap(({ change }) => change ?? []);
  const history = await removedEntries(policy, lists, context, now);
  const accepted = history.removed.map((one) => exceptionOf(exceptions, policyRule('removed'), one.entry, now()));
  const findings = checkPolicy(policy, {
    text: typeof text === 'string' ? null : text,
    lists: changes,
    files: base === null ? null : await filesOf(base, policy.files ?? ['**']),
    removed: history.removed.filter((_, index) => accepted[index] === null),
  });
  const demanded = demandedChecks(policy);
  const unread = typeof text === 'string' ? demanded.filter((check) => textChecks.has(check)) : [];
  const uncompared = base === null || isPartial ? demanded.filter((check) => !textChecks.has(check)) : [];
  const unsearched = history.notChecked.length > 0 ? (['removed'] as const) : [];
  const notChecked = [
    ...(typeof text === 'string' ? unknownText(unread, text) : []),
    ...(base === null ? unknownChange(uncompared) : []),
    ...history.notChecked,
  ];
  return {
    findings,
    report: { ...labelsFor(policy, findings, new Set([...unread, ...uncompared, ...unsearched])), notChecked },
    exceptions: accepted.flatMap((row) => row ?? []),
  };
}

async function filesOf(base: Base, globs: readonly string[]) {
  const { default: picomatch } = await import('picomatch');
  const allows = picomatch([...globs], { dot: true });
  return (await changedPaths(base)).map((path) => ({ path, allowed: allows(path) }));
}

async function removedEntries(
  { removed: limits, severity }: PullRequestPolicy,
  lists: readonly ChangedList[],
  { base, gitFor, record }: PolicyContext,
  now: () => number,
): Promise<{ readonly removed: readonly RemovedEntry[]; readonly notChecked: readonly string[] }> {
  if (limits === null || severity.removed === 'off' || base === null) return { removed: [], notChecked: [] };
  const removed: RemovedEntry[] = [];
  const notChecked = new Set<string>();
  const deadline = now() + patience;
  const recorded = readRemovedRecord((record === null ? null : await namedTextAtBase(base, record)) ?? '');
  for (const { file, change } of lists) {
    const path = change === null ? null : await pathIn(base.root, file);
    if (change === null || path === null) continue;
    const urls = change.added.flatMap(({ url }) => url ?? []);
    const search = await findRemovals(urls, path, base.commit, { gitFor, now }, { ...limits, deadline });
    if (search.incomplete !== null && urls.length > 0)
      notChecked.add(`entries that were removed before may have been missed: ${search.incomplete}`);
    for (const entry of change.added) {
      const known = removalOf(recorded, entry.url ?? '');
      const removal = search.removals.get(entry.url ?? '');
      if (known !== null) removed.push({ commit: '', subject: '', ...known, path: change.path, entry });
      else if (removal !== undefined) removed.push({ ...removal, why: null, path: change.path, entry });
    }
  }
  return { removed, notChecked: [...notChecked] };
}

/** The checks of what a pull request says; the others are of what it changes. */
const textChecks: ReadonlySet<PolicyCheck> = new Set(['title', 'links', 'checkboxes']);

function unknownText(unread: readonly PolicyCheck[], why: string): readonly string[] {
  const wanted = [...new Set(unread.map((check) => (check === 'title' ? 'title' : 'description')))];
  if (wanted.length === 0) return [];
  return [
    `the ${wanted.join(' and ')} of the pull request ${pluralForm(wanted.length, 'was', 'were')} not checked: ${why}`,
  ];
}

function unknownChange(uncompared: readonly PolicyCheck[]): readonly string[] {
  if (uncompared.length === 0) return [];
  return ['what the pull request changes was not checked: its base is not available (`fetch-depth: 2` fetches it)'];
}
