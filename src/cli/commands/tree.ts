import type { Flags } from '../../config/command-line/flags.js';
import { UserError } from '../../model/errors.js';
import type { Facts } from '../../model/facts.js';
import { noFiles } from '../../model/files.js';
import type { List } from '../../model/list.js';
import type { LinkSettings } from '../../model/settings.js';
import { readDocument, readSource } from '../../pipeline/read-list.js';
import { startSignals } from '../../pipeline/signals.js';
import { jsonText } from '../../report/escape.js';
import { noColors } from '../../report/terminal/colors.js';
import { renderTree } from '../../report/terminal/tree.js';
import { treeJson } from '../../report/tree-json.js';
import type { Host } from '../host.js';
import { findOneList } from '../one-list.js';
import { tell } from '../tell.js';
import { colors, showsUnicode, wantsColor } from '../terminal/colors.js';
import { type CommandSettings, withSettings } from '../with-settings.js';

/** The options of `tree` besides those that other commands have. */
export interface TreeFlags extends Flags {
  readonly json?: boolean;
  readonly facts?: boolean;
}

/** Prints the typed tree of one list, drawn or as data. */
export async function treeCommand(path: string | undefined, flags: TreeFlags, host: Host): Promise<number> {
  if (flags.facts === true && flags.json !== true)
    throw new UserError('--facts needs --json; pass both to print the tree with facts');
  return withSettings({ path, flags }, host, (loaded) => showTree(path, flags, loaded, host));
}

async function showTree(
  path: string | undefined,
  flags: TreeFlags,
  loaded: CommandSettings,
  host: Host,
): Promise<number> {
  const { env, stdout } = host;
  const { settings, raw, readers } = loaded;
  const input = await findOneList('tree', path, loaded, host);
  const { list } = await readDocument(await readSource(input, readers), settings);
  if (flags.json) {
    const facts = flags.facts === true ? await factsFor(list, settings.links, host) : undefined;
    stdout.write(`${jsonText(JSON.stringify(treeJson(list, facts), null, 2))}\n`);
  } else {
    const painter = wantsColor(stdout, raw.color, env) ? colors() : noColors;
    stdout.write(renderTree(list, { painter, width: stdout.columns ?? 80, unicode: showsUnicode(env) }));
  }
  return 0;
}

/** Facts by URL; what could not be read is reported on standard error. */
async function factsFor(list: List, settings: LinkSettings, host: Host): Promise<ReadonlyMap<string, Facts>> {
  const { readFacts } = await import('../../links/read-facts.js');
  const signals = startSignals();
  try {
    const { facts, notices } = await readFacts(list, noFiles, settings, { signal: signals.signal });
    for (const notice of notices) tell(notice, host);
    return facts;
  } finally {
    signals.stop();
  }
}
