import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, type Said } from './tools.js';

/** Where act runs, and on what. */
export interface Runner {
  /** A folder with the Action as it is released, and nothing besides. */
  readonly release: string;
  /** A folder that is removed in the end. */
  readonly folder: string;
  /** Path of the program. */
  readonly act: string;
  /** Words that tell act of the stand-ins. */
  readonly standIns: readonly string[];
}

/** One run of a workflow. */
export interface Job {
  readonly workflow: string;
  readonly event: string;
  readonly payload: object;
  /** The repository that it runs in. */
  readonly repository: string;
  /** What artifacts and caches are kept in. */
  readonly service: string;
  readonly token?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** `GITHUB_RUN_ID`. */
  readonly runId?: string;
}

/** Runs a workflow as GitHub would, on this machine, without containers. */
export function runJob({ release, folder, act, standIns }: Runner, job: Job): Promise<Said> {
  mkdirSync(join(job.service, 'cache'), { recursive: true });
  mkdirSync(join(job.service, 'artifacts'), { recursive: true });
  const event = join(job.service, `event-${job.event}.json`);
  writeFileSync(event, JSON.stringify(job.payload));
  const env = { STAND_INS: job.service, GITHUB_RUN_ID: job.runId ?? '1', ...job.env };
  return run(
    act,
    [
      ...[job.event, '--workflows', join('.github/workflows', job.workflow), '--eventpath', event],
      ...['--platform', 'ubuntu-latest=-self-hosted', '--no-cache-server'],
      ...['--use-new-action-cache', '--action-cache-path', join(folder, 'act')],
      ...standIns,
      ...['--local-repository', `listwright/listwright@v0.1.0=${release}`],
      ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
      ...(job.token === undefined ? [] : ['--secret', `GITHUB_TOKEN=${job.token}`]),
    ],
    job.repository,
    { GITHUB_TOKEN: '', GH_TOKEN: '' },
  );
}
