import type { Severity } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { jsonText, oneLine, stripped } from './escape.js';
import { fingerprintsOf } from './fingerprint.js';
import type { ReportFacts } from './report-facts.js';

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** GitLab's code quality report (GitLab Docs, "Code Quality", its format of reports): a JSON array with a final newline. */
export function gitlab(report: Report, { lists }: ReportFacts): string {
  const fingerprints = fingerprintsOf(report.findings, lists);
  const issues = report.findings.map(({ message, rule, severity, path, start, end }, index) => ({
    description: oneLine(message),
    check_name: oneLine(rule),
    fingerprint: fingerprints[index],
    severity: severities[severity],
    // GitLab asks for paths from the root of the repository without a dot before them.
    location: {
      path: stripped(path).replace(/^(?:\.\/)+/, ''),
      lines: { begin: start.line, end: Math.max(start.line, end.line) },
    },
  }));
  return `${jsonText(JSON.stringify(issues, null, 2))}\n`;
}
