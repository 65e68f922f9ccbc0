import { pathToFileURL } from 'node:url';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { projectUrl } from '../cli/version.js';
import type { Finding, Severity } from '../model/finding.js';
import { stripped } from '../report/escape.js';
import { rangeOf } from './place.js';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Further places that one finding names; more help nobody. */
const mostPlaces = 10;

/** A finding as editors show it. */
export function diagnosticOf(finding: Finding, uri: string): Diagnostic {
  const { rule, severity, message, places } = finding;
  const related = places?.slice(0, mostPlaces).map((place) => ({
    location: { uri, range: rangeOf(place) },
    message: 'here too',
  }));
  return {
    range: rangeOf(finding),
    severity: severities[severity],
    source: 'listwright',
    code: rule,
    codeDescription: { href: ruleUrl(rule) },
    message: stripped(message),
    ...(related === undefined || related.length === 0 ? {} : { relatedInformation: related }),
  };
}

/** A sentence about the whole file, on its first line. */
export function noteOn(why: string, severity: Severity): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: { line: 0, character: 1 } },
    severity: severities[severity],
    source: 'listwright',
    message: stripped(why),
  };
}

/** Where a rule is explained. */
export function ruleUrl(rule: string): string {
  const page = `${projectUrl}/blob/main/rules/README.md`;
  return rule.includes('/') ? page : `${page}#${rule}`;
}

/** The address of a file. */
export function uriOf(file: string): string {
  return pathToFileURL(file).href;
}
