import { type Stats, statSync } from 'node:fs';
import { lstat, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../model/errors.js';
import { parseJsonc } from '../text/jsonc.js';
import { linesOf } from '../text/lines.js';
import { oneOf } from '../text/one-of.js';
import { importModule } from './import-module.js';

export const executable = ['.ts', '.mts', '.js', '.mjs'];
const readable = ['.json', '.jsonc', '.yaml', '.yml'];
/** A name that other tools use for a configuration without an ending: JSON or YAML. */
const bareName = '.listwrightrc';
const endings = [...executable, ...readable];
/** The names of configuration files, the first that is there counts. */
export const configNames: readonly string[] = [
  ...endings.map((ending) => `listwright.config${ending}`),
  bareName,
  ...endings.map((ending) => `${bareName}${ending}`),
];
/** No hand writes more; a larger file is a mistake or an attack. */
const maxBytes = 1_000_000;

/** A configuration file and what it says, not yet validated. */
export interface FoundConfig {
  readonly file: string;
  readonly value: unknown;
  /** Where the code that it names is, when that is not next to the file itself. */
  readonly home?: () => Promise<string>;
}

/** Reads a file's text without running it; null where there is none to read. */
export type TextReader = (file: string) => Promise<string | null>;

/**
 * Looks for a configuration from `folder` upwards. One that runs code counts only in the working directory, below or above it.
 * Without `reads` the value is left out. Throws a UserError for one that runs code where none may: `noCode` says what to do instead.
 */
export async function findConfig(
  folder: string,
  cwd: string,
  reads = true,
  noCode: string | null = null,
): Promise<FoundConfig | null> {
  const found = await searchConfig(configFiles(folder, null), plainText);
  if (found === null) return null;
  const { file, text } = found;
  if (noCode !== null) mustBeData(file, noCode);
  mustBeNear(file, cwd);
  if (!reads) return { file, value: { unread: true } };
  return { file, value: executable.includes(extname(file)) ? await load(file) : await dataOf(file, text) };
}

/** The files that may hold a configuration for `folder`, the nearest first, up to `top`; null for the home folder or the root of the disk. */
export function configFiles(folder: string, top: string | null): readonly string[] {
  const files: string[] = [];
  const last = top ?? homedir();
  for (let at = folder; ; at = dirname(at)) {
    files.push(...['package.json', ...configNames].map((name) => join(at, name)));
    if (at === last || dirname(at) === at) return files;
  }
}

/** The first of the files that is a configuration, with its text. */
export async function searchConfig(
  files: readonly string[],
  textOf: TextReader,
): Promise<{ readonly file: string; readonly text: string } | null> {
  for (const file of files) {
    const text = await textOf(file);
    if (text === null || text.trim() === '') continue;
    if (!isManifest(file) || manifestValue(text) !== undefined) return { file, text };
  }
  return null;
}

/** The text of a regular file of a configuration's size. Throws a UserError for a larger one that is named as a configuration is. */
export async function plainText(file: string): Promise<string | null> {
  // Synchronous: most names are not there, and each promise costs many times what the answer does.
  const facts = factsOf(file);
  if (facts === null || !facts.isFile()) return null;
  if (facts.size > maxBytes && isManifest(file)) return null;
  if (facts.size > maxBytes) throw tooLarge(file);
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw unreadable(file, error.message);
  });
}

