import { resolve } from 'node:path';
import { inPullRequest } from '../config/environment.js';
import type { Trusted } from '../config/load-settings.js';
import { type Baseline, readBaseline, writeBaseline } from '../diff/baseline.js';
import { mustBeWritable, writeText } from '../fs/write.js';
import { type Base, findBase } from '../git/base.js';
import { type BaseCheckout, checkoutBase } from '../git/base-checkout.js';
import { textAtBase } from '../git/changed-files.js';
import { UserError } from '../model/errors.js';
import { baselineName } from '../model/version.js';
import { plural } from '../text/plural.js';
import type { RunOutcome } from './run.js';

/** Where known findings are kept when nobody says. */

/** What a run is compared with. */
export interface Comparison {
  readonly base: Base | null;
  readonly baseline: Baseline | null;
  /** Where the baseline is to be written; null when it stays as it is. */
  readonly write: string | null;
  /** Sentences for standard error. */
  readonly notices: readonly string[];
  /** Where the configuration comes from, in a pull request; null where what lies here is trusted. */
  readonly trusted: Trusted | null;
  /** What to do so that a configuration may run code; null where it may. */
  readonly noCode: string | null;
  /** Takes away what was made on the way. */
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
  const { readFile } = await import('node:fs/promises');
  const here = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new UserError(`--baseline: ${file} cannot be read (${error.code})`);
  });
  const trusted = judge === null ? here : await textAtBase(judge, file);
  if (trusted !== here)
    said.push(`${baseline ?? baselineName} is changed by this pull request; the version of the base branch is used`);
  if (trusted === null && baseline !== undefined && !update && here === null)
    throw new UserError(`--baseline: ${baseline} does not exist; --update-baseline writes it`);
  const known = trusted === null ? null : readBaseline(trusted, baseline ?? baselineName);
  return {
    ...{ base, baseline: known ?? (update ? [] : null), write: update ? file : null, notices: said },
    ...(judge === null ? { trusted: null, end: async () => {} } : trustedIn(judge, env)),
    noCode: judge === null && inPullRequest(env) ? fetchBase : null,
  };
}

/** The base as the state that is trusted; its files are laid out when the first of them is to run. */
function trustedIn(base: Base, env: NodeJS.ProcessEnv): Pick<Comparison, 'trusted' | 'end'> {
  let copy: Promise<BaseCheckout> | null = null;
  return {
    trusted: {
      root: base.root,
      textOf: (file) => textAtBase(base, file),
      placeOf: async (file) => {
        copy ??= checkoutBase(base, env);
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
