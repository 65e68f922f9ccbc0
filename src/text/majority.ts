/** A list's own style: what at least 80 % of at least ten values are; null where there is none to learn. */
export function majority<Value>(values: readonly Value[]): Value | null {
  if (values.length < 10) return null;
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [value, count] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best));
  return count >= values.length * 0.8 ? value : null;
}
