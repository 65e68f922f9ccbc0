import { expect, it } from 'vitest';
import { invisibleDifference } from '../../src/text/invisible.js';

it.each([
  ['#-pots', '#\ufe0f-pots', ', which contains U+FE0F (variation selector)'],
  ['#\u200bpots', '#pots', ', without U+200B (zero-width space)'],
  ['#iron-pots', '#iron\u00a0pots', ', which contains U+00A0 (no-break space)'],
  ['#pot', '#pots', ''],
  ['#\ufe0f-pot', '#\ufe0f-pots', ''],
])('names the invisible characters in which %j and %j differ', (found, expected, words) => {
  expect(invisibleDifference(found, expected)).toBe(words);
});
