import { open, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { RawOptions } from '../config/config-file.js';
import { configNames } from '../config/find.js';
import { recordPath } from '../config/record-path.js';
import { findInputs, type Input } from '../fs/inputs.js';
import { UserError } from '../model/errors.js';
import type { Settings } from '../model/settings.js';

/** A file that a run reads, or keeps for later runs: no output may take its place. */
export interface ProtectedFile {
  /** Absolute. */
  readonly file: string;
  /** What messages call it: `the list`. */
  readonly what: string;
}

/** A file that is to be written. */
export interface OutputFile {
  /** From the working directory. */
  readonly file: string;
  /** What messages call it. */
  readonly named: string;
}

/** Settings that name files. */
type NamingSettings = Pick<Settings, 'configFile' | 'links' | 'prune' | 'source'>;

/** Throws a UserError for an output that would overwrite a file that the run reads; `paths` are those of its lists. */
export async function refuseOverwritingInputs(
  outputs: readonly string[],
  paths: readonly string[],
  { settings, raw }: { readonly settings: NamingSettings; readonly raw: Pick<RawOptions, 'stdinFilename'> },
  cwd: string,
  others: readonly ProtectedFile[] = [],
): Promise<void> {
  if (outputs.length === 0) return;
  // Lists that are not there are reported when they are read.
  const inputs = await findInputs(paths, cwd, raw.stdinFilename ?? 'README.md', () => {});
  await refuseOverwriting(
    outputs.map((file) => ({ file, named: file })),
    [...(await protectedFiles(inputs, settings, cwd)), ...others],
    cwd,
  );
}

/** The lists of a run, its configuration, ledger and record of removals, and the data that its lists are written from. */
export async function protectedFiles(
  inputs: readonly Pick<Input, 'file' | 'stdin' | 'remote'>[],
  settings: NamingSettings,
  cwd: string,
): Promise<readonly ProtectedFile[]> {
  const { configFile, source } = settings;
  const { ledger } = settings.links;
  const record = recordPath(settings, cwd);
  const lists = inputs.filter(({ stdin, remote }) => !stdin && remote === null);
  return [
    ...lists.map(({ file }) => ({ file, what: 'the list' })),
    ...(configFile === null ? [] : [{ file: resolve(cwd, configFile), what: 'the configuration' }]),
    ...(ledger === null ? [] : [{ file: resolve(cwd, ledger), what: 'the ledger' }]),
    ...(record === null ? [] : [{ file: record, what: 'the record of `prune`' }]),
    ...(source === null ? [] : await dataFiles(source)),
  ];
}

async function dataFiles({ options, folder }: NonNullable<Settings['source']>): Promise<readonly ProtectedFile[]> {
  const { matchingFiles } = await import('../data/load-data.js');
  const globs = [options.files, options.sections?.files ?? []].flat();
  return (await matchingFiles(globs, folder)).map((name) => ({ file: join(folder, name), what: 'a data file' }));
}

/**
 * Throws a UserError for an output that would overwrite one of these files, another output, or any configuration or ledger that
 * is there. Other files may be overwritten: what an earlier run wrote there is to be replaced.
 */
export async function refuseOverwriting(
  outputs: readonly OutputFile[],
  files: readonly ProtectedFile[],
  cwd: string,
): Promise<void> {
  const taken = await Promise.all(files.map(async ({ file, what }) => ({ what, keys: await keysOf(file) })));
  for (const { file, named } of outputs) {
    const path = resolve(cwd, file);
    const keys = await keysOf(path);
    const what = taken.find((one) => one.keys.some((key) => keys.includes(key)))?.what ?? (await kindOf(path));
    if (what !== null) throw new UserError(`${named}: this is ${what}, so it is not overwritten; name another file`);
    taken.push({ what: 'another output too', keys });
  }
}

/** By what two names of one file are known: its place on the disk, and its path, which may be free. Devices and pipes have none. */
async function keysOf(file: string): Promise<readonly string[]> {
  const facts = await stat(file, { bigint: true }).catch(() => null);
  if (facts !== null && !facts.isFile()) return [];
  const folder = await realpath(dirname(file)).catch(() => dirname(file));
  const path = `path ${join(folder, basename(file))}`;
  return facts === null ? [path] : [path, `file ${facts.dev}:${facts.ino}`];
}

/** What a file that is there is for this program, whether or not this run reads it; null for anything else. */
async function kindOf(file: string): Promise<string | null> {
  const facts = await stat(file).catch(() => null);
  if (facts === null || !facts.isFile()) return null;
  if (['package.json', ...configNames].includes(basename(file))) return 'a configuration';
  const { ledgerHeader } = await import('../links/ledger/file.js');
  const start = Buffer.alloc(ledgerHeader.length);
  const handle = await open(file).catch(() => null);
  try {
    await handle?.read(start, 0, start.length, 0);
  } finally {
    await handle?.close();
  }
  return start.toString('utf8') === ledgerHeader ? 'a ledger' : null;
}
