import type { Report } from '../model/report.js';

/** The command that applies the fixes of a report as a person types it: with its subcommand, and the file where there is one. */
export function fixCommand(
  { run, stats, findings }: Pick<Report, 'run' | 'stats' | 'findings'>,
  flags: '--fix' | '--fix=unsafe --fix-dry-run',
): string {
  const path = stats.files === 1 ? (findings[0]?.path ?? '') : '';
  // Only a path that needs no quoting in any shell.
  const target = path !== 'README.md' && /^\w[\w./-]*$/.test(path) ? [path] : [];
  return ['listwright', ...(run.command === 'check' ? [] : [run.command]), ...target, flags].join(' ');
}
