import type { Command } from 'commander';
import { addShared } from '../config/command-line/options.js';
import type { Host } from './host.js';
import type { UpkeepFlags } from './upkeep.js';

type UpkeepName = 'prune' | 'refresh';

/** What the commands that keep a list up do. */
export interface UpkeepActions {
  upkeep(name: UpkeepName, paths: readonly string[], flags: UpkeepFlags): Promise<void>;
}

const commands = [
  ['prune', 'Remove or move entries whose links are gone, according to saved results; prints a diff'],
  ['refresh', 'Update facts shown in entries, such as star counts; prints a diff'],
] as const;

/** Declares the commands that change what a list has. */
export function addUpkeepCommands(program: Command, actions: UpkeepActions): void {
  for (const [name, means] of commands)
    addShared(program.command(`${name} [paths...]`).description(means))
      .optionsGroup('Output:')
      .option('--write', 'Write the files instead of printing a diff')
      .option('--message <file>', 'Write a commit message, with the evidence, to a file')
      .option('--json', 'Print JSON')
      .optionsGroup('Input:')
      .option('--ledger <file>', "File with the results of earlier runs (default: in the user's cache folder)")
      .action((paths: string[], flags: UpkeepFlags) => actions.upkeep(name, paths, flags));
}

/** Runs one of them; gives the exit status. */
export async function runUpkeep(
  name: UpkeepName,
  paths: readonly string[],
  flags: UpkeepFlags,
  host: Host,
): Promise<number> {
  if (name === 'prune') return (await import('./commands/prune.js')).pruneCommand(paths, flags, host);
  return (await import('./commands/refresh.js')).refreshCommand(paths, flags, host);
}
