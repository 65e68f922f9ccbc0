import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Finding, Severity } from '../model/finding.js';
import type { Position } from '../model/place.js';
import { stripped } from '../report/escape.js';
import { projectUrl } from '../version.js';
import { rangeOf } from './place.js';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** A finding as editors show it: once at each of its places, as a person looks at one line. */
export function diagnosticsOf(finding: Finding): readonly Diagnostic[] {
  return [finding, ...(finding.places ?? [])].map((place) => diagnosticAt(finding, place));
}

/** A finding at one of its places. */
export function diagnosticAt({ rule, severity, message }: Finding, place: Position): Diagnostic {
  return {
    range: rangeOf(place),
    severity: severities[severity],
    source: 'listwright',
    code: rule,
    codeDescription: { href: ruleUrl(rule) },
    message: stripped(message),
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
