import { resolve } from 'node:path';
import { type Base, findBase } from '../changes/base.js';
import { type Baseline, readBaseline, writeBaseline } from '../changes/baseline.js';
import { textAtBase } from '../changes/files.js';
import { mustBeWritable, writeText } from '../disk/write.js';
import { UserError } from '../model/trouble.js';
import type { RunOutcome } from '../run.js';

/** Where known findings are kept when nobody says. */
const usualFile = '.listwright-baseline.json';

/** What a run is compared with. */
export interface Comparison {
  readonly base: Base | null;
  readonly baseline: Baseline | null;
  /** Where the baseline is to be written; null when it stays as it is. */
  readonly write: string | null;
  /** Sentences for standard error. */
  readonly notices: readonly string[];
  /** Where the configuration comes from, in a pull request; null where what lies here is trusted. */
  readonly trusted: { readonly textOf: (file: string) => Promise<string | null>; readonly root: string } | null;
}

/** True in a pull request on GitHub: what comes with it is not trusted to say how it is judged. */
function inPullRequest(env: NodeJS.ProcessEnv): boolean {
  return /^pull_request/.test(env.GITHUB_EVENT_NAME ?? '');
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
  const file = resolve(cwd, baseline ?? usualFile);
  if (update) await mustBeWritable(file);
  const { readFile } = await import('node:fs/promises');
  const here = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new UserError(`--baseline: ${file} cannot be read (${error.code})`);
  });
  const trusted = base === null || !inPullRequest(env) ? here : await textAtBase(base, file);
  const notices =
    trusted === here ? [] : [`${baseline ?? usualFile} is changed by this pull request; that of the base counts`];
  if (trusted === null && baseline !== undefined && !update && here === null)
    throw new UserError(`--baseline: there is no ${baseline}; --update-baseline writes it`);
  const known = trusted === null ? null : readBaseline(trusted, baseline ?? usualFile);
  const trustedFiles =
    base === null || !inPullRequest(env) ? null : { textOf: (each: string) => textAtBase(base, each), root: base.root };
  return {
    ...{ base, baseline: known ?? (update ? [] : null), write: update ? file : null, notices },
    trusted: trustedFiles,
  };
}

/** Writes every finding of a run as known; gives a sentence on it. */
export async function updateBaseline({ all }: RunOutcome, { write, baseline }: Comparison): Promise<string | null> {
  if (write === null || all === null) return null;
  await writeText(write, writeBaseline(all.findings, all.looked, baseline ?? []));
  return `${all.findings.length} ${all.findings.length === 1 ? 'finding' : 'findings'} written to ${write}; they do not count from now on`;
}
