import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { builtinRules } from '../config/builtin-rules.js';
import type { Finding, Severity } from '../model/finding.js';
import type { Position } from '../model/position.js';
import { ruleUrl } from '../model/version.js';
import { stripped } from '../report/escape.js';
import { rangeOf } from './ranges.js';

const ours: ReadonlySet<string> = new Set(builtinRules.map(({ id }) => String(id)));

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
    codeDescription: { href: ruleUrl(rule, ours.has(rule)) },
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
