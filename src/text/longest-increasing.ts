import { partitionPoint } from './partition-point.js';

/** The indices of a longest increasing run of values: what may stay where it is when the rest is moved (patience sorting). */
export function longestRun(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, value] of values.entries()) {
    const length = partitionPoint(tails.length, (at) => (values[tails[at] ?? 0] ?? 0) < value);
    before[index] = tails[length - 1] ?? -1;
    tails[length] = index;
  }
  const run = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) run.add(at);
  return run;
}
