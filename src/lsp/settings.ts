import { dirname, extname } from 'node:path';
import { executable, findConfig, readConfig } from '../config/find.js';
import { loadSettings } from '../config/load-settings.js';
import { ledgerIn } from '../fs/cache-folder.js';
import type { AnyRule, PresetName } from '../model/rule.js';
import type { Settings } from '../model/settings.js';
import type { ClientSettings } from './client-settings.js';

/** What applies to the lists of one folder. */
export interface FolderSettings {
  readonly settings: Settings;
  /** Every rule there is, those that are off included. */
  readonly rules: readonly AnyRule[];
  /** What was not read although it is there; null where all was. */
  readonly notice: string | null;
}

/**
 * The settings of a list in an editor. `root` is the folder of the workspace. A configuration that runs code, or names
 * plugins, is passed over until the workspace is trusted. Throws UserErrors for a configuration that does not fit.
 */
export async function settingsIn(
  file: string,
  root: string,
  client: ClientSettings,
  env: NodeJS.ProcessEnv,
): Promise<FolderSettings> {
  const passedOver = client.trusted ? null : await runsCode(file, root, client.config);
  const { settings, rules, notices } = await loadSettings(file, {
    options: client.preset === null ? {} : { preset: client.preset as PresetName },
    rules: [],
    config: passedOver === null ? client.config : false,
    ...{
      cwd: root,
      env,
      reporters: [],
      trusted: null,
      noCode: client.trusted ? null : 'trust the workspace to run it',
    },
    ledger: ledgerIn(env),
    caller: 'the settings of the editor',
  });
  const notice =
    passedOver === null
      ? (notices[0] ?? null)
      : `${passedOver} can run code and is read only in a trusted workspace; until then the rules of the preset apply`;
  return { settings, rules, notice };
}

/** The configuration that would run code if it were read; null where there is none such. */
async function runsCode(file: string, root: string, named: string | null): Promise<string | null> {
  const place = named ?? (await findConfig(dirname(file), root, false))?.file ?? null;
  if (place === null) return null;
  if (executable.includes(extname(place))) return place;
  const { value } = await readConfig(place, root);
  const plugins = (value as { readonly plugins?: unknown } | null | undefined)?.plugins;
  return Array.isArray(plugins) && plugins.length > 0 ? place : null;
}
