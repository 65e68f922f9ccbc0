import { existsSync, readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../model/trouble.js';

const executable = ['.ts', '.mts', '.js', '.mjs'];
const names = [...executable, '.json', '.yaml', '.yml'].map((ending) => `listwright.config${ending}`);
/** No hand writes more; a larger file is a mistake or an attack. */
const maxBytes = 1_000_000;

/** A configuration file and what it says, not yet validated. */
export interface FoundConfig {
  readonly file: string;
  readonly value: unknown;
}

/** Looks for a configuration from `folder` upwards. One that runs code counts only in the working directory, below or above it. */
export async function findConfig(folder: string, cwd: string): Promise<FoundConfig | null> {
  if (!mayFind(folder)) return null;
  const { lilconfig } = await import('lilconfig');
  const loader = (file: string): Promise<unknown> => load(file);
  const loaders = Object.fromEntries(
    [...executable, '.json', '.yaml', '.yml'].map((ending) => [ending, guarded(loader, cwd)]),
  );
  const explorer = lilconfig('listwright', { searchPlaces: ['package.json', ...names], loaders, cache: false });
  const found = await explorer.search(folder);
  return found === null || found.isEmpty ? null : { file: found.filepath, value: found.config };
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

/** Reads the configuration file that the user named. */
export async function readConfig(path: string, cwd: string): Promise<FoundConfig> {
  const file = resolve(cwd, path);
  const value = await load(file);
  return { file, value: file.endsWith('package.json') ? (value as { listwright?: unknown }).listwright : value };
}

function guarded(loader: (file: string) => Promise<unknown>, cwd: string): (file: string) => Promise<unknown> {
  return (file) => {
    if (executable.includes(extname(file)) && !isNear(file, cwd)) {
      throw new UserError(
        `${file}: this configuration can run code and stands outside of the working directory; name it with --config to trust it, or pass --no-config`,
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

/** The default export of a module, TypeScript or JavaScript. Runs its code. */
export async function loadModule(file: string): Promise<unknown> {
  if (/\.[mc]?ts$/.test(file)) {
    const { createJiti } = await import('jiti');
    return createJiti(file, { interopDefault: true }).import(file, { default: true });
  }
  const module = (await import(pathToFileURL(file).href)) as { default?: unknown };
  return module.default;
}

async function load(file: string): Promise<unknown> {
  const ending = extname(file);
  try {
    if ((await stat(file)).size > maxBytes)
      throw new UserError(`${file}: a configuration of more than 1 MB is not read`);
    if (ending === '.json') return JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
    if (ending === '.yaml' || ending === '.yml') {
      const { parse } = await import('yaml');
      return parse(await readFile(file, 'utf8'), { maxAliasCount: 100 });
    }
    if (executable.includes(ending)) return await loadModule(file);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UserError(`${file}: there is no such configuration file`);
    throw new UserError(`${file}: this configuration cannot be read: ${message.split('\n')[0]}`);
  }
  throw new UserError(`${file}: a configuration ends in .ts, .mts, .js, .mjs, .json, .yaml or .yml`);
}
