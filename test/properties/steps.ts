import { Session } from 'node:inspector';

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/**
 * How many steps a piece of work takes: how often the engine enters a function, a branch or the body of a loop. It is the
 * same on every machine. What the engine does by itself, such as matching a regular expression, is one step.
 *
 * Functions that ran before this module was loaded are counted by their calls alone, so `test/setup/steps.ts` loads it first.
 */
export function stepsOf(work: () => void): number {
  taken();
  work();
  return taken();
}

/** The steps since the last call. */
function taken(): number {
  let steps = 0;
  session.post('Profiler.takePreciseCoverage', (error, coverage) => {
    if (error !== null) throw error;
    for (const script of coverage.result) {
      for (const { ranges } of script.functions) {
        for (const { count } of ranges) steps += count;
      }
    }
  });
  return steps;
}
