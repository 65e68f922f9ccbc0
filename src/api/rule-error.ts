import type { Crash } from '../lint/run-rule.js';
import type { Finding } from '../model/finding.js';
import type { Report } from '../model/report.js';

/** A rule threw, or took longer than five seconds on one list. The other rules still ran, and their findings are kept. */
export class RuleError extends Error {
  override readonly name = 'RuleError';
  /** Each rule that failed, with the list on which it failed. */
  readonly crashes: readonly Crash[];
  /** What the other rules found. */
  readonly findings: readonly Finding[];
  /** The report without the rules that failed; null if `lint` or `fix` was called. */
  readonly report: Report<string> | null;

  constructor(crashes: readonly Crash[], findings: readonly Finding[], report: Report<string> | null = null) {
    super(crashes.map(({ rule, path, why }) => `the rule ${rule} failed on ${path}: ${why}`).join('; '));
    this.crashes = crashes;
    this.findings = findings;
    this.report = report;
  }
}
