import type { Web } from '../../test/web/server.js';
import type { Job } from './act.js';
import type { Files, Pull } from './repository.js';
import type { Said } from './tools.js';

/** What is played on act; says what went wrong, nothing when all is well. */
export interface Scenario {
  readonly name: string;
  play(): Promise<readonly string[]>;
}

/** What scenarios share. */
export interface Stage {
  /** The project. */
  readonly root: string;
  /** The folder of a scenario. */
  readonly at: (name: string) => string;
  /** Each workflow that users get, by path. */
  readonly workflows: Readonly<Record<string, string>>;
  /** Files that each repository has. */
  readonly usual: Files;
  /** The configuration among them. */
  readonly config: object;
  readonly web: Web;
  /** Runs a workflow in the repository of a scenario. */
  readonly job: (name: string, at: Pull, more: Pick<Job, 'event' | 'payload'> & Partial<Job>) => Promise<Said>;
}

/** The sentences of what is not so. */
export function wrong(checks: readonly (readonly [boolean, string])[]): readonly string[] {
  return checks.filter(([isSo]) => !isSo).map(([, sentence]) => sentence);
}
