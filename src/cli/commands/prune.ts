import { resolve } from 'node:path';
import { mustBeWritable } from '../../fs/write.js';
import { version } from '../../model/version.js';
import { startSignals } from '../../pipeline/signals.js';
import { commitMessage, entryPlace, leftWhy, reasonsOf } from '../../prune/message.js';
import { prune } from '../../prune/prune.js';
import { plural } from '../../text/plural.js';
import type { Host } from '../host.js';
import { tell } from '../tell.js';
import { readStdin } from '../terminal/stdin.js';
import { showUpkeep, type UpkeepFlags } from '../upkeep.js';
import { type CommandSettings, withSettings } from '../with-settings.js';

/** Prints what would be pruned as a diff, or writes it; gives the exit status of the contract. */
export async function pruneCommand(paths: readonly string[], flags: UpkeepFlags, host: Host): Promise<number> {
  const { write, message, json, ...others } = flags;
  if (message !== undefined) await mustBeWritable(resolve(host.cwd, message));
  const named = { path: paths[0], paths, flags: others, outputs: [message] };
  return withSettings(named, host, (loaded) => showPruned(paths, flags, loaded, host));
}

async function showPruned(
  paths: readonly string[],
  flags: UpkeepFlags,
  { settings, raw, rules, confinedTo }: CommandSettings,
  host: Host,
): Promise<number> {
  const { cwd } = host;
  const signals = startSignals();
  try {
    const pruned = await prune(
      { paths, settings, rules, confinedTo, stdinFilename: raw.stdinFilename ?? 'README.md' },
      { cwd, version, signal: signals.signal, stdin: () => readStdin(host), now: Date.now },
    );
    const interrupted = signals.status();
    if (interrupted !== null) return interrupted;
    for (const notice of pruned.notices) tell(notice, host);
    for (const entry of flags.write ? [] : pruned.entries)
      tell(`${entryPlace(entry)}: ${entry.name}: ${reasonsOf(entry)}`, host);
    for (const entry of pruned.left) tell(`${entryPlace(entry)}: ${entry.name} was left: ${leftWhy(entry)}`, host);
    for (const place of pruned.emptied) tell(`${place}: this section is now empty`, host);
    if (pruned.waiting > 0)
      tell(
        `${plural(pruned.waiting, 'more entry', 'more entries')} left for the next run because of \`prune.limit\``,
        host,
      );
    if (pruned.entries.length === 0) tell('nothing was pruned', host);
    const { files, emptied, waiting, movedTo } = pruned;
    const [entries, left] = [pruned.entries, pruned.left].map((all) => all.map(({ key, ...entry }) => entry));
    await showUpkeep(
      {
        files,
        message: commitMessage(pruned),
        data: { version: 1, tool: { name: 'listwright', version }, movedTo, entries, left, emptied, waiting },
      },
      flags,
      host,
    );
    return 0;
  } finally {
    signals.stop();
  }
}
