import { describe, expect, test } from 'vitest';
import { readPattern } from '../../../src/config/option-parsers.js';
import { literal, translate, translateAll } from '../../../src/init/importers/patterns.js';

describe('patterns of Rust and Ruby', () => {
  test.each([
    ['^https://kiln\\.test/', '^https://kiln\\.test/', 'https://kiln.test/a', 'https://other.test/'],
    ['(?i)KILN', '/KILN/i', 'https://kiln.test', 'https://oven.test'],
    ['(?P<id>\\d+)$', '(?<id>\\d+)$', 'https://kiln.test/7', 'https://kiln.test/'],
    ['/tag/s', '(?:/tag/s)', 'https://kiln.test/tag/s', 'https://kiln.test/tag/'],
    ['(pots)+', '(pots)+', 'https://kiln.test/pots', 'https://kiln.test/'],
    ['(?:www\\.)?kiln', '(?:www\\.)?kiln', 'https://kiln.test', 'https://oven.test'],
    ['a\\\\Ab', 'a\\\\Ab', 'a\\Ab', 'ab'],
    ['[a-z]+\\.test/.*', '[a-z]+\\.test/.*', 'https://kiln.test/x', 'https://kiln.org/'],
  ])('%s becomes %s', (source, pattern, hit, miss) => {
    expect(translate(source)).toEqual({ pattern });
    const read = readPattern('--exclude', pattern);
    expect([read.test(hit), read.test(miss)]).toEqual([true, false]);
  });

  test.each([
    ['\\Ahttps://kiln', 'an escape'],
    ['kiln\\z', 'an escape'],
    ['\\p{Greek}', 'a Unicode class'],
    ['\\x{10FFFF}', 'a braced character code'],
    ['[[:alpha:]]', 'character class operators'],
    ['[a-z&&[^x]]', 'character class operators'],
    ['(?i:kiln)', 'flags or groups that JavaScript does not support'],
    ['(?>kiln)', 'flags or groups that JavaScript does not support'],
    ['(?x) kiln ', 'the extended or ungreedy flag'],
    ['kiln++', 'possessive'],
    ['(a+)+$', 'nested quantifiers'],
    ['(a*){2,}', 'nested quantifiers'],
    ['(kiln', 'JavaScript does not accept it'],
    ['.*', 'every link'],
    ['^.+$', 'every link'],
    ['', 'every link'],
  ])('%j is not imported', (source, why) => {
    expect(translate(source)).toEqual({ why: expect.stringContaining(why) });
  });

  test('quotes a pattern that is not imported on one line', () => {
    const { patterns, left } = translateAll(['kiln', `(\u001b[31m\n${'x'.repeat(5000)}`]);
    expect(patterns).toEqual(['kiln']);
    expect(left).toHaveLength(1);
    expect(left[0]).not.toMatch(/[\u0000-\u001f]/);
    expect(left[0]?.length).toBeLessThan(200);
  });

  test('a text that is meant letter by letter', () => {
    const pattern = new RegExp(literal('kiln.test/a+b?(c)'));
    expect([pattern.test('https://kiln.test/a+b?(c)'), pattern.test('https://kilnxtest/aab(c)')]).toEqual([
      true,
      false,
    ]);
  });
});
