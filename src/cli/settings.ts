import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { rules } from '../../rules/index.js';
import { type FoundConfig, findConfig, readConfig } from '../config/find.js';
import type { RawOptions } from '../config/raw.js';
import { resolveSettings } from '../config/resolve.js';
import type { Settings } from '../model/settings.js';
import { type Flags, rawFlags } from './flags.js';
import { projectUrl, version } from './version.js';

/** Reporters that this version has. */
export const reporterNames = ['pretty', 'json'] as const;

/** The settings of a run, and what the configuration file says about the terminal. */
export interface LoadedSettings {
  readonly settings: Settings;
  readonly raw: RawOptions;
}

/** Finds and joins the configuration for the first of the given paths, and the command line. */
export async function loadSettings(path: string | undefined, flags: Flags, cwd: string): Promise<LoadedSettings> {
  const found = await configFor(path, flags, cwd);
  const config =
    found === null ? {} : (await import('../config/validate.js')).validateConfig(found.value, found.file, rules);
  const given = rawFlags(flags);
  const settings = await resolveSettings(config, given, flags.rule ?? [], {
    rules,
    cwd,
    configFile: found?.file ?? null,
    reporters: reporterNames,
    userAgent: `listwright/${version} (+${projectUrl})`,
    ledger: join(cacheFolder(process.env), 'listwright', 'ledger.jsonl'),
    vantage: process.env.CI ? 'ci' : 'local',
  });
  return { settings, raw: { ...config, ...given } };
}

async function configFor(path: string | undefined, flags: Flags, cwd: string): Promise<FoundConfig | null> {
  if (flags.config === false) return null;
  if (typeof flags.config === 'string') return readConfig(flags.config, cwd);
  return findConfig(path === undefined || path === '-' ? cwd : folderOf(resolve(cwd, path)), cwd);
}

function folderOf(path: string): string {
  // A folder that is named as such is looked in itself; a pattern begins where its first plain part ends.
  const plain = /^[^*?{}[\]!]*/.exec(path)?.[0] ?? path;
  return plain === path && !/\.[^/\\]+$/.test(path) ? path : dirname(plain);
}

function cacheFolder(env: NodeJS.ProcessEnv): string {
  if (env.XDG_CACHE_HOME) return env.XDG_CACHE_HOME;
  if (process.platform === 'win32') return env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}
