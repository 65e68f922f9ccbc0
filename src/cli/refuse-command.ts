import type { Command } from 'commander';
import { UserError } from '../model/errors.js';
import { oneOf } from '../text/one-of.js';

/** A mistyped command would be taken for the path of a list; `cwd` is null where it cannot be one. */
export async function refuseCommand(word: string, program: Command, cwd: string | null): Promise<void> {
  const { existsSync } = await import('node:fs');
  const { join } = await import('node:path');
  if (cwd !== null && (!/^[a-z]+$/i.test(word) || existsSync(join(cwd, word)))) return;
  const { didYouMean } = await import('../text/did-you-mean.js');
  // What a person types; `lsp` is started by editors, which make no slips.
  const commands = [...program.commands.map((command) => command.name()).filter((name) => name !== 'lsp'), 'help'];
  // There are few commands: one that begins alike may be two slips away.
  const alike = commands.filter((command) => command[0] === word[0]?.toLowerCase());
  const { nameHere } = await import('../config/names-elsewhere.js');
  const here = nameHere('commands', word);
  const near = here === null ? didYouMean(word, commands) || didYouMean(word, alike, 2) : ` (did you mean "${here}"?)`;
  throw new UserError(
    `unknown command ${cwd === null ? '' : 'or file '}"${word}"${near === '' ? `; use ${oneOf(commands)}` : near}`,
  );
}
