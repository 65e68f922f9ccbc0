import { createContext, Script } from 'node:vm';
import { UserError } from '../model/errors.js';

/** Thrown when something took longer than it was given. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
}

const script = new Script('run()');
const sandbox: { run: () => void } = { run: () => {} };
createContext(sandbox);

/**
 * Runs something that may never end: a rule or a regular expression of a configuration. Throws a TimeLimitError when it
 * takes longer than `milliseconds`; what it did until then stays done. V8 stops loops and regular expressions alike.
 */
export function withTimeLimit<Result>(milliseconds: number, run: () => Result): Result {
  const results: Result[] = [];
  const outer = sandbox.run;
  sandbox.run = () => {
    results.push(run());
  };
  try {
    script.runInContext(sandbox, { timeout: milliseconds });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new TimeLimitError(`it took longer than ${milliseconds / 1000} s`);
  } finally {
    sandbox.run = outer;
  }
  return results[0] as Result;
}

/** Tells whether a pattern matches a text. */
export type PatternTest = (pattern: RegExp, text: string) => boolean;

/** Longer than this no set of patterns may take over one list, in milliseconds. */
const patience = 2_000;

/**
 * Runs something that tries regular expressions of a configuration, which may be such that they never end on some texts.
 * Throws a UserError that names the pattern then; `where` is the option it is in.
 */
export function withPatterns<Result>(where: string, run: (test: PatternTest) => Result): Result {
  let current = '';
  try {
    return withTimeLimit(patience, () =>
      run((pattern, text) => {
        current = String(pattern);
        return pattern.test(text);
      }),
    );
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    throw new UserError(`${where}: ${current} regular expression is too slow; avoid nested quantifiers`);
  }
}
