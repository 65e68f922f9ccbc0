import type { LinkOutcome } from '../links/check.js';
import { UserError } from '../model/errors.js';
import type { Report, ReportLink } from '../model/report.js';
import { exceptionNotices } from '../report/exceptions.js';
import { plural, pluralForm } from '../text/plural.js';
import type { LintedList } from './lint-list.js';

/** What a run has to say besides its report, in sentences for standard error. */
export function runNotices(
  report: Report,
  links: LinkOutcome | null,
  linted: readonly LintedList[],
): readonly string[] {
  return [
    ...(links?.ledgerProblem ? [links.ledgerProblem] : []),
    ...(links?.exceptionNotices ?? []),
    ...exceptionNotices(report.exceptions),
    ...(links?.factNotices ?? []),
    ...cappedIn(report.links),
    ...(report.pullRequest?.notChecked ?? []),
    ...linted.flatMap(({ notices }) => notices),
    ...baselineNotices(linted),
  ];
}

/** Links that were not checked because this process may open too few files: the run could not do its work. */
export function saturatedIn(rows: readonly ReportLink[]): readonly UserError[] {
  const count = rows.filter(({ reason }) => reason === 'saturated').length;
  if (count === 0) return [];
  return [
    new UserError(
      `${plural(count, 'link was', 'links were')} not checked: too many files are open; raise the limit, as with \`ulimit -n 1024\`, or lower --concurrency`,
    ),
  ];
}

/** Links of a pull request that were not checked, in a sentence. */
function cappedIn(rows: readonly ReportLink[]): readonly string[] {
  const capped = rows.filter(({ reason }) => reason === 'capped').length;
  if (capped === 0) return [];
  return [
    `${plural(capped, 'new link was', 'new links were')} not checked: the pull request exceeds the limit (\`caps\` in the configuration); the next check of the whole list includes them`,
  ];
}

/** What the baseline holds, in sentences. */
function baselineNotices(linted: readonly LintedList[]): readonly string[] {
  const sum = (count: 'known' | 'stale'): number =>
    linted.reduce((all, { compared }) => all + (compared?.[count] ?? 0), 0);
  const [known, stale] = [sum('known'), sum('stale')];
  return [
    ...(known > 0
      ? [
          `${plural(known, 'finding is', 'findings are')} in the baseline and ${pluralForm(known, 'does', 'do')} not count`,
        ]
      : []),
    ...(stale > 0
      ? [
          `${plural(stale, 'finding')} in the baseline no longer ${pluralForm(stale, 'exists', 'exist')}; --update-baseline removes ${pluralForm(stale, 'it', 'them')}`,
        ]
      : []),
  ];
}
