import { describe, expect, it } from 'vitest';
import { fixText } from '../../src/lint/fix.js';
import type { Edit, Finding } from '../../src/model/finding.js';

const point = { line: 1, column: 1, offset: 0 };

function finding(rule: string, edits: readonly Edit[], safe = true): Finding {
  return {
    rule,
    severity: 'error',
    message: '',
    path: 'a.md',
    start: point,
    end: point,
    url: null,
    places: null,
    fix: { safe, edits },
  };
}

/** A rule that replaces each occurrence of a text. */
function replacing(rule: string, from: string, to: string, safe = true) {
  return (text: string): readonly Finding[] =>
    [...text.matchAll(new RegExp(from, 'g'))].map(({ index, 0: found }) =>
      finding(rule, [{ start: index, end: index + found.length, text: to }], safe),
    );
}

const safe = { unsafe: false };

describe('fixText', () => {
  it('applies what does not overlap in one round', () => {
    const result = fixText('a b a', replacing('x', 'a', 'c'), safe);
    expect(result).toEqual({ text: 'c b c', applied: 2, rounds: 1 });
  });

  it('lets the earlier fix win, then the rule that sorts first; the loser waits', () => {
    const both = (text: string) =>
      text === 'abcd'
        ? [finding('a', [{ start: 1, end: 3, text: 'A' }]), finding('b', [{ start: 0, end: 2, text: 'B' }])]
        : text === 'Bcd'
          ? [finding('z', [{ start: 0, end: 1, text: 'Z' }]), finding('y', [{ start: 0, end: 1, text: 'Y' }])]
          : [];
    expect(fixText('abcd', both, safe)).toEqual({ text: 'Ycd', applied: 2, rounds: 2 });
  });

  it('applies all edits of a fix or none', () => {
    const findings = (text: string) =>
      text === 'abc'
        ? [
            finding('a', [{ start: 0, end: 1, text: 'X' }]),
            finding('b', [
              { start: 0, end: 1, text: 'Y' },
              { start: 2, end: 3, text: 'Y' },
            ]),
          ]
        : [];
    expect(fixText('abc', findings, safe).text).toBe('Xbc');
  });

  it('does not decide between two insertions at one place in one round', () => {
    const findings = (text: string) =>
      text === 'ab'
        ? [finding('a', [{ start: 1, end: 1, text: '1' }]), finding('b', [{ start: 1, end: 1, text: '2' }])]
        : [];
    expect(fixText('ab', findings, safe).text).toBe('a1b');
  });

  it('leaves fixes that need a look unless they are asked for', () => {
    const rule = replacing('x', 'a', 'c', false);
    expect(fixText('a', rule, safe)).toEqual({ text: 'a', applied: 0, rounds: 0 });
    expect(fixText('a', rule, { unsafe: true })).toEqual({ text: 'c', applied: 1, rounds: 1 });
  });

  it('comes to rest when fixes undo one another', () => {
    const circle = (text: string) => [...replacing('x', 'a', 'b')(text), ...replacing('y', 'b', 'a')(text)];
    expect(fixText('a', circle, safe).rounds).toBe(2);
    const growth = (text: string) => [finding('x', [{ start: text.length, end: text.length, text: '!' }])];
    expect(fixText('', growth, safe)).toEqual({ text: '!!!!!!!!!!', applied: 10, rounds: 10 });
  });

  it('keeps the byte order mark, the line endings and the missing final newline', () => {
    const result = fixText('\ufeffa\r\nb', replacing('x', 'a', 'c\nd'), safe);
    expect(result.text).toBe('\ufeffc\r\nd\r\nb');
  });

  it('refuses edits that do not fit the text', () => {
    expect(() => fixText('a', () => [finding('x', [{ start: 0, end: 5, text: '' }])], safe)).toThrow('does not fit');
  });
});
