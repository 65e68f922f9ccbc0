import type { Finding, Severity } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { groupBy } from '../text/group-by.js';
import { plural, pluralForm } from '../text/plural.js';
import { commandMessage, commandProperty, logText, oneLine } from './escape.js';
import { bySeverity } from './group-findings.js';
import { lineNames } from './places.js';
import { evidenceOf, type ReportFacts } from './report-facts.js';

/** An annotation names this many more lines. */
const mostLines = 20;

/** The command of each severity (GitHub Docs, "Workflow commands for GitHub Actions"). */
const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** GitHub shows this many annotations of each kind for a step, the first ones printed, and drops the rest without a word. */
const shownOfAKind = 10;

/** The runner drops what is longer than 4,096 units (actions/runner, `ExecutionContext`). */
const longestMessage = 4000;

/** Annotations for GitHub Actions, errors first; what GitHub would drop is in a folded group of plain lines. Empty when there is nothing to say. */
export function github(report: Report, _facts: ReportFacts): string {
  const evidence = evidenceOf(report);
  const kinds = [...groupBy(bySeverity(report.findings), ({ severity }) => severity).values()];
  const lines = kinds.flatMap((kind) =>
    kind.slice(0, shownOfAKind).map((finding) => annotation(finding, evidence(finding))),
  );
  const rest = kinds.flatMap((kind) => kind.slice(shownOfAKind));
  const more =
    rest.length === 0
      ? []
      : [
          `${plural(rest.length, 'finding is not shown as an annotation', 'findings are not shown as annotations')}: GitHub shows at most ${shownOfAKind} errors, ${shownOfAKind} warnings and ${shownOfAKind} notices per step.`,
          `::group::${plural(rest.length, 'more finding')}`,
          ...rest.map(({ severity, path, start, message, rule }) =>
            logText(`${severity} ${oneLine(path)}:${start.line}:${start.column} ${oneLine(message)} (${rule})`),
          ),
          '::endgroup::',
        ];
  return [...lines, ...more].map((line) => `${line}\n`).join('');
}

function annotation(finding: Finding, evidence: readonly string[]): string {
  const { severity, path, start, end, rule, message, places, fix } = finding;
  // A place that ends before the first character of a line ends with the line above.
  const endLine = end.column === 1 && end.line > start.line ? end.line - 1 : Math.max(start.line, end.line);
  const properties = [`file=${commandProperty(path)}`, `line=${start.line}`, `endLine=${endLine}`];
  // GitHub takes columns only where a place begins and ends on one line.
  if (endLine === start.line) {
    properties.push(`col=${start.column}`);
    if (end.line === start.line) properties.push(`endColumn=${Math.max(start.column, end.column)}`);
  }
  properties.push(`title=${commandProperty(oneLine(rule))}`);
  const lines = [oneLine(message)];
  if (places !== null && places.length > 0) {
    const names = lineNames(places);
    const more = names.length > mostLines ? ` and ${names.length - mostLines} more` : '';
    lines.push(`Also on ${pluralForm(names.length, 'line')} ${names.slice(0, mostLines).join(', ')}${more}.`);
  }
  if (fix?.safe === true) lines.push('Fixable with listwright --fix.');
  lines.push(...evidence.slice(-2).map(oneLine));
  return `::${commands[severity]} ${properties.join(',')}::${commandMessage(shortened(lines.join('\n')))}`;
}

function shortened(text: string): string {
  return text.length <= longestMessage ? text : `${text.slice(0, longestMessage).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
