import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codeSpan,
  commandMessage,
  commandProperty,
  fenceOf,
  jsonText,
  logLine,
  logText,
  markdownText,
  oneLine,
  stripped,
  xmlText,
} from '../../src/report/escape.js';
import { withTimeLimit } from '../../src/text/regex-timeout.js';
import { anyText } from './hostile.js';

const zero = '\u200B';

describe('text from outside', () => {
  test.each([
    ['controls', 'a\u0000b\u001b[1mc\u009bd\u0085e', 'ab[1mcde'],
    ['marks of direction', 'a\u202Eb\u2066c\u200Fd\uFEFFe', 'abcde'],
    ['halves of pairs', 'a\uD83Db\uDE00', 'a\uFFFDb\uFFFD'],
    ['a whole pair stays, and what joins it', '👩\u200D🔧', '👩\u200D🔧'],
    ['tabs and lines stay', 'a\tb\r\nc', 'a\tb\r\nc'],
    ['other scripts stay', 'שלום 絹 ∞', 'שלום 絹 ∞'],
  ])('is stripped of %s', (_, from, to) => expect(stripped(from)).toBe(to));

  test.each([
    ['a command after blanks', '     ::error::x', '     : :error::x'],
    ['a command at once', '::add-mask::x', ': :add-mask::x'],
    ['no command in the middle', 'a ::error::x', 'a ::error::x'],
    ['an old command anywhere', 'a ##[add-mask]x', 'a ## [add-mask]x'],
    ['a heading without its blank', '3 │ ##[Tools](#tools)', '3 │ ##[Tools](#tools)'],
  ])('is no command in a log: %s', (_, from, to) => expect(logLine(from)).toBe(to));

  test('is escaped in JSON and reads the same', () => {
    const said = { 'a\u202Eb': 'c\u009Bd\u2028e "\\u202E"' };
    const text = jsonText(JSON.stringify(said));
    expect(text).not.toMatch(/[\u007F-\u009F\u2028-\u202E]/);
    expect(JSON.parse(text)).toEqual(said);
  });

  test.each(['\u00AD', '\u180E', '\u200B', '\u200D', '\u2060', '\u2066', '\u3164', '\u{E0041}', '\uFEFF', '\u061C'])(
    'is escaped in JSON where it takes no space: %j',
    (one) => {
      const text = jsonText(JSON.stringify({ a: `b${one}c` }));
      expect(text).toMatch(/^[\x20-\x7E]*$/);
      expect(JSON.parse(text)).toEqual({ a: `b${one}c` });
    },
  );

  test.each(['é', '茶', '🍵', 'ש', '\u00A0'])('stays in JSON where it is seen: %j', (one) =>
    expect(jsonText(JSON.stringify(one))).toBe(JSON.stringify(one)),
  );

  test('becomes one line', () => expect(oneLine(' a\r\n\tb \u2028 c\u2029 ')).toBe('a b c'));

  test('takes steps in proportion to its length', () => {
    const [spaces, stops] = [' '.repeat(2_000_000), '.'.repeat(1_000_000)];
    // The square of the length would take hours.
    withTimeLimit(300_000, () => {
      expect(oneLine(`${spaces}x`)).toBe('x');
      expect(markdownText(`${stops}x https://${stops}x ${'`'.repeat(1_000_001)}`)).toContain('x');
    });
  });
});

describe('a workflow command', () => {
  test.each([
    ['a\nb\rc', 'a%0Ab%0Dc'],
    ['100% %0A', '100%25 %250A'],
    ['a: b, c', 'a: b, c'],
    ['x ##[error] ##\u0000[y', 'x ## [error] ## [y'],
    ['#[a] # #[b', '#[a] # #[b'],
  ])('has %j as message', (from, to) => expect(commandMessage(from)).toBe(to));

  test.each([
    ['docs/a,b:c.md', 'docs/a%2Cb%3Ac.md'],
    ['a\n::error::b', 'a%0A%3A%3Aerror%3A%3Ab'],
    ['50%2C.md', '50%252C.md'],
  ])('has %j as property', (from, to) => expect(commandProperty(from)).toBe(to));

  test('and a line of a log is one line', () => expect(logText('a\n::b ##[c')).toBe('a ::b ## [c'));
});

describe('Markdown', () => {
  test.each([
    ['mentions', 'ask @octocat', `ask @${zero}octocat`],
    ['numbers of issues', 'see #12, o/r#3 and GH-4', `see #${zero}12, o/r#${zero}3 and GH-${zero}4`],
    ['no number', 'C# and #tag, high-4', 'C# and #tag, high-4'],
    ['HTML', '<b>&amp;', '&lt;b&gt;&amp;amp;'],
    ['pipes and emphasis', 'a | *b* _c_ ~d~', 'a \\| \\*b\\* \\_c\\_ \\~d\\~'],
    ['images', '![a](b)', '\\!\\[a\\](b)'],
    ['addresses, the marks of the sentence aside', 'https://a.example/_b_. x', '`https://a.example/_b_`. x'],
    ['addresses in brackets', '(www.a.example)', '(`www.a.example`)'],
    ['what is code already', 'the `a_b` of `c`', 'the `a_b` of `c`'],
    ['a backtick alone', 'a ` b', 'a \\` b'],
    ['lines', 'a\n# b', 'a # b'],
  ])('says as text: %s', (_, from, to) => expect(markdownText(from)).toBe(to));

  test.each([
    ['a', '`a`'],
    ['a`b', '``a`b``'],
    ['``a`', '``` ``a` ```'],
    ['a\nb', '`a b`'],
    ['', '` `'],
    ['@a #1', '`@a #1`'],
  ])('has %j as code', (from, to) => expect(codeSpan(from)).toBe(to));

  test('opens a fence of more backticks than it holds', () => {
    expect(fenceOf('a', 3)).toBe('```');
    expect(fenceOf('a ```` b', 3)).toBe('`````');
  });
});

describe('XML', () => {
  test.each([
    ['marks', `<a b="c" d='e'>&`, '&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;'],
    ['the end of CDATA', ']]>', ']]&gt;'],
    ['what is no character', 'a\u0001\uFFFE\uFFFFb\uD800', 'ab\uFFFD'],
    ['lines, which stay', 'a\nb', 'a\nb'],
  ])('holds %s', (_, from, to) => expect(xmlText(from)).toBe(to));

  test('holds nothing that it may not', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        expect(xmlText(words)).toMatch(/^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
        expect(xmlText(words)).not.toMatch(/[<>"']/);
      }),
    );
  });
});
