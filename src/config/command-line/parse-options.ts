import { Command, CommanderError } from 'commander';
import { UserError } from '../../model/errors.js';
import { readArgv } from './argv.js';
import type { Flags } from './flags.js';
import { addOptions } from './options.js';
import { usageError } from './usage-errors.js';

/** Options of `check`, `lint` or `links`, as words say them. */
export interface ParsedOptions {
  readonly paths: readonly string[];
  readonly flags: Flags;
  readonly special: { readonly fix: 'safe' | 'unsafe' | null; readonly since: string | null };
}

/** Reads the words that follow a command, without a shell. Throws a UserError for what is no option of it. */
export function parseOptions(command: 'check' | 'lint' | 'links', argv: readonly string[]): ParsedOptions {
  const { words, fix, since } = readArgv(argv);
  const program = new Command('listwright').exitOverride().configureOutput({ writeErr: () => {} });
  const parser = program
    .command(`${command} [paths...]`)
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  parser.helpOption(false);
  addOptions(parser, command);
  let read: Pick<ParsedOptions, 'paths' | 'flags'> = { paths: [], flags: {} };
  parser.action((paths: string[], flags: Flags) => {
    read = { paths, flags };
  });
  try {
    program.parse([command, ...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw new UserError(usageError(error, program, [command, ...words]));
  }
  return { ...read, special: { fix, since } };
}
