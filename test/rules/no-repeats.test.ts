import { describe, expect, it } from 'vitest';
import rule from '../../rules/no-repeats.js';
import { findingsOf, fixed } from './lint-with.js';

const run = (text: string) => {
  const example = { text, finds: [] };
  return { count: findingsOf(rule, example, text).length, text: fixed(rule, example, text).text };
};

describe('no-repeats', () => {
  it.each([
    'It finds "the the" in a text.',
    'It finds “the the” in a text.',
    "It finds 'the the' in a text.",
    'It finds «the the» and „your your“ in a text.',
    'It finds `the the` in a text.',
    'It finds (the the) in a text.',
    'It finds *the the* in a text.',
    'Songs of The The and Duran Duran that she had had.',
  ])('finds nothing in %s', (text) => {
    expect(run(`${text}\n`)).toEqual({ count: 0, text: `${text}\n` });
  });

  it.each([
    'A linter for errors such as the the.',
    'It finds repeated words, as the the is.',
    'Typos like the the are found.',
    'He said "the kite of the the tail" and left.',
    'He said “the kite of the the tail” and left.',
    'Groter of of kleiner.',
  ])('fixes nothing in %s', (text) => {
    expect(run(`${text}\n`)).toEqual({ count: 1, text: `${text}\n` });
  });

  it.each([
    ['The kite of the the tail.', 'The kite of the tail.'],
    ['"Kite" of the the "tail".', '"Kite" of the "tail".'],
    ['“Kite” of the the “tail”.', '“Kite” of the “tail”.'],
    ['A kite of of the tail.', 'A kite of the tail.'],
    ['Words of the the tail.', 'Words of the tail.'],
  ])('fixes %s', (text, after) => {
    expect(run(`${text}\n`).text).toBe(`${after}\n`);
  });
});
