import { ledgerIn } from '../../fs/cache-folder.js';
import type { Settings } from '../../model/settings.js';
import { reporterNames } from '../../report/registry.js';
import {
  type LoadedSettings,
  loadSettings as load,
  type SettingsRequest,
  settingsByFile as settingsOfEach,
} from '../load-settings.js';
import type { TrustedState } from '../trusted-config.js';
import { type Flags, rawFlags } from './flags.js';

/** The folder that paths count from, and the environment. */
interface Place {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Finds and joins the configuration for the first of the given paths, and the command line. `noCode` says what to do where a configuration may not run code. */
export function loadSettings(
  path: string | undefined,
  flags: Flags,
  place: Place,
  trusted: TrustedState | null = null,
  noCode: string | null = null,
): Promise<LoadedSettings> {
  return load(path, wantedBy(flags, place, trusted, noCode));
}

/** The settings of each file; `first` are those that were loaded for `path` already. */
export function settingsByFile(
  path: string | undefined,
  first: Settings,
  flags: Flags,
  place: Place,
  trusted: TrustedState | null = null,
  noCode: string | null = null,
): (file: string) => Promise<Settings> {
  return settingsOfEach(path, first, wantedBy(flags, place, trusted, noCode));
}

function wantedBy(
  flags: Flags,
  { cwd, env }: Place,
  trusted: TrustedState | null,
  noCode: string | null,
): SettingsRequest {
  const { config = true, rule = [] } = flags;
  return {
    options: rawFlags(flags),
    rules: rule,
    config: config === true ? null : config,
    ...{ cwd, trusted, env, reporters: reporterNames, noCode, caller: null },
    ledger: ledgerIn(env),
  };
}
