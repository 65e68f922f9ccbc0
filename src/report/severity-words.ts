import type { Severity } from '../model/finding.js';
import { countText, pluralForm } from '../text/plural.js';

/** What findings of a severity are called next to their number: `error` or `errors`; `info` has no plural. */
export function severityWord(severity: Severity, count: number): string {
  return severity === 'info' ? severity : pluralForm(count, severity);
}

/** `1 error`, `2 warnings`, `3 info`. */
export function severityCount(severity: Severity, count: number): string {
  return `${countText(count)} ${severityWord(severity, count)}`;
}
