import { parseOptions } from '../config/command-line/parse-options.js';
import { reportersOf } from '../config/command-line/reporters.js';
import { UserError } from '../model/errors.js';
import type { CheckRequest } from '../pipeline/check-request.js';
import type { Inputs } from './inputs.js';

/** What the inputs ask for. No shell sees them, and paths that begin with a dash stay paths. Throws a UserError for options that do not fit. */
export function checkRequestOf(inputs: Inputs): CheckRequest {
  const { command, mode, config, preset, options, ledger, shard, archive, paths } = inputs;
  const parsed = parseOptions(command, options);
  if (parsed.flags.watch === true) throw new UserError('input options: --watch never ends; remove it');
  const links = { ledger: ledger ?? false, ...(shard === '' ? {} : { shard }), ...(archive ? { archive } : {}) };
  const flags = {
    ...(config === '' ? {} : { config }),
    ...(preset === '' ? {} : { preset }),
    ...(command === 'lint' ? {} : links),
    ...parsed.flags,
    // A negated option has a default, which no one has written.
    // Annotations are printed by the step, where it is requested them.
    reporter: ['pretty', ...(reportersOf(parsed.flags) ?? [])],
    format: undefined,
    output: undefined,
    ...(config !== '' && parsed.flags.config === true ? { config } : {}),
    ...(command !== 'lint' && parsed.flags.ledger === true ? { ledger: ledger ?? false } : {}),
  };
  const since = parsed.special.since ?? (mode === 'changed' ? 'auto' : null);
  return { command, paths: [...parsed.paths, ...paths], flags, special: { ...parsed.special, since } };
}
