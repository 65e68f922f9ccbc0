import type { Finding } from '../model/finding.js';
import type { Position } from '../model/position.js';
import {
  type AddedEntry,
  type ListChange,
  type PolicyCheck,
  type PullRequestPolicy,
  type PullRequestText,
  policyChecks,
  policyRule,
} from '../model/pull-request.js';
import { plural } from '../text/plural.js';
import { TimeLimitError, withTimeLimit } from '../text/regex-timeout.js';
import { shorten } from '../text/shorten.js';
import { plainLabel, readBody } from './read-body.js';

/** What is known of a pull request; null for what is not, which is then not checked. */
export interface PullRequestFacts {
  readonly text: PullRequestText | null;
  /** What it changes in the lists of the run. */
  readonly lists: readonly ListChange[] | null;
  /** Paths that it changes, with forward slashes, and those of them that the policy lets change. */
  readonly files: readonly { readonly path: string; readonly allowed: boolean }[] | null;
  /** Entries that were removed before, with what is known of the commit. */
  readonly removed: readonly RemovedEntry[];
}

/** An entry that a pull request adds again. */
export interface RemovedEntry {
  readonly path: string;
  readonly entry: AddedEntry;
  readonly commit: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly subject: string;
  /** Why, as the record of the list has it; null where only git knows of it, by its commit. */
  readonly why: string | null;
}

/** Milliseconds for one pattern, which V8 gives no bound of its own. */
const patience = 2_000;
const start = { line: 1, column: 1, offset: 0 };
const top: Position = { start, end: start };

/** Compares a pull request with what the list demands. The findings come in the order of the checks. */
export function checkPolicy(policy: PullRequestPolicy, facts: PullRequestFacts): readonly Finding[] {
  const found: readonly (readonly [PolicyCheck, readonly Problem[]])[] = [
    ['entries', tooMany(policy, facts)],
    ['files', otherFiles(facts)],
    ['title', wrongTitle(policy, facts)],
    ['links', missingLinks(policy, facts)],
    ['checkboxes', openBoxes(policy, facts)],
    ['section', smallSections(policy, facts)],
    ['removed', facts.removed.map(removedProblem)],
  ];
  return found.flatMap(([check, problems]) => {
    const severity = policy.severity[check];
    if (severity === 'off') return [];
    return problems.map(
      ({ message, path, at, url = null }): Finding => ({
        ...{ rule: policyRule(check), topic: 'pull-request', verdict: null, severity, message },
        ...{ path: path ?? homeOf(facts), start: at.start, end: at.end, url, fix: null, places: null },
      }),
    );
  });
}

/** The checks that a list demands, in their order. */
export function demandedChecks(policy: PullRequestPolicy): readonly PolicyCheck[] {
  return policyChecks.filter((check) => {
    const demand = policy[check];
    return (
      policy.severity[check] !== 'off' &&
      demand !== null &&
      !(Array.isArray(demand) && check !== 'files' && demand.length === 0)
    );
  });
}

/**
 * The labels that the configuration has for the findings of a pull request, and those that do not apply. One of a check that was
 * not made is in neither, unless it found something all the same; `passed` does not apply then.
 */
export function labelsFor(
  { labels }: PullRequestPolicy,
  findings: readonly Finding[],
  unchecked: ReadonlySet<PolicyCheck>,
): { readonly labels: readonly string[]; readonly otherLabels: readonly string[] } {
  const rules = new Set(findings.map(({ rule }) => rule));
  const failed = policyChecks.filter((check) => rules.has(policyRule(check)));
  const hasPassed = failed.length === 0 && unchecked.size === 0;
  const labelsOf = (keys: readonly (PolicyCheck | 'passed')[]) => new Set(keys.flatMap((key) => labels.get(key) ?? []));
  const applying = labelsOf(hasPassed ? ['passed'] : failed);
  const open = labelsOf([...unchecked]);
  const others = [...new Set(labels.values())].filter((label) => !applying.has(label) && !open.has(label));
  return { labels: [...applying], otherLabels: others };
}

interface Problem {
  readonly message: string;
  /** Null for the pull request as a whole. */
  readonly path: string | null;
  readonly at: Position;
  readonly url?: string | null;
}

