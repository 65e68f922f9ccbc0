import { dirname, resolve } from 'node:path';
import { remoteOf } from '../fs/inputs.js';
import { UserError } from '../model/errors.js';
import { mostPrefetches } from '../model/prefetch.js';
import type { AnyRule } from '../model/rule.js';
import type { Settings } from '../model/settings.js';
import { projectUrl, version } from '../model/version.js';
import { builtinRules } from './builtin-rules.js';
import type { RawOptions } from './config-file.js';
import { ciService } from './environment.js';
import { type FoundConfig, findConfig, readConfig } from './find.js';
import { resolveSettings } from './resolve.js';
import { findTrusted, readTrusted, type TrustedConfig, type TrustedState } from './trusted-config.js';

/** The settings of a run, and what the configuration file says about the terminal. */
export interface LoadedSettings {
  readonly settings: Settings;
  readonly raw: RawOptions;
  /** Every rule there is: those of the tool, and those that the configuration brings. */
  readonly rules: readonly AnyRule[];
  /** Sentences for standard error. */
  readonly notices: readonly string[];
}

/** What a caller says of the settings besides the configuration file, and where files are looked for. */
export interface SettingsRequest {
  /** Win over the file. */
  readonly options: RawOptions;
  /** `name=severity`, which win over all. */
  readonly rules: readonly string[];
  /** A file; false for none; null to look for it. */
  readonly config: string | false | null;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Reporters there are; none where nothing is printed, and then what the file says of them is passed over. */
  readonly reporters: readonly string[];
  readonly ledger: string | null;
  /** What counts in place of the files that lie here; null where they are trusted. */
  readonly trusted: TrustedState | null;
  /** What to do instead, where no file's code may run, the configuration's own included; null where it may. */
  readonly noCode: string | null;
  /** How messages call a caller whose options are to be checked like those of a file; null for the command line, which checks its own. */
  readonly caller: string | null;
}

/** Finds and joins the configuration for the first of the given paths, and what the caller says. */
export async function loadSettings(path: string | undefined, wanted: SettingsRequest): Promise<LoadedSettings> {
  const { caller, cwd, env, options, reporters } = wanted;
  const { config: found, changed } = await configFor(path, wanted);
  const brought = await broughtBy(found, wanted);
  const rules = [...builtinRules, ...brought];
  const check = async (value: unknown, named: string): Promise<RawOptions> =>
    (await import('./validate.js')).validateConfig(value, named, rules);
  if (caller !== null && Object.keys(options).length > 0) await check(options, caller);
  const whole = found === null ? {} : await check(found.value, found.file);
  const { reporter, ...silent } = whole;
  const config = reporters.length === 0 ? silent : whole;
  const settings = await resolveSettings(config, options, wanted.rules, {
    ...{ rules, brought: new Set(brought), cwd, env, reporters, ledger: wanted.ledger },
    ...{ userAgent: `listwright/${version} (+${projectUrl})`, vantage: ciService(env) === null ? 'local' : 'ci' },
    ...(caller === null ? {} : { called: (key: string) => `${caller}: ${key}` }),
    configFile: found?.file ?? null,
  });
  const notices =
    changed === null ? [] : [`${changed} is changed by this pull request; the version of the base branch is used`];
  return { settings, raw: { ...config, ...options }, rules, notices };
}

/**
 * The settings of each file: a configuration counts for what lies in its folder and below, as the caller's words do for
 * all. `first` are those that were loaded for `path` already.
 */
export function settingsByFile(
  path: string | undefined,
  first: Settings,
  wanted: SettingsRequest,
): (file: string) => Promise<Settings> {
  const { config, cwd } = wanted;
  const byFolder = new Map([[startOf(path, cwd), Promise.resolve(first)]]);
  const load = async (file: string, as: SettingsRequest): Promise<Settings> => (await loadSettings(file, as)).settings;
  return (file) => {
    if (config !== null) return Promise.resolve(first);
    if (remoteOf(file, cwd) !== null) return load(file, { ...wanted, trusted: null });
    const folder = dirname(file);
    const known = byFolder.get(folder) ?? load(file, wanted);
    byFolder.set(folder, known);
    return known;
  };
}

/** The rules that a configuration and its reader bring. Throws a UserError for one that there is already. */
async function broughtBy(found: FoundConfig | null, wanted: SettingsRequest): Promise<readonly AnyRule[]> {
  const { config, cwd, options, noCode } = wanted;
  const named = (found?.value as RawOptions | null | undefined)?.plugins;
  const byFile = found !== null && Array.isArray(named) ? named : [];
  const own = options.plugins ?? [];
  if (byFile.length + own.length === 0) return [];
  const file = found?.file ?? resolve(cwd, 'plugins');
  const { loadPlugins } = await import('./load-plugins.js');
  const brought = [
    ...(await loadPlugins(byFile, {
      ...{ file, cwd, noCode, trusted: typeof config === 'string' },
      home: (await found?.home?.()) ?? file,
    })),
    ...(await loadPlugins(own, { file: `${wanted.caller}: plugins`, home: file, cwd, noCode, trusted: true })),
  ];
  const prefetches = new Set(brought.flatMap(({ prefetch }) => prefetch?.id ?? []));
  if (prefetches.size > mostPrefetches)
    throw new UserError(
      `${found?.file ?? wanted.caller}: the plugins have ${prefetches.size} prefetches (maximum ${mostPrefetches}); let rules share one`,
    );
  const ids = builtinRules.map((rule) => String(rule.id));
  for (const { id } of brought) {
    if (ids.includes(id))
      throw new UserError(`${found?.file ?? wanted.caller}: a plugin defines the rule ${id}, which already exists`);
    ids.push(id);
  }
  return brought;
}

async function configFor(path: string | undefined, wanted: SettingsRequest): Promise<TrustedConfig> {
  const { config, cwd, noCode, trusted } = wanted;
  const unchanged = (found: FoundConfig | null): TrustedConfig => ({ config: found, changed: null });
  if (config === false) return unchanged(null);
  if (config !== null)
    return trusted === null ? unchanged(await readConfig(config, cwd, noCode)) : readTrusted(config, cwd, trusted);
  // A list on GitHub has no folder here, and what lies in this one was not written for it.
  if (path !== undefined && path !== '-' && remoteOf(path, cwd) !== null) return unchanged(null);
  const folder = startOf(path, cwd);
  return trusted === null ? unchanged(await findConfig(folder, cwd, true, noCode)) : findTrusted(folder, cwd, trusted);
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
