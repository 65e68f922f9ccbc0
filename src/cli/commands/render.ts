import type { Flags } from '../../config/command-line/flags.js';
import { renderSource } from '../../data/render-source.js';
import { replaceText } from '../../fs/write.js';
import { UserError } from '../../model/errors.js';
import { readSource } from '../../pipeline/read-list.js';
import { stripped } from '../../report/escape.js';
import { plural } from '../../text/plural.js';
import type { Host } from '../host.js';
import { findOneList } from '../one-list.js';
import { tell } from '../tell.js';
import { type CommandSettings, withSettings } from '../with-settings.js';

/** The options of `render` besides those that other commands have. */
export interface RenderFlags extends Flags {
  readonly write?: boolean;
  readonly check?: boolean;
}

/** The number of differences that are listed one by one. */
const most = 20;

/** Writes a list from its data, or shows what would change; with `check`, a difference gives status 1. */
export async function renderCommand(path: string | undefined, flags: RenderFlags, host: Host): Promise<number> {
  if (flags.write && flags.check) throw new UserError('--write and --check cannot be combined; use one of them');
  return withSettings({ path, flags }, host, (loaded) => render(path, flags, loaded, host));
}

async function render(
  path: string | undefined,
  flags: RenderFlags,
  loaded: CommandSettings,
  host: Host,
): Promise<number> {
  const { cwd, stdout } = host;
  const { settings, readers } = loaded;
  const input = await findOneList('render', path, loaded, host);
  if (input.remote !== null) throw new UserError(`${input.path}: render works only on a local copy; clone the list`);
  if (flags.write && input.stdin) throw new UserError('--write: standard input cannot be modified; use the diff');
  const { text } = await readSource(input, readers);
  const rendered = await renderSource(input.path, text, settings, cwd);
  const entries = rendered.lines.filter(({ entry }) => entry !== null).length;
  const said = plural(entries, 'entry', 'entries');
  if (rendered.text === text) {
    tell(`${input.path}: ${said}, as in the data`, host);
    return 0;
  }
  if (flags.write) {
    await replaceText(input.file, input.path, text, rendered.text);
    tell(`${input.path}: ${said} written`, host);
    return 0;
  }
  const { unifiedDiff } = await import('../../lint/unified-diff.js');
  stdout.write(stripped(await unifiedDiff(input.path, text, rendered.text)));
  const { differences } = rendered;
  for (const sentence of differences.slice(0, most)) tell(sentence, host);
  if (differences.length > most) tell(`and ${plural(differences.length - most, 'more difference')}`, host);
  tell(`${input.path} and its data differ; \`listwright render --write\` writes it from the data`, host);
  return flags.check ? 1 : 0;
}
