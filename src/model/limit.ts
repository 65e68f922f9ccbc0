import { createContext, Script } from 'node:vm';

/** Thrown when something took longer than it was given. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
}

const script = new Script('run()');
const room: { run: () => void } = { run: () => {} };
createContext(room);

/**
 * Runs something that may never end: a rule or a regular expression of a configuration. Throws a TimeLimitError when it
 * takes longer than `milliseconds`; what it did until then stays done. V8 stops loops and regular expressions alike.
 */
export function inTime<Result>(milliseconds: number, run: () => Result): Result {
  const results: Result[] = [];
  const outer = room.run;
  room.run = () => {
    results.push(run());
  };
  try {
    script.runInContext(room, { timeout: milliseconds });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new TimeLimitError(`it took longer than ${milliseconds / 1000} s`);
  } finally {
    room.run = outer;
  }
  return results[0] as Result;
}
