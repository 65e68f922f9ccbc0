import { resolve } from 'node:path';
import type { Flags } from '../../config/command-line/flags.js';
import { loadSettings } from '../../config/command-line/settings.js';
import { didYouMean } from '../../config/did-you-mean.js';
import { exportList } from '../../export/export-list.js';
import { type FormatName, formatNames, loadFormat } from '../../export/formats.js';
import { healthOf, historyGap, readHistory, readRecords, repositoryOf } from '../../export/read-facts.js';
import { findInputs } from '../../fs/inputs.js';
import { mustBeWritable, writeText } from '../../fs/write.js';
import { UserError } from '../../model/errors.js';
import { readDocument, readSource } from '../../pipeline/read-list.js';
import { stripped } from '../../report/escape.js';
import type { Host } from '../host.js';
import { fetcherFor } from '../remote.js';
import { readStdin } from '../terminal/stdin.js';

/** The options of `export` besides those that other commands have. */
export interface ExportFlags extends Flags {
  readonly to?: readonly string[];
}

/** Writes a list in formats for other programs and readers. */
export async function exportCommand(path: string | undefined, flags: ExportFlags, host: Host): Promise<number> {
  const { cwd, env, stdout, stderr } = host;
  const { to = [], ...others } = flags;
  const targets = readTargets(to);
  const { settings, raw } = await loadSettings(path, others, host);
  const [input, ...more] = await findInputs(path === undefined ? [] : [path], cwd, raw.stdinFilename ?? 'README.md');
  if (input === undefined || more.length > 0)
    throw new UserError(`${path}: export takes one list, but ${more.length + 1} match`);
  for (const { file } of targets) if (file !== null) await mustBeWritable(resolve(cwd, file));
  const source = await readSource(input, { stdin: () => readStdin(host), fetchRemote: fetcherFor(settings), env });
  const { list } = await readDocument(source, settings);
  const { ledger, ledgerNamed } = settings.links;
  const records = ledger !== null && ledgerNamed ? await readRecords(resolve(cwd, ledger), list) : new Map();
  const history = await readHistory(input, list, env);
  const gap = history === null ? null : historyGap(history.range);
  if (gap !== null) stderr.write(`listwright: ${stripped(`${input.path}: ${gap}`)}\n`);
  const exported = exportList(list, {
    repository: await repositoryOf(input, env),
    additionOf: (url) => history?.additionOf(url) ?? null,
    healthOf: (url) => healthOf(records.get(url)),
  });
  for (const { name, file } of targets) {
    const text = (await loadFormat(name))(exported);
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
      throw new UserError(
        `--to: unknown format "${word}"${didYouMean(word, formatNames)}; choose one of ${formatNames.join(', ')}`,
      );
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
