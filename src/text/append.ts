/** Adds items to an array and returns it. `push(...items)` overflows the stack from about 120,000 items on. */
export function append<T>(array: T[], items: Iterable<T>): T[] {
  for (const item of items) array.push(item);
  return array;
}
