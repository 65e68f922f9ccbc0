import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { excerptOf } from '../../../src/report/terminal/excerpt.js';
import { finding, listOf } from '../made.js';

const point = (text: string, what: string, width = 60) => {
  const list = listOf(text);
  const { line, carets } = excerptOf(text, finding(list, what), width, '…');
  return `${line}\n${carets}`;
};

test('carets stand right under wide characters', () => {
  expect(point('- 織機 and 🧵 thread', 'thread')).toMatchInlineSnapshot(`
    "- 織機 and 🧵 thread
                  ^^^^^^"
  `);
  expect(point('- the 織機 weaves', '織機')).toMatchInlineSnapshot(`
    "- the 織機 weaves
          ^^^^"
  `);
  expect(point('- 👩‍🌾 farms', 'farms')).toMatchInlineSnapshot(`
    "- 👩‍🌾 farms
         ^^^^^"
  `);
});

test('indentation is taken off, and tabs are one column', () => {
  expect(point('  - a\tb end', 'end')).toBe('- a b end\n      ^^^');
});

test('a long line is cut around the place', () => {
  expect(point(`${'before '.repeat(30)}here${' after'.repeat(30)}`, 'here', 40)).toMatchInlineSnapshot(`
    "…re before before here after after afte…
                      ^^^^"
  `);
  expect(point(`- ${'x'.repeat(300)} end`, 'end', 30)).toMatchInlineSnapshot(`
    "…xxxxxxxxxxxxxxxxxxxxxxxxx end
                               ^^^"
  `);
});

test('a link that is cut keeps its last bracket', () => {
  const link = `[Reed](https://reed.example/${'x'.repeat(60)})`;
  expect(point(`- ${link}: weaves`, link, 40)).toBe('- [Reed](https://reed.ex…): weaves\n  ^^^^^^^^^^^^^^^^^^^^^^^^');
  expect(point(`- ${'x'.repeat(60)}`, 'x'.repeat(60), 40)).toBe(`- ${'x'.repeat(23)}…\n  ${'^'.repeat(24)}`);
});

test('a place over several lines shows its first', () => {
  expect(point('one two\nthree', 'two\nthree')).toBe('one two\n    ^^^');
});

test('an empty place has one caret, at the end of the line too', () => {
  const start = { line: 1, column: 4, offset: 3 };
  expect(excerptOf('abc\ndef', { start, end: start }, 40, '…')).toEqual({
    line: 'abc',
    parts: ['abc', '', ''],
    carets: '   ^',
    cutAt: null,
  });
});

test('the carets lie under what they point at, within the width', () => {
  const unit = fc.constantFrom('a', ' ', '織', '🧵', '👩‍🌾', 'é', '…', '\t', '\u202E');
  const line = fc.array(unit, { maxLength: 120 });
  fc.assert(
    fc.property(
      ...[line, fc.array(unit, { maxLength: 40 }), line, fc.integer({ min: 30, max: 100 })],
      fc.constantFrom('…', '...'),
      (before, marked, after, width, ellipsis) => {
        const text = [...before, ...marked, ...after].join('');
        const from = before.join('').length;
        const place = (offset: number) => ({ line: 1, column: offset + 1, offset });
        const position = { start: place(from), end: place(from + marked.join('').length) };
        const { line: shown, carets } = excerptOf(text, position, width, ellipsis);
        expect(stringWidth(shown)).toBeLessThanOrEqual(width);
        expect(carets).toMatch(/^ *\^+$/);
        expect(carets.length).toBeLessThanOrEqual(width);
      },
    ),
  );
});