function factsOf(file: string): Stats | null {
  try {
    return statSync(file, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

/** Where a configuration of these files may be or come to be, for watching it: next to each and above it up to the working directory. `named` is `--config`: a file, or false for none. */
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
  return [...folders].flatMap((folder) => ['package.json', ...configNames].map((name) => join(folder, name)));
}

/** Reads the configuration file that the user named. Throws a UserError where it cannot be read, or is code that may not run. */
export async function readConfig(path: string, cwd: string, noCode: string | null = null): Promise<FoundConfig> {
  const file = resolve(cwd, path);
  if (noCode !== null) {
    mustBeData(file, noCode);
    // A pull request may have put a link there, and a parser's message repeats what it read.
    if ((await lstat(file).catch(() => null))?.isSymbolicLink())
      throw new UserError(`${file}: this configuration is a symbolic link, which is not followed here; ${noCode}`);
  }
  return { file, value: await load(file) };
}

function mustBeData(file: string, instead: string): void {
  if (executable.includes(extname(file)))
    throw new UserError(`${file}: this configuration runs code, which is not allowed here; ${instead}`);
}

/** Throws a UserError for a configuration that can run code and lies elsewhere than the user works. */
export function mustBeNear(file: string, cwd: string): void {
  if (executable.includes(extname(file)) && !isNear(file, cwd)) {
    throw new UserError(
      `${file}: this configuration can run code and is outside the working directory; pass --config with its path to trust it, or --no-config`,
    );
  }
}

/** True for a file in the working directory, below or above it: where the user has chosen to work. */
export function isNear(file: string, cwd: string): boolean {
  const folder = dirname(file);
  return folder === cwd || cwd.startsWith(folder + (folder.endsWith(sep) ? '' : sep)) || folder.startsWith(cwd + sep);
}

async function parseText(file: string, text: string): Promise<unknown> {
  // Other tools read a manifest too, and they allow no comments in it.
  if (isManifest(file)) return JSON.parse(text.replace(/^\uFEFF/, ''));
  const ending = extname(file);
  const isJson = ending === '' ? /^\s*(?:\{|\/[/*])/.test(text) : ending.startsWith('.json');
  if (isJson) return parseJsonc(text);
  const { deepestYaml, tooDeepAt } = await import('../text/yaml-depth.js');
  if (tooDeepAt(text) !== null) throw new Error(`nested more than ${deepestYaml} levels deep`);
  return (await import('yaml')).parse(text, { maxAliasCount: 100 });
}

/** What a configuration that is data says; undefined for a package.json without one. Throws a UserError where it cannot be read. */
export async function dataOf(file: string, text: string): Promise<unknown> {
  if (Buffer.byteLength(text) > maxBytes) throw tooLarge(file);
  try {
    const value = await parseText(file, text);
    return isManifest(file) ? (value as { listwright?: unknown } | null)?.listwright : value;
  } catch (error) {
    throw unreadable(file, parserWords(error as Error, text));
  }
}

/** What a parser says, after the place that it ends its sentence with. */
function parserWords({ name, message }: Error, text: string): string {
  if (name === 'YAMLParseError') {
    const [, said = message, line, column] = /^(.*?) at line (\d+), column (\d+)/s.exec(message) ?? [];
    return line === undefined ? `invalid YAML: ${said}` : `invalid YAML at line ${line}, column ${column}: ${said}`;
  }
  if (name !== 'SyntaxError') return message;
  const [, said, position] = /^(.*?) in JSON at position (\d+)/s.exec(message) ?? [];
  if (position === undefined)
    return `invalid JSON: ${message.replace(/\s+/g, ' ').replace(/, (.*\S) ?(") is not valid JSON$/, ' near $1$2')}`;
  const { line, column } = linesOf(text.replace(/^\uFEFF/, '')).point(Number(position));
  return `invalid JSON at line ${line}, column ${column}: ${said}`;
}

function isManifest(file: string): boolean {
  return basename(file) === 'package.json';
}

/** The configuration in a package.json; undefined where it has none, or is no JSON. */
function manifestValue(text: string): unknown {
  // Most have none, and parsing costs more than a look.
  if (!text.includes('listwright')) return undefined;
  try {
    return (JSON.parse(text.replace(/^\uFEFF/, '')) as { listwright?: unknown } | null)?.listwright ?? undefined;
  } catch {
    return undefined;
  }
}

function unreadable(file: string, why: string): UserError {
  return new UserError(`${file}: cannot load this configuration: ${why.split('\n')[0]?.replace(/[:\s]+$/, '')}`);
}

function tooLarge(file: string): UserError {
  return new UserError(`${file}: the configuration is larger than 1 MB`);
}

/** When modules were last changed that this process has loaded, in epoch milliseconds. */
const loaded = new Map<string, number>();

/** The default export of a module, TypeScript or JavaScript, as the file is now. Runs its code. */
export async function loadModule(file: string): Promise<unknown> {
  if (/\.[mc]?ts$/.test(file)) {
    const { createJiti } = await import('jiti');
    // Its cache lies in a folder that other users of the machine may write to.
    return createJiti(file, { interopDefault: true, moduleCache: false, fsCache: false }).import(file, {
      default: true,
    });
  }
  const url = pathToFileURL(file);
  const { mtimeMs } = await stat(file);
  // Node loads an address once.
  if (loaded.has(file) && loaded.get(file) !== mtimeMs) url.searchParams.set('changed', String(mtimeMs));
  else loaded.set(file, mtimeMs);
  const module = (await importModule(url.href)) as { default?: unknown };
  return module.default;
}

/** The value of a configuration file. Throws a UserError where it cannot be read. */
export async function load(file: string): Promise<unknown> {
  const ending = extname(file);
  if (!endings.includes(ending) && basename(file) !== bareName)
    throw new UserError(`${file}: a configuration file must end in ${oneOf(endings)}`);
  const facts = await stat(file).catch(() => null);
  if (facts === null) throw new UserError(`${file}: no such configuration file`);
  if (!facts.isFile()) throw new UserError(`${file}: this configuration is not a regular file`);
  if (executable.includes(ending)) {
    if (facts.size > maxBytes) throw tooLarge(file);
    return loadModule(file).catch((error: Error) => {
      throw error instanceof UserError ? error : unreadable(file, error.message);
    });
  }
  return dataOf(file, (await plainText(file)) ?? '');
}
