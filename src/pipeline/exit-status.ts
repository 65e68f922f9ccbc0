import type { Settings } from '../model/settings.js';
import type { RunOutcome } from './run.js';

/**
 * The exit status of a run: 2 where it could not do its work (no network, a rule that failed, a list or ledger that could not be
 * read or written), else 1 where findings fail it, else 0.
 * @param written false where a fixed list could not be written
 */
export function exitStatus(
  { report, offline, crashes, failures }: RunOutcome,
  { maxWarnings }: Pick<Settings, 'maxWarnings'>,
  written = true,
): number {
  if (offline || crashes.length > 0 || failures.length > 0 || !written) return 2;
  const { error, warning } = report.stats.findings;
  if (error > 0) return 1;
  return maxWarnings !== null && warning > maxWarnings ? 1 : 0;
}
