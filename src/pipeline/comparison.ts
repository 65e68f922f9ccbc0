import { lstat, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { inPullRequest } from '../config/environment.js';
import type { TrustedState } from '../config/trusted-config.js';
import { type Baseline, readBaseline, writeBaseline } from '../diff/baseline.js';
import { mustBeWritable, writeText } from '../fs/write.js';
import { type Base, findBase, workTreeOf } from '../git/base.js';
import { type BaseCheckout, checkoutBase } from '../git/base-checkout.js';
import { assertOwnPackages } from '../git/base-packages.js';
import { namedTextAtBase, presentAtBase } from '../git/base-text.js';
import { pathIn } from '../git/changed-files.js';
import { UserError } from '../model/errors.js';
import { baselineName } from '../model/version.js';
import { plural } from '../text/plural.js';
import type { RunOutcome } from './run.js';

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
  /** Where the configuration comes from, in a pull request; null where what lies here is trusted. */
  readonly trusted: TrustedState | null;
  /** In a pull request, its base, whose comments may grant exceptions; else null. */
  readonly granting: Base | null;
  /** What to do so that a configuration may run code; null where it may. */
  readonly noCode: string | null;
  /** In a pull request, the folder that no list may lead out of by a symbolic link; else null. */
  readonly confinedTo: string | null;
  /** Removes what was made on the way. */
  readonly end: () => Promise<void>;
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
  const said: string[] = [];
  const judge = inPullRequest(env) ? (base ?? (await baseOfPull(cwd, env, said))) : null;
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
  const known = trusted === null ? null : readBaseline(trusted, baseline ?? baselineName);
  return {
    ...{ base, baseline: known ?? (update ? [] : null), write: update ? file : null, notices: said },
    ...(judge === null ? { trusted: null, end: async () => {} } : trustedIn(judge, env)),
    granting: judge,
    noCode: judge === null && inPullRequest(env) ? fetchBase : null,
    confinedTo: inPullRequest(env) ? (judge?.root ?? (await workTreeOf(cwd, env))) : null,
  };
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

/** The base as the state that is trusted; its files are laid out when the first of them is to run. */
function trustedIn(base: Base, env: NodeJS.ProcessEnv): Pick<Comparison, 'trusted' | 'end'> {
  let copy: Promise<BaseCheckout> | null = null;
  return {
    trusted: {
      root: base.root,
      present: (files) => presentAtBase(base, files),
      textOf: (file) => namedTextAtBase(base, file),
      placeOf: async (file) => {
        // Packages are found from the copy as from the work tree.
        copy ??= assertOwnPackages(base).then(() => checkoutBase(base, env));
        return (await copy).placeOf(file);
      },
    },
    end: async () => (await copy)?.remove(),
  };
}

/** Where the base of a pull request is not here nothing tells its code from that of a stranger. */
const fetchBase = 'give actions/checkout `fetch-depth: 2`, so that the base of the pull request is available';

/** The base of a pull request of which everything is looked at; null with a sentence where it is not here. */
async function baseOfPull(cwd: string, env: NodeJS.ProcessEnv, said: string[]): Promise<Base | null> {
  try {
    return await findBase('auto', cwd, env);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    said.push(
      `configuration and baseline are those of the pull request, because its base is not available; ${fetchBase}`,
    );
    return null;
  }
}

/** Writes every finding of a run as known; gives a sentence on it. */
export async function updateBaseline({ all }: RunOutcome, { write, baseline }: Comparison): Promise<string | null> {
  if (write === null || all === null) return null;
  await writeText(write, writeBaseline(all.rows, all.looked, baseline ?? []));
  return `${plural(all.rows.length, 'finding')} written to ${write}; they no longer count`;
}
