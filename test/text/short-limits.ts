import { Script } from 'node:vm';
import { vi } from 'vitest';

/** Lets limits of time end a hundred times as soon, until mocks are restored: what never ends need not be waited for. */
export function shortenLimits(): void {
  const run = Script.prototype.runInContext;
  vi.spyOn(Script.prototype, 'runInContext').mockImplementation(function (this: Script, context, options) {
    const timeout = typeof options === 'object' ? options.timeout : undefined;
    return run.call(this, context, timeout === undefined ? options : { timeout: timeout / 100 });
  });
}