/** A finding about the pull request is at the beginning of a file that it changes: of a list, where it changes one. */
function homeOf({ lists, files }: PullRequestFacts): string {
  const paths = lists?.map(({ path }) => path) ?? [];
  return (
    paths.find((path) => files?.some((file) => file.path === path) === true) ??
    files?.[0]?.path ??
    paths[0] ??
    'README.md'
  );
}

function tooMany({ entries: most }: PullRequestPolicy, { lists }: PullRequestFacts): readonly Problem[] {
  const added = lists?.flatMap(({ path, added: rows }) => rows.map(({ position }) => ({ path, position }))) ?? [];
  const next = most === null ? undefined : added[most];
  if (next === undefined) return [];
  const message = `This pull request adds ${plural(added.length, 'entry', 'entries')} (maximum ${most}); split it into several pull requests`;
  return [{ message, path: next.path, at: next.position }];
}

function otherFiles({ files }: PullRequestFacts): readonly Problem[] {
  const others = files?.filter(({ allowed }) => !allowed) ?? [];
  const [first] = others;
  if (first === undefined) return [];
  const what =
    others.length === 1
      ? `${quoted(first.path)}, which pull requests may not change; undo that change`
      : `${others.length} files that pull requests may not change (first: ${quoted(first.path)}); undo those changes`;
  return [{ message: `This pull request changes ${what}`, path: first.path, at: top }];
}

function wrongTitle({ title: pattern }: PullRequestPolicy, { text }: PullRequestFacts): readonly Problem[] {
  if (pattern === null || text === null || matches(pattern, text.title)) return [];
  const message = `The title ${quoted(text.title)} does not match ${quoted(pattern.source, 200)}; edit the title`;
  return [{ message, path: null, at: top }];
}

function missingLinks({ links }: PullRequestPolicy, { text }: PullRequestFacts): readonly Problem[] {
  if (text === null || links.length === 0) return [];
  const { urls } = readBody(text.body);
  return links
    .filter(({ pattern }) => !matchesOne(pattern, urls))
    .map(({ name, pattern }) => ({
      message: `The description has no link for ${quoted(name)}; add a URL that matches ${quoted(pattern.source, 200)}`,
      path: null,
      at: top,
    }));
}

function openBoxes({ checkboxes }: PullRequestPolicy, { text }: PullRequestFacts): readonly Problem[] {
  if (text === null || checkboxes.length === 0) return [];
  const { boxes } = readBody(text.body);
  return checkboxes.flatMap((wanted): readonly Problem[] => {
    const found = boxes.filter(({ label }) => label.includes(plainLabel(wanted)));
    if (found.some(({ ticked }) => ticked)) return [];
    const message =
      found.length === 0
        ? `The description has no checkbox ${quoted(wanted)}; add it and check it`
        : `The checkbox ${quoted(wanted)} in the description is not checked; check it once it is true`;
    return [{ message, path: null, at: top }];
  });
}

function smallSections({ section: least }: PullRequestPolicy, { lists }: PullRequestFacts): readonly Problem[] {
  if (least === null || lists === null) return [];
  return lists.flatMap(({ path, sections }) =>
    sections
      .filter(({ entries }) => entries < least)
      .map(({ title, entries, position }) => ({
        message: `The new section ${quoted(title)} has only ${plural(entries, 'entry', 'entries')} (minimum ${least}); add more, or use another section`,
        path,
        at: position,
      })),
  );
}

function removedProblem({ path, entry, commit, day, subject, why }: RemovedEntry): Problem {
  const how =
    why === null ? ` in commit ${quoted(commit)} (${quoted(subject)})` : why === '' ? '' : ` (${quoted(why, 200)})`;
  const message = `${quoted(entry.name)} was removed on ${day}${how}; explain in the description what has changed since then`;
  return { message, path, at: entry.position, url: entry.url };
}

/** A text that takes too long does not match: who wrote it has made it so. */
function matches(pattern: RegExp, text: string): boolean {
  return matchesOne(pattern, [text]);
}

function matchesOne(pattern: RegExp, texts: readonly string[]): boolean {
  try {
    return withTimeLimit(patience, () => texts.some((text) => pattern.test(text)));
  } catch (error) {
    if (error instanceof TimeLimitError) return false;
    throw error;
  }
}

/** Text of a stranger as code on one line. */
function quoted(text: string, most = 60): string {
  const line = text.replace(/[\s\u0000-\u001f\u007f-\u009f`]+/g, ' ').trim();
  return `\`${shorten(line, most) || ' '}\``;
}
