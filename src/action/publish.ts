import type { Report } from '../model/report.js';
import type { Inputs } from './inputs.js';

/** Writes to GitHub what the inputs ask for; gives sentences on what was done, and what could not be. Never fails the step. */
export async function publish(_report: Report, _inputs: Inputs, _env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  return [];
}
