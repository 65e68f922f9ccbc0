import { realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { isInside, readText } from '../fs/read.js';
import { UserError } from '../model/errors.js';
import { type DataFile, faultAt, limits } from './data-file.js';

/** The most files of one list, and UTF-16 units in all. */
const [mostFiles, mostText] = [20_000, 100_000_000];

/**
 * Reads the data files that globs name below a folder, in the order of their paths. `shown` is what messages call a file, and
 * `texts` has, by that name, what is to be read in place of what a file has. Throws a UserError.
 */
export async function loadData(
  globs: readonly string[],
  folder: string,
  where: string,
  shown: (file: string) => string,
  texts: ReadonlyMap<string, string> = new Map(),
): Promise<readonly DataFile[]> {
  const leading = globs.find((one) => /^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(one));
  if (leading !== undefined)
    throw new UserError(`${where}: \`${leading}\` is outside the folder of the configuration; move the data into it`);
  const found = await matchingFiles(globs, folder);
  if (found.length === 0)
    throw new UserError(`${where}: no file matches ${globs.map((one) => `\`${one}\``).join(', ')}`);
  if (found.length > mostFiles) throw new UserError(`${where}: more than ${mostFiles} files match`);
  const top = await realpath(folder);
  const files: DataFile[] = [];
  let size = 0;
  // By code units: the same on every system.
  for (const name of found.map((one) => one.split(sep).join('/')).sort()) {
    const file = join(folder, name);
    const path = shown(file);
    if (!isInside(top, await realpath(file)))
      throw new UserError(`${path}: is a symbolic link that leads outside the folder of the configuration`);
    const text = texts.get(path) ?? (await readText(file, path));
    size += text.length;
    if (size > mostText) throw new UserError(`${where}: the files are larger than ${mostText / 1_000_000} MB in total`);
    files.push(await readData(path, text));
  }
  return files;
}

/** The files that globs name below a folder, as paths from it. */
export async function matchingFiles(globs: readonly string[], folder: string): Promise<readonly string[]> {
  const { glob } = await import('tinyglobby');
  return glob(
    globs.map((one) => one.replace(/^\.\//, '')),
    { cwd: folder, ignore: ['**/node_modules/**'], expandDirectories: false, followSymbolicLinks: false },
  );
}

/** Reads one data file by the ending of its name. Throws a UserError that names the line. */
export async function readData(path: string, text: string): Promise<DataFile> {
  if (text.length > limits.text) throw faultAt(path, 1, `larger than ${limits.text / 1_000_000} MB`);
  switch (extname(path).toLowerCase()) {
    case '.yml':
    case '.yaml':
    case '.json':
      return (await import('./read-yaml.js')).readYaml(path, text);
    case '.csv':
      return (await import('./read-csv.js')).readCsv(path, text);
    case '.toml':
      return (await import('./read-toml.js')).readToml(path, text);
    default:
      throw new UserError(`${path}: data must end in .yaml, .yml, .json, .toml or .csv`);
  }
}
