import { expect, test } from 'vitest';
import { parse } from '../../src/parse/parse.js';

/** How many objects and arrays hang on a value, each counted once. */
function objectsIn(value: unknown): number {
  const seen = new Set<object>();
  const waiting: unknown[] = [value];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (typeof one !== 'object' || one === null || seen.has(one)) continue;
    seen.add(one);
    for (const part of Object.values(one)) if (part !== undefined) waiting.push(part);
  }
  return seen.size;
}

/** How many objects one more of a piece of text adds to the tree of a list. */
function objectsPer(piece: string): number {
  const objects = (count: number): number => objectsIn(parse(`# A\n\n## B\n\n${piece.repeat(count)}`));
  return (objects(300) - objects(100)) / 200;
}

test.each([
  // An entry, an item, a block and a text, at two places between three points.
  ['an item of one word', '- a\n', 9],
  // Besides a link, the array that it is in, a separator and a description: at eight places between ten points.
  ['an entry', '- [a](http://b.test) - C.\n', 27],
  ['a paragraph', 'a\n\n', 6],
  ['an empty line', '\n', 0],
])('the objects that %s takes in memory', (_, piece, most) => {
  expect(objectsPer(piece)).toBeLessThanOrEqual(most);
});
