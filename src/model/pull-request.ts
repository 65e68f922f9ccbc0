import type { Position } from './position.js';
import type { RuleSeverity } from './rule.js';

/** The checks of a pull request, in the order of the documentation: keys of `pullRequest` in the configuration. */
export const policyChecks = ['entries', 'files', 'title', 'links', 'checkboxes', 'section', 'removed'] as const;

/** One check of a pull request; its findings have the rule `pull-request-<name>`. */
export type PolicyCheck = (typeof policyChecks)[number];

/** The rule that findings of a check have. */
export function policyRule(check: PolicyCheck): string {
  return `pull-request-${check}`;
}

/** What a list demands of pull requests; null for what it does not. */
export interface PullRequestPolicy {
  readonly severity: Readonly<Record<PolicyCheck, RuleSeverity>>;
  /** Most entries that are added. */
  readonly entries: number | null;
  /** Globs of files that may change, from the root of the repository. */
  readonly files: readonly string[] | null;
  /** What the title matches. */
  readonly title: RegExp | null;
  /** What the description links, by what it is called. */
  readonly links: readonly { readonly name: string; readonly pattern: RegExp }[];
  /** Labels of checkboxes in the description that are checked. */
  readonly checkboxes: readonly string[];
  /** Fewest entries of a new section. */
  readonly section: number | null;
  /** How far back entries are looked for that were removed. */
  readonly removed: { readonly days: number; readonly commits: number } | null;
  /** Labels of the pull request by the check that reports something; `passed` for one where none does. */
  readonly labels: ReadonlyMap<PolicyCheck | 'passed', string>;
}

/** What GitHub's event says of a pull request. All of it is text of a stranger. */
export interface PullRequestText {
  /** At most 1,000 UTF-16 units. */
  readonly title: string;
  /** Markdown, at most 65,536 UTF-16 units; empty for none. */
  readonly body: string;
}

/** What a report contains about a pull request besides findings. */
export interface ReportPullRequest {
  /** Labels that it should have according to the configuration. */
  readonly labels: readonly string[];
  /** Labels of the configuration that do not apply to it. */
  readonly otherLabels: readonly string[];
  /** What could not be checked, and why, in sentences. */
  readonly notChecked: readonly string[];
}

/** What a pull request changes in one list. */
export interface ListChange {
  readonly path: string;
  readonly added: readonly AddedEntry[];
  /** New sections with content. */
  readonly sections: readonly NewSection[];
}

/** An entry that was not there before. */
export interface AddedEntry {
  readonly name: string;
  readonly url: string | null;
  /** Titles of the sections around it, innermost first. */
  readonly titles: readonly string[];
  readonly position: Position;
}

/** A section that was not there before. */
export interface NewSection {
  readonly title: string;
  /** Nested ones counted. */
  readonly entries: number;
  readonly position: Position;
}
