import { describe, expect, test } from 'vitest';
import { parseJsonc } from '../../src/text/jsonc.js';

describe('JSON with comments', () => {
  test.each([
    ['{"a": 1}', { a: 1 }],
    ['\uFEFF// first\n{"a": 1, /* second */ "b": [1, 2,],}\n// last', { a: 1, b: [1, 2] }],
    ['{"a": "// no comment", "b": "/* neither */", "c": "a,]"}', { a: '// no comment', b: '/* neither */', c: 'a,]' }],
    ['{"a": "\\"// still inside", /* "*/ "b": ",}",}', { a: '"// still inside', b: ',}' }],
    ['[1, // one\r\n 2 , ]', [1, 2]],
  ])('reads %j', (text, value) => expect(parseJsonc(text)).toEqual(value));

  test.each(['{"a": 1,,}', '{"a" 1}', "{'a': 1}", '{"a": 1} /* open', '{"a": "open', '', '// nothing'])(
    'refuses %j',
    (text) => {
      // A comment that never ends hides the rest, as in an editor: what is before it counts.
      if (text.endsWith('/* open')) expect(parseJsonc(text)).toEqual({ a: 1 });
      else expect(() => parseJsonc(text)).toThrow(SyntaxError);
    },
  );

  test.each(['"\\', '/*', '"\\"', ', ', '//'])('reads a hostile row of %j in one pass', (part) => {
    expect(() => parseJsonc(`[${part.repeat(300_000)}`)).toThrow(SyntaxError);
  });
});
