import type { Flags } from '../../config/command-line/flags.js';
import { loadSettings } from '../../config/command-line/settings.js';
import { findInputs } from '../../fs/inputs.js';
import { UserError } from '../../model/errors.js';
import { readDocument, readSource } from '../../pipeline/read-list.js';
import { jsonText } from '../../report/escape.js';
import { noColors } from '../../report/terminal/colors.js';
import { renderTree } from '../../report/terminal/tree.js';
import { loadWidths } from '../../report/terminal/width.js';
import { treeJson } from '../../report/tree-json.js';
import type { Host } from '../host.js';
import { fetcherFor } from '../remote.js';
import { colors, showsUnicode, wantsColor } from '../terminal/colors.js';
import { readStdin } from '../terminal/stdin.js';

/** Prints the typed tree of one list, drawn or as data. */
export async function treeCommand(
  path: string | undefined,
  flags: Flags & { readonly json?: boolean },
  host: Host,
): Promise<number> {
  const { cwd, env, stdout } = host;
  const { settings, raw } = await loadSettings(path, flags, host);
  const [input, ...others] = await findInputs(path === undefined ? [] : [path], cwd, raw.stdinFilename ?? 'README.md');
  if (input === undefined || others.length > 0)
    throw new UserError(`${path}: tree takes one list, but ${others.length + 1} match`);
  const { list } = await readDocument(
    await readSource(input, { stdin: () => readStdin(host), fetchRemote: fetcherFor(settings), env }),
    settings,
  );
  if (flags.json) stdout.write(`${jsonText(JSON.stringify(treeJson(list), null, 2))}\n`);
  else {
    await loadWidths(list.text);
    const painter = wantsColor(stdout, raw.color, env) ? colors() : noColors;
    stdout.write(renderTree(list, { painter, width: stdout.columns ?? 80, unicode: showsUnicode(env) }));
  }
  return 0;
}
