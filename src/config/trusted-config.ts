import { lstat, readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../model/errors.js';
import {
  configFiles,
  dataOf,
  executable,
  type FoundConfig,
  findConfig,
  load,
  mustBeNear,
  readConfig,
  searchConfig,
} from './find.js';

/** A state that is trusted to say how a list is judged, where the files that lie here are not: in a pull request, its base. */
export interface TrustedState {
  /** The folder of the work tree, links resolved. */
  readonly root: string;
  /** Those of some files that the state has; absolute. */
  present(files: readonly string[]): Promise<ReadonlySet<string>>;
  /** What a file held under this very name; null where it was not there, or was no text. */
  textOf(file: string): Promise<string | null>;
  /** Where a file lies as it was, with all next to it, so that its code may run. */
  placeOf(file: string): Promise<string>;
}

/** What counts, and the file by which what lies here differs from it; null where nothing does. */
export interface TrustedConfig {
  readonly config: FoundConfig | null;
  readonly changed: string | null;
}

/** The configuration for `folder` as the trusted state has it, whatever lies here now: above the work tree nothing is a stranger's. */
export async function findTrusted(folder: string, cwd: string, state: TrustedState): Promise<TrustedConfig> {
  if (!isWithin(state.root, folder)) return { config: await findConfig(folder, cwd), changed: null };
  const files = configFiles(folder, state.root);
  const there = await state.present(files);
  const before = await searchConfig(
    files.filter((file) => there.has(file)),
    state.textOf,
  );
  const here = await searchConfig(files, textHere);
  const changed = before?.file === here?.file && isSame(before?.text, here?.text) ? null : (here ?? before);
  if (before !== null) mustBeNear(before.file, cwd);
  const config =
    before === null ? await findConfig(join(state.root, '..'), cwd) : await valueAt(before.file, before.text, state);
  return { config, changed: changed?.file ?? null };
}

/** The configuration that the user named, as the trusted state has it. Throws a UserError for one that is nowhere. */
export async function readTrusted(path: string, cwd: string, state: TrustedState): Promise<TrustedConfig> {
  const file = resolve(cwd, path);
  // What lies outside of the work tree came with no pull request.
  if (!isWithin(state.root, file)) return { config: await readConfig(path, cwd), changed: null };
  const [text, here] = [await state.textOf(file), await textHere(file)];
  if (text === null && here === null) throw new UserError(`${file}: no such configuration file`);
  const changed = isSame(text, here) ? null : file;
  return { config: text === null ? null : await valueAt(file, text, state), changed };
}

async function valueAt(file: string, text: string, state: TrustedState): Promise<FoundConfig | null> {
  const home = (): Promise<string> => state.placeOf(file);
  // What code imports may have changed where the file itself has not.
  const value = executable.includes(extname(file)) ? await load(await home()) : await dataOf(file, text);
  return value === undefined ? null : { file, value, home };
}

/** What lies here, only to compare it; a link, a pipe or a large file is not read. */
async function textHere(file: string): Promise<string | null> {
  const facts = await lstat(file).catch(() => null);
  if (facts === null || facts.isDirectory()) return null;
  return facts.isFile() && facts.size < 1_000_000
    ? readFile(file, 'utf8').catch(() => ' ')
    : `not compared: ${facts.size}`;
}

/** True for the same text, also where git converts line endings. */
function isSame(one: string | null | undefined, other: string | null | undefined): boolean {
  return one?.replaceAll('\r\n', '\n') === other?.replaceAll('\r\n', '\n');
}

function isWithin(root: string, file: string): boolean {
  const path = relative(root, file);
  return !isAbsolute(path) && path.split(sep)[0] !== '..';
}
