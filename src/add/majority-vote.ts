/** The value that most of some values are, the first of several that are as frequent; null where there is none. */
export function mostCommon(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** The first group that has enough to tell a habit by; the last where none has. */
export function decisive<Value>(groups: readonly (readonly Value[])[], enough = 3): readonly Value[] {
  return groups.find((group) => group.length >= enough) ?? groups.findLast((group) => group.length > 0) ?? [];
}

/** True when at least half of some values hold; `otherwise` where there is none. */
export function isMostly(values: readonly boolean[], otherwise: boolean): boolean {
  return values.length === 0 ? otherwise : values.filter(Boolean).length * 2 >= values.length;
}
