import { extname, relative, resolve, sep } from 'node:path';
import type { Flags } from '../../config/command-line/flags.js';
import { extractList } from '../../data/extract-list.js';
import { dataFormats } from '../../data/write-data.js';
import { mustBeWritable, replaceText, writeText } from '../../fs/write.js';
import { UserError } from '../../model/errors.js';
import { readDocument, readSource } from '../../pipeline/read-list.js';
import { didYouMean } from '../../text/did-you-mean.js';
import { oneOf } from '../../text/one-of.js';
import { plural, pluralForm } from '../../text/plural.js';
import type { Host } from '../host.js';
import { findOneList } from '../one-list.js';
import { tell } from '../tell.js';
import { type CommandSettings, withSettings } from '../with-settings.js';

/** The options of `extract` besides those that other commands have. */
export interface ExtractFlags extends Flags {
  readonly to?: string;
  readonly data?: string;
  readonly write?: boolean;
}

/** Makes data of a list: prints it, or writes it with the markers; then says what the configuration needs. */
export async function extractCommand(path: string | undefined, flags: ExtractFlags, host: Host): Promise<number> {
  const { to, data: output, write = false, ...others } = flags;
  const outputs = write ? [dataFile(formatOf(to, output), output)] : [];
  return withSettings({ path, flags: others, outputs }, host, (loaded) => extract(path, flags, loaded, host));
}

async function extract(
  path: string | undefined,
  { to, data: output, write = false }: ExtractFlags,
  loaded: CommandSettings,
  host: Host,
): Promise<number> {
  const { cwd, stdout } = host;
  const { settings, readers } = loaded;
  const input = await findOneList('extract', path, loaded, host);
  if (write && (input.stdin || input.remote !== null))
    throw new UserError(`--write: ${input.stdin ? 'standard input' : input.path} cannot be modified; clone the list`);
  const format = formatOf(to, output);
  const file = resolve(cwd, dataFile(format, output));
  const entries = settings.entriesFor(input.path);
  if (entries === null)
    throw new UserError(
      `${input.path}: extract needs \`entries.format\` in the configuration, such as \`- [{name}]({url}) - {description}.\``,
    );
  const source = await readSource(input, readers);
  const { list } = await readDocument(source, settings);
  const folder = settings.configFile === null ? cwd : resolve(cwd, settings.configFile, '..');
  const name = relative(folder, file).split(sep).join('/');
  const extraction = await extractList(list, entries, format, name);
  if (write) {
    await mustBeWritable(file, true);
    // The data first: without it the markers would say that it is all there is.
    await writeText(file, extraction.data);
    await replaceText(input.file, input.path, source.text, extraction.readme);
  } else stdout.write(extraction.data);
  const { stringify } = await import('yaml');
  const said = `${plural(extraction.entries, 'entry', 'entries')} ${write ? `written to ${name}` : 'in all'}`;
  const { respaced } = extraction;
  if (respaced > 0)
    tell(
      `${plural(respaced, 'line')} of ${input.path} ${write ? pluralForm(respaced, 'is', 'are') : 'would be'} written with other spaces, empty lines, bullets or bars; nothing else changes`,
      host,
    );
  tell(`${said}; add this to the configuration:\n${stringify({ source: extraction.options }).trimEnd()}`, host);
  return 0;
}

function dataFile(format: string, named: string | undefined): string {
  return named ?? `entries.${format}`;
}

function formatOf(to: string | undefined, output: string | undefined): (typeof dataFormats)[number] {
  const ending = extname(output ?? '')
    .slice(1)
    .replace(/^yml$/, 'yaml');
  const word = (to ?? (ending || 'yaml')).replace(/^yml$/, 'yaml');
  const known = dataFormats.find((each) => each === word);
  if (known === undefined)
    throw new UserError(`--to: unknown format "${word}"${didYouMean(word, dataFormats)}; use ${oneOf(dataFormats)}`);
  if (output !== undefined && ending !== known)
    throw new UserError(`--data: ${output} must end in .${known}, the extension of its format`);
  return known;
}
