import { existsSync, readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../model/errors.js';

export const executable = ['.ts', '.mts', '.js', '.mjs'];
const readable = ['.json', '.yaml', '.yml'];
const names = [...executable, ...readable].map((ending) => `listwright.config${ending}`);
/** No hand writes more; a larger file is a mistake or an attack. */
const maxBytes = 1_000_000;

/** A configuration file and what it says, not yet validated. */
export interface FoundConfig {
  readonly file: string;
  readonly value: unknown;
  /** Where the code that it names lies, when that is not beside the file itself. */
  readonly home?: () => Promise<string>;
}

/** A state that is trusted, where not all that lies here is. */
export interface TrustedState {
  /** What a file held; null where it was not there. */
  textOf(file: string): Promise<string | null>;
  /** Where a file lies as it was, with all beside it, so that its code may run. */
  placeOf(file: string): Promise<string>;
}

/**
 * The configuration as it is in a trusted state: the same where the file is unchanged. Null where there is none; a
 * configuration that was taken away is looked for under the usual names in `folders`.
 */
export async function trustedConfig(
  found: FoundConfig | null,
  folders: readonly string[],
  { textOf, placeOf }: TrustedState,
): Promise<{ readonly config: FoundConfig | null; readonly changed: string | null }> {
  const files = found === null ? folders.flatMap((folder) => names.map((name) => join(folder, name))) : [found.file];
  for (const file of files) {
    const text = await textOf(file);
    if (found === null && text === null) continue;
    const here = await readFile(file, 'utf8').catch(() => null);
    const changed = text === here ? null : file;
    if (text === null) return { config: null, changed };
    const home = (): Promise<string> => placeOf(file);
    // What code brings in may have changed where the file itself has not.
    const value = executable.includes(extname(file)) ? await load(await home()) : await textValue(file, text);
    return { config: value === undefined ? null : { file, value, home }, changed };
  }
  return { config: found, changed: null };
}

/** Looks for a configuration from `folder` upwards. One that runs code counts only in the working directory, below or above it.
 * Where it is not read, only its place is told. Throws a UserError for one that runs code where none may: `noCode` says what to do instead. */
export async function findConfig(
  folder: string,
  cwd: string,
  reads = true,
  noCode: string | null = null,
): Promise<FoundConfig | null> {
  if (!mayFind(folder)) return null;
  const { lilconfig } = await import('lilconfig');
  // Whether a package.json has a configuration is known when it is read; that runs nothing.
  const loader = (file: string): Promise<unknown> =>
    reads || file.endsWith('package.json') ? load(file) : Promise.resolve({ unread: true });
  const loaders = Object.fromEntries(
    [...executable, '.json', '.yaml', '.yml'].map((ending) => [ending, guarded(loader, cwd, noCode)]),
  );
  const explorer = lilconfig('listwright', { searchPlaces: ['package.json', ...names], loaders, cache: false });
  const found = await explorer.search(folder);
  return found === null || found.isEmpty ? null : { file: found.filepath, value: found.config };
}

/** Where a configuration of these files may be or come to be, for watching it: beside each and above it up to the working directory. `named` is `--config`: a file, or false for none. */
export function configPlaces(
  files: readonly string[],
  named: string | boolean | undefined,
  cwd: string,
): readonly string[] {
  if (named === false) return [];
  if (typeof named === 'string') return [resolve(cwd, named)];
  const folders = new Set([cwd]);
  for (const file of files) {
    let at = dirname(file);
    for (folders.add(at); at.startsWith(cwd + sep); folders.add(at)) at = dirname(at);
  }
  return [...folders].flatMap((folder) => ['package.json', ...names].map((name) => join(folder, name)));
}

/** Most lists have no configuration, and a look at the names costs less than loading what reads one. */
function mayFind(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (names.some((name) => existsSync(join(at, name)))) return true;
    const manifest = join(at, 'package.json');
    if (existsSync(manifest) && readFileSync(manifest, 'utf8').includes('listwright')) return true;
    if (dirname(at) === at) return false;
  }
}

/** Reads the configuration file that the user named. Throws a UserError where it cannot be read, or is code that may not run. */
export async function readConfig(path: string, cwd: string, noCode: string | null = null): Promise<FoundConfig> {
  const file = resolve(cwd, path);
  if (noCode !== null) mustBeData(file, noCode);
  const value = await load(file);
  return { file, value: file.endsWith('package.json') ? (value as { listwright?: unknown }).listwright : value };
}

function mustBeData(file: string, instead: string): void {
  if (executable.includes(extname(file)))
    throw new UserError(`${file}: this configuration runs code, which is not allowed here; ${instead}`);
}

function guarded(
  loader: (file: string) => Promise<unknown>,
  cwd: string,
  noCode: string | null,
): (file: string) => Promise<unknown> {
  return (file) => {
    if (noCode !== null) mustBeData(file, noCode);
    if (executable.includes(extname(file)) && !isNear(file, cwd)) {
      throw new UserError(
        `${file}: this configuration can run code and is outside the working directory; pass --config with its path to trust it, or --no-config`,
      );
    }
    return loader(file);
  };
}

/** True for a file in the working directory, below or above it: where the user has chosen to work. */
export function isNear(file: string, cwd: string): boolean {
  const folder = dirname(file);
  return folder === cwd || cwd.startsWith(folder + (folder.endsWith(sep) ? '' : sep)) || folder.startsWith(cwd + sep);
}

async function parseText(ending: string, text: string): Promise<unknown> {
  if (ending === '.json') return JSON.parse(text.replace(/^\uFEFF/, ''));
  return (await import('yaml')).parse(text, { maxAliasCount: 100 });
}

/** What a configuration that is data says. */
async function textValue(file: string, text: string): Promise<unknown> {
  try {
    const value = await parseText(extname(file), text);
    return file.endsWith('package.json') ? (value as { listwright?: unknown }).listwright : value;
  } catch (error) {
    throw new UserError(`${file}: this configuration cannot be read: ${(error as Error).message.split('\n')[0]}`);
  }
}

/** When modules were last changed that this process has loaded, in epoch milliseconds. */
const loaded = new Map<string, number>();

/** The default export of a module, TypeScript or JavaScript, as the file is now. Runs its code. */
export async function loadModule(file: string): Promise<unknown> {
  if (/\.[mc]?ts$/.test(file)) {
    const { createJiti } = await import('jiti');
    return createJiti(file, { interopDefault: true, moduleCache: false }).import(file, { default: true });
  }
  const url = pathToFileURL(file);
  const { mtimeMs } = await stat(file);
  // Node loads an address once.
  if (loaded.has(file) && loaded.get(file) !== mtimeMs) url.searchParams.set('changed', String(mtimeMs));
  else loaded.set(file, mtimeMs);
  const module = (await import(url.href)) as { default?: unknown };
  return module.default;
}

async function load(file: string): Promise<unknown> {
  const ending = extname(file);
  try {
    if ((await stat(file)).size > maxBytes) throw new UserError(`${file}: configuration is too large (maximum 1 MB)`);
    if (executable.includes(ending)) return await loadModule(file);
    if (readable.includes(ending)) return await parseText(ending, await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UserError(`${file}: there is no such configuration file`);
    throw new UserError(`${file}: this configuration cannot be read: ${message.split('\n')[0]}`);
  }
  throw new UserError(`${file}: a configuration file must end in .ts, .mts, .js, .mjs, .json, .yaml or .yml`);
}
