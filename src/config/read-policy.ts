import { type PolicyCheck, type PullRequestPolicy, policyChecks } from '../model/pull-request.js';
import type { RuleSeverity } from '../model/rule.js';
import type { RawPullRequest } from './config-file.js';
import { readPattern } from './option-parsers.js';
import { readSeverity } from './read-severity.js';

/** How far back entries that were removed are looked for. */
export const removedDefaults = { days: 3650, commits: 5000 } as const;

/** Reads `pullRequest`. `name` is what messages call it; throws UserErrors. */
export function readPolicy(raw: RawPullRequest, name: string): PullRequestPolicy {
  const { entries, files, title, links = {}, checkboxes, section, removed, severity, labels = {} } = raw;
  const severityOf = (check: PolicyCheck): RuleSeverity => {
    const given = typeof severity === 'object' ? severity[check] : severity;
    return readSeverity(given ?? true, ['warning']);
  };
  return {
    severity: Object.fromEntries(
      policyChecks.map((check) => [check, severityOf(check)]),
    ) as PullRequestPolicy['severity'],
    entries: entries ?? null,
    files: files === undefined ? null : [files].flat().map((glob) => glob.replace(/^\.\//, '')),
    title: title === undefined ? null : readPattern(`${name}.title`, title),
    links: Object.entries(links).map(([field, pattern]) => ({
      name: field,
      pattern: readPattern(`${name}.links.${field}`, pattern),
    })),
    checkboxes: [checkboxes ?? []].flat(),
    section: section ?? null,
    removed:
      removed === undefined || removed === false
        ? null
        : { ...removedDefaults, ...(removed === true ? {} : withoutUndefined(removed)) },
    labels: new Map(Object.entries(labels) as [PolicyCheck | 'passed', string][]),
  };
}

function withoutUndefined<Value extends object>(
  value: Value,
): { readonly [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    readonly [Key in keyof Value]: Exclude<Value[Key], undefined>;
  };
}
