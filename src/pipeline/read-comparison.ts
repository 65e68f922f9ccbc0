import { lstat, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { type Baseline, mayBeBaseline, readBaseline, writeBaseline } from '../diff/baseline.js';
import { mustBeWritable, writeText } from '../fs/write.js';
import { type Base, findBase } from '../git/base.js';
import { namedTextAtBase } from '../git/base-text.js';
import { pathIn } from '../git/changed-files.js';
import { UserError } from '../model/errors.js';
import { baselineName } from '../model/version.js';
import { plural } from '../text/plural.js';
import type { RunOutcome } from './run.js';
import { readTrust, type Trust } from './trust.js';

/** No baseline is larger. */
const maxBaseline = 25_000_000;

/** What a run is compared with. */
export interface Comparison {
  readonly base: Base | null;
  readonly baseline: Baseline | null;
  /** Where the baseline is to be written; null if it does not change. */
  readonly write: string | null;
  /** Sentences for standard error. */
  readonly notices: readonly string[];
  /** In a pull request, its base counts: its comments alone may grant exceptions, too. */
  readonly trust: Trust;
}

/** Reads what `--since` and `--baseline` name. In a pull request the baseline is that of the base. Throws UserErrors. */
export async function readComparison(
  since: string | null,
  baseline: string | undefined,
  update: boolean,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<Comparison> {
  const base = since === null ? null : await findBase(since, cwd, env);
  const trust = await readTrust(cwd, env, base);
  const said = [...trust.notices];
  const judge = trust.base;
  const file = resolve(cwd, baseline ?? baselineName);
  if (update) await mustBeWritable(file);
  const place =
    judge === null ? file : resolve(await realpath(dirname(file)).catch(() => dirname(file)), basename(file));
  // What lies outside of the work tree came with no pull request.
  const isBrought = judge !== null && (await pathIn(judge.root, place)) !== null;
  const here = await baselineText(file, isBrought);
  const trusted = isBrought ? await namedTextAtBase(judge, file) : here;
  if (!isSame(trusted, here))
    said.push(`${baseline ?? baselineName} is changed by this pull request; the version of the base branch is used`);
  if (trusted === null && baseline !== undefined && !update && here === null)
    throw new UserError(`--baseline: ${baseline} does not exist; run with --update-baseline to write it`);
  const name = baseline ?? baselineName;
  if (update && here !== null) readKnown(here, name, update);
  const known = trusted === null ? null : readKnown(trusted, name, update);
  return {
    ...{ base, baseline: known ?? (update ? [] : null), write: update ? file : null, notices: said, trust },
  };
}

/** What a baseline has; nothing where it is damaged and about to be replaced. Throws a UserError for a file that is not one. */
function readKnown(text: string, name: string, update: boolean): Baseline {
  try {
    return readBaseline(text, name);
  } catch (error) {
    if (!mayBeBaseline(text))
      throw new UserError(`--baseline: ${name} is not a baseline file and was left unchanged; pass another file`);
    if (update && error instanceof UserError) return [];
    throw error;
  }
}

/** The text of a baseline file; null where there is none. One that a stranger may have put there is read only to compare it. */
async function baselineText(file: string, isBrought: boolean): Promise<string | null> {
  const facts = await (isBrought ? lstat(file) : stat(file)).catch(() => null);
  if (facts === null) return null;
  if (!facts.isFile() || facts.size > maxBaseline) {
    if (isBrought) return '';
    throw new UserError(`--baseline: ${file} is not a regular file of at most ${maxBaseline / 1_000_000} MB`);
  }
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`--baseline: ${file} cannot be read (${error.code})`);
  });
}

/** True for the same text, also where git converts line endings. */
function isSame(one: string | null, other: string | null): boolean {
  return one?.replaceAll('\r\n', '\n') === other?.replaceAll('\r\n', '\n');
}

/** Writes every finding of a run as known; gives a sentence on it. */
export async function updateBaseline({ all }: RunOutcome, { write, baseline }: Comparison): Promise<string | null> {
  if (write === null || all === null) return null;
  await writeText(write, writeBaseline(all.rows, all.looked, baseline ?? []));
  return `${plural(all.rows.length, 'finding')} written to ${write}; they no longer count`;
}
