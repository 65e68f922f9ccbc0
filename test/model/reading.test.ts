import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointAfter } from '../../src/model/position.js';
import { reasonWithStatus } from '../../src/model/reasons.js';
import { parse } from '../../src/parse/parse.js';
import { majority } from '../../src/text/majority.js';

describe('majority', () => {
  const of = (a: number, b: number) => majority([...Array<string>(a).fill('a'), ...Array<string>(b).fill('b')]);

  it('is what 90% of at least ten are, or all but one of fewer', () => {
    expect(of(9, 1)).toBe('a');
    expect(of(2, 18)).toBe('b');
    expect(of(10, 0)).toBe('a');
    expect(of(8, 1)).toBe('a');
  });

  it('is nothing below that', () => {
    expect(of(8, 2)).toBeNull();
    expect(of(17, 2)).toBeNull();
    expect(of(2, 0)).toBeNull();
    expect(of(7, 2)).toBeNull();
    expect(majority([])).toBeNull();
  });
});

describe('pointAfter', () => {
  it('agrees with the parser on every line ending', () => {
    const line = fc.constantFrom('- [a](https://a.example/) - b.', '- [c](https://c.example/)', '## d', '');
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n'), (lines, eol) => {
        const text = lines.join(eol);
        for (const { position } of parse(text).entries) {
          const start = { line: 1, column: 1, offset: 0 };
          expect(pointAfter(text, start, position.start.offset)).toEqual(position.start);
          expect(pointAfter(text, position.start, position.end.offset)).toEqual(position.end);
        }
      }),
    );
  });
});

describe('the words of a verdict', () => {
  it('say the reason plainly, and the word itself where there are none', () => {
    expect(reasonWithStatus({ reason: 'http-404', status: 404 })).toBe('the page does not exist (404)');
    expect(reasonWithStatus({ reason: 'http-5xx', status: 502 })).toBe('the server responded with an error (502)');
    expect(reasonWithStatus({ reason: 'http-4xx', status: 422 })).toBe('it responds with status 422');
    expect(reasonWithStatus({ reason: 'out-of-cheese', status: null })).toBe('out of cheese');
    expect(reasonWithStatus({ reason: null, status: null })).toBe('it does not respond');
  });
});
