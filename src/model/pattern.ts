import { inTime, TimeLimitError } from './limit.js';
import { UserError } from './trouble.js';

/** Tells whether a pattern matches a text. */
export type PatternTest = (pattern: RegExp, text: string) => boolean;

/** Longer than this no set of patterns may take over one list, in milliseconds. */
const patience = 2_000;

/**
 * Runs something that tries regular expressions of a configuration, which may be such that they never end on some texts.
 * Throws a UserError that names the pattern then; `where` is the option it stands in.
 */
export function withPatterns<Result>(where: string, run: (test: PatternTest) => Result): Result {
  let current = '';
  try {
    return inTime(patience, () =>
      run((pattern, text) => {
        current = String(pattern);
        return pattern.test(text);
      }),
    );
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    throw new UserError(`${where}: ${current} takes too long; write it without a repetition inside of a repetition`);
  }
}
