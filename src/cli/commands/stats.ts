import type { Flags } from '../../config/command-line/flags.js';
import { statsOf } from '../../export/stats.js';
import { version } from '../../model/version.js';
import { jsonText, messageText } from '../../report/escape.js';
import { statsText } from '../../report/terminal/stats.js';
import { gatherList } from '../gather-list.js';
import type { Host } from '../host.js';
import { showsUnicode } from '../terminal/colors.js';
import { terminalWidth } from '../terminal/width.js';

/** Prints what git and the ledger know about a list over time, drawn or as data. */
export async function statsCommand(
  path: string | undefined,
  flags: Flags & { readonly json?: boolean },
  host: Host,
): Promise<number> {
  const { env, stdout } = host;
  const { exported, history, trouble } = await gatherList('stats', path, flags, host);
  const stats = statsOf({ list: exported, history, trouble, now: Date.now() });
  if (flags.json) {
    const data = { version: 1, tool: { name: 'listwright', version }, ...stats };
    stdout.write(`${jsonText(JSON.stringify(data, null, 2))}\n`);
    return 0;
  }
  const view = { width: Math.min(100, terminalWidth(stdout, env)), unicode: showsUnicode(env) };
  stdout.write(messageText(statsText(stats, view)));
  return 0;
}
