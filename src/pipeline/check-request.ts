import { resolve } from 'node:path';
import type { Flags } from '../config/command-line/flags.js';
import type { LoadedSettings } from '../config/load-settings.js';
import { remoteOf } from '../fs/inputs.js';
import { mustBeWritable } from '../fs/write.js';
import { UserError } from '../model/errors.js';
import { baselineName } from '../model/version.js';

/** Options that are read before the option parser. */
export interface SpecialFlags {
  readonly fix: 'safe' | 'unsafe' | null;
  readonly since: string | null;
}

/** What a caller asks of `check`, `lint` or `links`. */
export interface CheckRequest {
  readonly command: 'check' | 'lint' | 'links';
  readonly paths: readonly string[];
  readonly flags: Flags;
  readonly special: SpecialFlags;
}

/** Throws a UserError for a request that cannot be done, before anything is. */
export async function refuseWrongRequest(
  { command, paths, flags, special }: CheckRequest,
  { settings, raw }: LoadedSettings,
  cwd: string,
): Promise<void> {
  const toStdout = settings.reporters.filter((reporter) => reporter.file === null);
  if (toStdout.length > 1) {
    throw new UserError(
      `--reporter: ${toStdout.map((each) => each.name).join(' and ')} cannot both print to standard output; write one to a file, such as json=report.json`,
    );
  }
  if (special.fix !== null && flags.fixDryRun !== true) refuseFix(paths, flags, cwd);
  const outputs = settings.reporters.flatMap(({ file }) => file ?? []);
  for (const file of outputs) await mustBeWritable(file);
  if (outputs.length > 0) {
    const { refuseOverwritingInputs } = await import('./protected-files.js');
    const baseline = typeof flags.baseline === 'string' ? flags.baseline : baselineName;
    await refuseOverwritingInputs(outputs, paths, { settings, raw }, cwd, [
      { file: resolve(cwd, baseline), what: 'the baseline' },
    ]);
  }
  if (command !== 'lint' && typeof raw.ledger === 'string') await mustBeWritable(raw.ledger, true);
}

/** Fixes are written to files of the work tree alone. */
function refuseFix(paths: readonly string[], flags: Flags, cwd: string): void {
  if (paths.includes('-'))
    throw new UserError('--fix cannot modify standard input; use --fix-dry-run, which prints a diff');
  if (flags.staged === true)
    throw new UserError('--fix cannot modify staged content; use --fix-dry-run, or fix the file and `git add` it');
  const remote = paths.find((path) => remoteOf(path, cwd) !== null);
  if (remote !== undefined)
    throw new UserError(`--fix cannot modify ${remote}, which is on GitHub; use --fix-dry-run, which prints a diff`);
}
