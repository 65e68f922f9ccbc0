import { expect, it } from 'vitest';
import { sectionsAndTiers, sectionsNamed } from '../../src/add/sections.js';
import { parse } from '../../src/parse/parse.js';

const list = parse('# Tea\n\n## C\n\n- [A](https://a.test)\n\n## Green & White\n\n- [B](https://b.test)\n');

it.each([
  ['C', 1],
  ['c', 1],
  ['green and white', 1],
  ['C++', 0],
  ['C#', 0],
])('finds the sections that %s names', (wanted, count) => {
  expect(sectionsNamed(sectionsAndTiers(list), wanted)).toHaveLength(count);
});
