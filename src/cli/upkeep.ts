import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Flags } from '../config/command-line/flags.js';
import { mustBeWritable, replaceText, writeText } from '../fs/write.js';
import { unifiedDiff } from '../lint/unified-diff.js';
import { UserError } from '../model/errors.js';
import type { UpkeepFile } from '../model/upkeep.js';
import type { Host } from './host.js';
import { tell } from './tell.js';

/** The options of `prune` and `refresh` besides those that other commands have. */
export interface UpkeepFlags extends Flags {
  readonly write?: boolean;
  readonly message?: string;
  readonly json?: boolean;
}

/** A change of a list, in the forms in which it is shown. */
export interface Upkeep {
  /** The last is written first: it is the record of what the others lose. */
  readonly files: readonly UpkeepFile[];
  /** The message of a commit. */
  readonly message: string;
  /** What `--json` prints. */
  readonly data: object;
}

/** Shows a change as a diff, as JSON or by its message, and writes it where that is requested. */
export async function showUpkeep({ files, message, data }: Upkeep, flags: UpkeepFlags, host: Host): Promise<void> {
  const { cwd, stdout } = host;
  if (flags.write) {
    for (const { file } of files) await mustBeWritable(file);
    for (const one of files.toReversed()) await writeFile(one);
  }
  if (flags.message !== undefined) await writeText(resolve(cwd, flags.message), files.length === 0 ? '' : message);
  const { jsonText, messageText } = await import('../report/escape.js');
  if (flags.json) {
    stdout.write(
      `${jsonText(JSON.stringify({ ...data, written: flags.write === true && files.length > 0 }, null, 2))}\n`,
    );
    return;
  }
  if (files.length === 0) return;
  if (flags.write) {
    stdout.write(messageText(message));
    for (const { path } of files) tell(`written to ${path}`, host);
    return;
  }
  for (const { path, before, after } of files) stdout.write(await unifiedDiff(path, before, after));
}

async function writeFile({ file, path, before, after }: UpkeepFile): Promise<void> {
  if (before !== null) return replaceText(file, path, before, after);
  const isThere = await readFile(file).then(
    () => true,
    () => false,
  );
  if (isThere)
    throw new UserError(`${path}: was created since the command began, so nothing was written; run it again`);
  await writeText(file, after);
}
