/** Fewer values than this agree only when all but one are the same. */
const few = 10;
/** Of fewer values than this, one that differs says nothing. */
const fewest = 3;

/** What most of some values are. */
export interface Majority<Value> {
  readonly value: Value;
  /** True when at least 95% of at least ten are, or all but one of ten to twenty. */
  readonly isClear: boolean;
}

/** What 90% of at least ten values are, or all but one of three to nine; null where there is none. */
export function majorityOf<Value>(values: readonly Value[]): Majority<Value> | null {
  if (values.length < fewest) return null;
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [value, count] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best));
  const least = values.length < few ? values.length - 1 : values.length * 0.9;
  const isClear = values.length >= few && (count >= values.length - 1 || count >= values.length * 0.95);
  return count >= least ? { value, isClear } : null;
}

/** A list's own style: what 90% of at least ten values are, or all but one of three to nine; null where it has none. */
export function majority<Value>(values: readonly Value[]): Value | null {
  return majorityOf(values)?.value ?? null;
}
