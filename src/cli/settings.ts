import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { catalogue } from '../catalogue.js';
import { type FoundConfig, findConfig, readConfig, type TrustedState, trustedConfig } from '../config/find.js';
import type { RawOptions } from '../config/raw.js';
import { resolveSettings } from '../config/resolve.js';
import { remoteOf } from '../disk/inputs.js';
import type { AnyRule } from '../model/rule.js';
import type { Settings } from '../model/settings.js';
import { UserError } from '../model/trouble.js';
import { type Flags, rawFlags } from './flags.js';
import { reporterNames } from './reports.js';
import { projectUrl, version } from './version.js';

/** The settings of a run, and what the configuration file says about the terminal. */
export interface LoadedSettings {
  readonly settings: Settings;
  readonly raw: RawOptions;
  /** Every rule there is: those of the tool, and those that the configuration brings. */
  readonly rules: readonly AnyRule[];
  /** Sentences for standard error. */
  readonly notices: readonly string[];
}

/** What is trusted to say how a list is judged, where not all that lies here is: in a pull request, its base. */
export interface Trusted extends TrustedState {
  /** The folder of the work tree. */
  readonly root: string;
}

/** Finds and joins the configuration for the first of the given paths, and the command line. */
export async function loadSettings(
  path: string | undefined,
  flags: Flags,
  cwd: string,
  trusted: Trusted | null = null,
): Promise<LoadedSettings> {
  const here = await configFor(path, flags, cwd, trusted === null);
  const { config: found, changed } =
    trusted === null || flags.config === false
      ? { config: here, changed: null }
      : await trustedConfig(here, [...new Set([cwd, trusted.root])], trusted);
  const brought = await broughtBy(found, flags, cwd);
  const rules = [...catalogue, ...brought];
  const config =
    found === null ? {} : (await import('../config/validate.js')).validateConfig(found.value, found.file, rules);
  const given = rawFlags(flags);
  const settings = await resolveSettings(config, given, flags.rule ?? [], {
    rules,
    brought: new Set(brought),
    cwd,
    configFile: found?.file ?? null,
    reporters: reporterNames,
    userAgent: `listwright/${version} (+${projectUrl})`,
    ledger: join(cacheFolder(process.env), 'listwright', 'ledger.jsonl'),
    vantage: process.env.CI ? 'ci' : 'local',
    env: process.env,
  });
  const notices = changed === null ? [] : [`${changed} is changed by this pull request; that of the base counts`];
  return { settings, raw: { ...config, ...given }, rules, notices };
}

/**
 * The settings of each file: a configuration counts for what lies in its folder and below, as the command line does for
 * all. `first` are those that were loaded for `path` already.
 */
export function settingsByFile(
  path: string | undefined,
  first: Settings,
  flags: Flags,
  cwd: string,
  trusted: Trusted | null = null,
): (file: string) => Promise<Settings> {
  const byFolder = new Map([[startOf(path, cwd), Promise.resolve(first)]]);
  return (file) => {
    if (flags.config !== undefined && flags.config !== true) return Promise.resolve(first);
    if (remoteOf(file, cwd) !== null) return loadSettings(file, flags, cwd).then(({ settings }) => settings);
    const folder = dirname(file);
    const known = byFolder.get(folder) ?? loadSettings(file, flags, cwd, trusted).then(({ settings }) => settings);
    byFolder.set(folder, known);
    return known;
  };
}

/** The rules of the plugins that a configuration names. */
async function broughtBy(found: FoundConfig | null, flags: Flags, cwd: string): Promise<readonly AnyRule[]> {
  const named = (found?.value as RawOptions | null | undefined)?.plugins;
  if (found === null || !Array.isArray(named) || named.length === 0) return [];
  const { loadPlugins } = await import('../plugins.js');
  const brought = await loadPlugins(named, {
    ...{ file: found.file, cwd, trusted: typeof flags.config === 'string' },
    home: (await found.home?.()) ?? found.file,
  });
  const ids = catalogue.map((rule) => String(rule.id));
  for (const { id } of brought) {
    if (ids.includes(id))
      throw new UserError(`${found.file}: a plugin brings a rule called ${id}, and there is one already`);
    ids.push(id);
  }
  return brought;
}

async function configFor(
  path: string | undefined,
  flags: Flags,
  cwd: string,
  reads: boolean,
): Promise<FoundConfig | null> {
  if (flags.config === false) return null;
  if (typeof flags.config === 'string')
    return reads ? readConfig(flags.config, cwd) : { file: resolve(cwd, flags.config), value: null };
  // A list on GitHub has no folder here, and what stands in this one was not written for it.
  if (path !== undefined && path !== '-' && remoteOf(path, cwd) !== null) return null;
  return findConfig(startOf(path, cwd), cwd, reads);
}

/** The folder that a configuration is looked for from. */
function startOf(path: string | undefined, cwd: string): string {
  return path === undefined || path === '-' ? cwd : folderOf(resolve(cwd, path));
}

function folderOf(path: string): string {
  // A folder that is named as such is looked in itself; a pattern begins where its first plain part ends.
  const plain = /^[^*?{}[\]!]*/.exec(path)?.[0] ?? path;
  return plain === path && !/\.[^/\\]+$/.test(path) ? path : dirname(plain);
}

/** Where this user's programs keep what they can make anew. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  if (env.XDG_CACHE_HOME) return env.XDG_CACHE_HOME;
  if (process.platform === 'win32') return env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}
