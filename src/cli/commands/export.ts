import { resolve } from 'node:path';
import type { Flags } from '../../config/command-line/flags.js';
import { type FormatName, formatNames, loadFormat } from '../../export/formats.js';
import { statsOf } from '../../export/stats.js';
import { mustBeWritable, writeText } from '../../fs/write.js';
import { UserError } from '../../model/errors.js';
import { didYouMean } from '../../text/did-you-mean.js';
import { oneOf } from '../../text/one-of.js';
import { gatherList } from '../gather-list.js';
import type { Host } from '../host.js';

/** The options of `export` besides those that other commands have. */
export interface ExportFlags extends Flags {
  readonly to?: readonly string[];
}

/** Writes a list in formats for other programs and readers. */
export async function exportCommand(path: string | undefined, flags: ExportFlags, host: Host): Promise<number> {
  const { cwd, stdout } = host;
  const { to = [], ...others } = flags;
  const targets = readTargets(to);
  const files = targets.map(({ file }) => file);
  for (const file of files) if (file !== null) await mustBeWritable(resolve(cwd, file));
  const { exported, history, trouble } = await gatherList('export', path, others, host, files);
  // Ages count from the newest commit: the same list gives the same page on any day. One from the future has a wrong clock.
  const stats = statsOf({ list: exported, history, trouble, now: Math.min(history?.range.to ?? 0, Date.now()) });
  const texts: string[] = [];
  for (const { name } of targets) texts.push((await loadFormat(name))(exported, stats));
  for (const [index, { file }] of targets.entries()) {
    const text = texts[index] ?? '';
    if (file === null) stdout.write(text);
    else await writeText(resolve(cwd, file), text);
  }
  return 0;
}

interface Target {
  readonly name: FormatName;
  /** Null for standard output. */
  readonly file: string | null;
}

/** Reads `html=list.html`. Throws a UserError for an unknown format, and for two that would print to standard output. */
function readTargets(words: readonly string[]): readonly Target[] {
  const targets = words.map((text): Target => {
    const [, word = text, file = null] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
    const name = formatNames.find((each) => each === word);
    if (name === undefined)
      throw new UserError(`--to: unknown format "${word}"${didYouMean(word, formatNames)}; use ${oneOf(formatNames)}`);
    if (file === '')
      throw new UserError(`--to: missing file in "${text}"; use ${name}=file, or ${name} alone for standard output`);
    return { name, file };
  });
  if (targets.length === 0) return [{ name: 'json', file: null }];
  const printed = targets.filter(({ file }) => file === null).map(({ name }) => name);
  if (printed.length > 1)
    throw new UserError(
      `--to: only one format can be printed to standard output, not ${printed.join(' and ')}; write the others to files, such as ${printed[1]}=file`,
    );
  return targets;
}
