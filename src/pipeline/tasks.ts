import { UserError } from '../model/errors.js';

/** What a task gives; null where it throws a UserError, which is added to `failures`. */
export async function unlessFailed<Result>(failures: UserError[], task: () => Promise<Result>): Promise<Result | null> {
  try {
    return await task();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    failures.push(error);
    return null;
  }
}

/** Lets a signal arrive that waits while lists are read, which takes long turns; what was read until then is reported. */
export async function isInterrupted(signal: AbortSignal): Promise<boolean> {
  await new Promise(setImmediate);
  return signal.aborted;
}
