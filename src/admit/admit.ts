import type { Admission } from '../model/admission.js';
import { UserError } from '../model/errors.js';
import type { RepositoryFacts } from '../model/facts.js';
import { noFiles } from '../model/files.js';
import { readRemote } from '../model/remote.js';
import type { AnyRule } from '../model/rule.js';
import type { Settings } from '../model/settings.js';
import { parse } from '../parse/parse.js';
import { type RunContext, run } from '../pipeline/run.js';
import { isAdmitted, requirementsOf } from './requirements.js';

/** What is to be admitted, and how it is checked. */
export interface AdmissionRequest {
  /** `owner/repo`, or the URL of a repository on GitHub. */
  readonly repository: string;
  /** True to check the links of the README too. */
  readonly links: boolean;
  readonly settings: Settings;
  readonly rules: readonly AnyRule[];
}

/**
 * Reads a repository at its default branch through GitHub's API, lints its README, checks its links, and compares what it is
 * with what lists of lists require. No code of it runs, and nothing but its README is read. Throws UserErrors.
 */
export async function admit(request: AdmissionRequest, context: RunContext): Promise<Admission> {
  const { links, rules } = request;
  // What is decided today is checked today, and nothing of it is kept.
  const settings = { ...request.settings, links: { ...request.settings.links, ledger: null } };
  const remote = readRemote(request.repository);
  if (remote === null || remote.file !== null)
    throw new UserError(`${request.repository}: not a repository; pass a GitHub repository as owner/repo`);
  const { repository } = remote;
  const facts = await factsOf(repository, settings, context);
  const { report } = await run(
    {
      ...{ command: links ? 'check' : 'lint', paths: [`https://github.com/${repository}`], settings, rules },
      ...{ fix: null, stdinFilename: 'README.md' },
    },
    { ...context, memory: null },
  );
  const requirements = requirementsOf(repository, facts, report, context.now());
  return { version: 1, repository, admitted: isAdmitted(requirements), requirements, facts, report };
}

/** What GitHub's API says of the repository now; null where it says nothing. */
async function factsOf(
  repository: string,
  { links }: Settings,
  { signal, now }: RunContext,
): Promise<RepositoryFacts | null> {
  const { checkLinks } = await import('../links/check.js');
  const list = parse(`- [List](https://github.com/${repository})\n`);
  const settings = { ...links, shard: null, include: [], exclude: [], exceptions: [] };
  const { rows } = await checkLinks([{ list, files: noFiles, only: null }], settings, { signal, now });
  const facts = rows[0]?.facts ?? null;
  return facts?.kind === 'repository' ? facts : null;
}
