import { describe, expect, it } from 'vitest';
import rule from '../../rules/no-invisible-characters.js';
import { findingsOf, fixed } from './lint-with.js';

const run = (text: string) => {
  const example = { text, finds: [], lang: 'en' };
  return { count: findingsOf(rule, example, text).length, text: fixed(rule, example, text).text };
};

describe('no-invisible-characters', () => {
  it.each([
    'Words *\u200Ba* b.\n',
    'Words [a]\u200B(https://u.test) b.\n',
    '\u200B# x y\n',
    'Words\n\n\u200B- x y\n',
    '1\u200B. Foo bar\n',
    'See &am\u200Bp; and so on\n',
    'A :smi\u200Ble: and so on\n',
    'A <b\u200Br> and so on\n',
    'A <\u200Bb> and so on\n',
    'Foo@ba\u200Br.com is\n',
    'At http\u200B://foo.com now\n',
    '[x\u200By]: https://u.test\n\n[xy]\n',
    'A [^1\u200B2] b\n\n[^12]: c\n',
    'A\n-\u200B--\n',
  ])('makes no markup of %j', (text) => {
    expect(run(text)).toEqual({ count: 1, text });
  });

  it.each([
    ['Good te\u200Bxt here.\n', 'Good text here.\n'],
    ['1. Good te\u200Bxt here.\n', '1. Good text here.\n'],
    ['A [go\u200Bod](https://u.test) text.\n', 'A [good](https://u.test) text.\n'],
    ['R&D te\u200Bxt: good.\n', 'R&D text: good.\n'],
  ])('removes what makes none: %j', (text, after) => {
    expect(run(text).text).toBe(after);
  });
});
