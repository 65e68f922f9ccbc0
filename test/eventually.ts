import { vi } from 'vitest';

/** Waits until a function no longer throws, however busy the machine is. What it waits for must be sure to come. */
export const eventually = <Result>(attempt: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(attempt, { timeout: 300_000, interval: 20 });
