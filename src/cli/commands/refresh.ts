import { resolve } from 'node:path';
import { mustBeWritable } from '../../fs/write.js';
import { version } from '../../model/version.js';
import { startSignals } from '../../pipeline/signals.js';
import { refresh, refreshedLine, refreshMessage } from '../../refresh/refresh.js';
import type { Host } from '../host.js';
import { tell } from '../tell.js';
import { readStdin } from '../terminal/stdin.js';
import { showUpkeep, type UpkeepFlags } from '../upkeep.js';
import { type CommandSettings, withSettings } from '../with-settings.js';

/** Prints which facts of entries would be rewritten as a diff, or writes them; gives the exit status of the contract. */
export async function refreshCommand(paths: readonly string[], flags: UpkeepFlags, host: Host): Promise<number> {
  const { write, message, json, ...others } = flags;
  if (message !== undefined) await mustBeWritable(resolve(host.cwd, message));
  const named = { path: paths[0], paths, flags: others, outputs: [message] };
  return withSettings(named, host, (loaded) => showRefreshed(paths, flags, loaded, host));
}

async function showRefreshed(
  paths: readonly string[],
  flags: UpkeepFlags,
  { settings, raw, rules, confinedTo }: CommandSettings,
  host: Host,
): Promise<number> {
  const signals = startSignals();
  try {
    const refreshed = await refresh(
      { paths, settings, rules, confinedTo, stdinFilename: raw.stdinFilename ?? 'README.md' },
      { cwd: host.cwd, version, signal: signals.signal, stdin: () => readStdin(host), now: Date.now },
    );
    const interrupted = signals.status();
    if (interrupted !== null) return interrupted;
    const { files, notices } = refreshed;
    for (const notice of notices) tell(notice, host);
    for (const field of flags.write ? [] : refreshed.fields) tell(refreshedLine(field), host);
    if (refreshed.fields.length === 0) tell('no fact has changed', host);
    const fields = refreshed.fields.map(({ key, ...field }) => field);
    const data = { version: 1, tool: { name: 'listwright', version }, fields };
    await showUpkeep({ files, message: refreshMessage(refreshed), data }, flags, host);
    return 0;
  } finally {
    signals.stop();
  }
}
