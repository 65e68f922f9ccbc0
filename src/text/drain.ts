/** Gives the items of an array in order and takes each out, so that the memory of what has been used is free again. */
export function* drain<T>(items: T[]): Generator<T> {
  items.reverse();
  for (let item = items.pop(); item !== undefined; item = items.pop()) yield item;
}
