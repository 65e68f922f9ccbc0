/** What most of some values are, and how many of them: from 0 to 1. */
export interface Majority<Value> {
  readonly value: Value;
  readonly share: number;
}

/** What at least 80 % of at least ten values are; null where there is none. */
export function majorityOf<Value>(values: readonly Value[]): Majority<Value> | null {
  if (values.length < 10) return null;
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [value, count] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best));
  return count >= values.length * 0.8 ? { value, share: count / values.length } : null;
}

/** A list's own style: what at least 80 % of at least ten values are; null where there is none to learn. */
export function majority<Value>(values: readonly Value[]): Value | null {
  return majorityOf(values)?.value ?? null;
}
