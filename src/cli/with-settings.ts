import type { Flags } from '../config/command-line/flags.js';
import { loadSettings } from '../config/command-line/settings.js';
import type { LoadedSettings } from '../config/load-settings.js';
import type { LinkSettings } from '../model/settings.js';
import { refuseLinkedOutputs } from '../pipeline/linked-outputs.js';
import { refuseOverwritingInputs } from '../pipeline/protected-files.js';
import type { SourceReaders } from '../pipeline/read-list.js';
import { readTrust, withoutBrought } from '../pipeline/trust.js';
import type { Host } from './host.js';
import { tell } from './tell.js';
import { readStdin } from './terminal/stdin.js';

/** What a command works with. */
export interface CommandSettings extends LoadedSettings {
  /** In a pull request, the folder that no list may lead out of by a symbolic link; null elsewhere. */
  readonly confinedTo: string | null;
  /** Where the texts of lists come from. */
  readonly readers: SourceReaders;
}

/** What a command names. */
interface Named {
  /** The list; undefined for the README of the working directory. */
  readonly path: string | undefined;
  /** Where there are several lists, all of them; else that of `path`. */
  readonly paths?: readonly string[];
  readonly flags: Flags;
  /** Files that are to be written besides the list. */
  readonly outputs?: readonly (string | null | undefined)[];
}

/** Does the work of a command with the settings that count, which in a pull request are those of its base; gives what the work gives. Throws UserErrors. */
export async function withSettings<T>(
  { path, paths = path === undefined ? [] : [path], flags, outputs = [] }: Named,
  host: Host,
  work: (loaded: CommandSettings) => Promise<T>,
): Promise<T> {
  const { cwd, env } = host;
  const written = outputs.flatMap((file) => file ?? []);
  await refuseLinkedOutputs(written, cwd, env);
  const trust = await readTrust(cwd, env);
  try {
    const given = await loadSettings(path, flags, host, trust.trusted, trust.noCode);
    const loaded = await withoutBrought(given, trust, env);
    await refuseOverwritingInputs(written, paths, loaded, cwd);
    for (const notice of [...trust.notices, ...loaded.notices]) tell(notice, host);
    const { confinedTo } = trust;
    const fetchRemote = fetcherWith(loaded.settings.links);
    return await work({
      ...loaded,
      confinedTo,
      readers: { stdin: () => readStdin(host), fetchRemote, env, confinedTo },
    });
  } finally {
    await trust.end();
  }
}

/** Fetches lists on GitHub with the settings of a run. */
function fetcherWith(settings: LinkSettings): SourceReaders['fetchRemote'] {
  return async (list) => {
    const { fetchReadme } = await import('../links/fetch-readme.js');
    return fetchReadme(list, settings, { signal: new AbortController().signal });
  };
}
