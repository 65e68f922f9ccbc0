import { findInputs, type Input } from '../fs/inputs.js';
import { UserError } from '../model/errors.js';
import type { Host } from './host.js';
import type { CommandSettings } from './with-settings.js';

/** The list of a command that takes one: what `path` names, or the README of the working directory. Throws a UserError where more match. */
export async function findOneList(
  command: string,
  path: string | undefined,
  { raw }: CommandSettings,
  { cwd }: Host,
): Promise<Input> {
  const [input, ...others] = await findInputs(path === undefined ? [] : [path], cwd, raw.stdinFilename ?? 'README.md');
  if (input === undefined || others.length > 0)
    throw new UserError(`${path}: ${command} takes one list, but ${others.length + 1} match`);
  return input;
}
