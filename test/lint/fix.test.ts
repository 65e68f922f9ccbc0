import { describe, expect, it } from 'vitest';
import * as fix from '../../src/lint/fix.js';
import type { Edit, Finding } from '../../src/model/finding.js';
import { paragraphLimits } from '../../src/model/reading-limits.js';
import { parse } from '../../src/parse/parse.js';

const point = { line: 1, column: 1, offset: 0 };

function finding(rule: string, edits: readonly Edit[], safe = true): Finding {
  return {
    rule,
    topic: 'style',
    verdict: null,
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
const blank = parse('');

/** Fixes a text of which nothing can be lost. */
const fixText = (text: string, findings: (text: string) => readonly Finding[], options: { readonly unsafe: boolean }) =>
  fix.fixText(text, (next) => ({ list: blank, findings: findings(next) }), options);

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
    expect(fixText('a x', circle, safe)).toEqual({ text: 'a x', applied: 0, rounds: 0 });
    const growth = (text: string) => [finding('x', [{ start: text.length, end: text.length, text: '!' }])];
    expect(fixText('', growth, safe)).toEqual({ text: '', applied: 0, rounds: 0 });
    const other = (text: string) => [...growth(text), ...replacing('z', 'a', 'b')(text)];
    expect(fixText('a', other, safe)).toEqual({ text: 'b', applied: 1, rounds: 1 });
  });

  it('keeps the byte order mark, the line endings and the missing final newline', () => {
    const result = fixText('\ufeffa\r\nb', replacing('x', 'a', 'c\nd'), safe);
    expect(result.text).toBe('\ufeffc\r\nd\r\nb');
  });

  it('refuses edits that do not fit the text', () => {
    expect(() => fixText('a', () => [finding('x', [{ start: 0, end: 5, text: '' }])], safe)).toThrow('does not fit');
  });
});

/** Fixes a text with a finding for each pattern that it matches. */
function fixList(text: string, rules: Readonly<Record<string, readonly [RegExp, string]>>) {
  const relint = (next: string): fix.Linted => ({
    list: parse(next),
    findings: Object.entries(rules).flatMap(([rule, [pattern, to]]) =>
      [...next.matchAll(pattern)].map(({ index, 0: found }) =>
        finding(rule, [{ start: index, end: index + found.length, text: to }]),
      ),
    ),
  });
  return fix.fixText(text, relint, safe);
}

describe('a safe fix with which something is lost', () => {
  const text = '# Kites\n\n## Sails\n\n- [Silk](https://silk.test/) - Soft.\n- [Foil](https://foil.test/) - Loud.\n';

  it('is left out, and the others are applied', () => {
    const rules = { a: [/Soft/g, 'soft'], b: [/\n- \[Foil\]/g, '\n[Foil]'], c: [/Kites/g, 'kites'] } as const;
    expect(fixList(text, rules)).toEqual({
      text: text.replace('Soft', 'soft').replace('Kites', 'kites'),
      applied: 2,
      rounds: 1,
    });
  });

  it.each([
    ['a link', /\[Foil\]\(.*?\)/g, 'Foil'],
    ['a heading', /## (?=Sails)/g, ''],
    ['a word next to a change', /(?=Words)/g, '[x]: '],
    ['code', /`code`/g, '    '],
    ['a comment', /<!-- note -->/g, ''],
    ['text that becomes code', /(?=- \[Foil\])/g, '        '],
    ['the end of a URL, which becomes text', /sea\\(?=\))/g, 'sea'],
    ['the anchor of a heading', /Sails/g, 'Sail'],
    ['what keeps a comment from being displayed', /<!-- (?=note)/g, ''],
  ])('is one that removes %s', (_, from, to) => {
    const before = `${text}\nWith \`code\`. <!-- note -->\n\nWords [Jib](https://jib.example/sea\\)&b=1)\n`;
    expect(fixList(before, { a: [from, to] }).text).toBe(before);
  });

  it('does not hold up the rest of a finding that is folded from many', () => {
    const folded = (next: string): fix.Linted => {
      const edits = [...next.matchAll(/Soft|- \[Foil\]/g)].map(({ index, 0: found }) => ({
        start: index,
        end: index + found.length,
        text: found === 'Soft' ? 'soft' : '[Foil]',
      }));
      const places = [{ start: point, end: point }];
      return { list: parse(next), findings: edits.length === 0 ? [] : [{ ...finding('a', edits), places }] };
    };
    expect(fix.fixText(text, folded, safe)).toEqual({ text: text.replace('Soft', 'soft'), applied: 1, rounds: 1 });
  });

  it('is applied when it is one that needs a look and was asked for', () => {
    const relint = (next: string): fix.Linted => ({
      list: parse(next),
      findings: replacing('a', '- \\[Foil\\].*\n', '', false)(next),
    });
    expect(fix.fixText(text, relint, { unsafe: true }).text).not.toContain('Foil');
  });
});

describe('a safe fix that joins lines', () => {
  const joining = (isSafe: boolean) => replacing('x', '\\n +|\\n(?=[-*#\\d])', ' ', isSafe);

  it.each(['a\n-b', 'a\n  * b', 'a\n1) b', 'a\n#b', 'a:\n  b'])('is left out in %j', (text) => {
    expect(fixText(text, joining(true), safe).text).toBe(text);
    expect(fixText(text, joining(false), { unsafe: true }).text).not.toBe(text);
  });

  it('is applied where the second line is plain text, and where a whole line goes', () => {
    expect(fixText('a\n  b', joining(true), safe).text).toBe('a b');
    expect(fixText('a\n- b\n- c\n', replacing('x', '- b\\n', ''), safe).text).toBe('a\n- c\n');
    expect(fixText('a\n- b\n', replacing('x', '\\n- b', ''), safe).text).toBe('a\n');
  });
});

describe('what no fix does', () => {
  it('touch front matter', () => {
    const text = '---\nname: a\n---\n\na\n';
    expect(fixText(text, replacing('x', 'a', 'b'), safe).text).toBe('---\nname: a\n---\n\nb\n');
    expect(fixText(`b${text}`, replacing('x', 'e: a', 'e: b'), safe).text).toContain('name: b');
  });

  describe('rewrite a paragraph that is over a limit', () => {
    /** How often a text is read until its fixes are done, and what it is then. */
    const fixed = (text: string, places: Finding['places']) => {
      let readings = 0;
      const result = fix.fixText(
        text,
        (next) => {
          readings += 1;
          const edits = [...next.matchAll(/x/g)].map(({ index }) => ({ start: index, end: index + 1, text: 'y' }));
          return { list: parse(next), findings: edits.length === 0 ? [] : [{ ...finding('x', edits), places }] };
        },
        safe,
      );
      return { readings, text: result.text };
    };
    const over = 'x\n'.repeat(paragraphLimits.lines + 1);

    it.each(['', 'a\n\n', '# a\n', '- a\n', '| a |\n'])('after %j', (before) => {
      expect(fixed(before + over, [])).toEqual({ readings: 1, text: before + over });
      expect(fixed(`${before}x\n`, [])).toEqual({ readings: 2, text: `${before}y\n` });
    });

    it('but the rest of a finding that was folded from many', () => {
      expect(fixed(`x\n\n${over}\nx\n`, []).text).toBe(`y\n\n${over}\ny\n`);
      expect(fixed(`x\n\n${over}\nx\n`, null).text).toBe(`x\n\n${over}\nx\n`);
    });
  });

  it('write control characters', () => {
    expect(fixText('a', replacing('x', 'a', '\u0001'), safe)).toEqual({ text: 'a', applied: 0, rounds: 0 });
    expect(fixText('a', replacing('x', 'a', '\t'), safe).text).toBe('\t');
  });
});

describe('a fix that was folded from many', () => {
  const folded = (text: string, edits: readonly Edit[]): string =>
    fixText(text, (next) => (next === text ? [{ ...finding('x', edits), places: [] }] : []), safe).text;

  it('is applied in part, where a part of it may not be', () => {
    const edits = [
      { start: 0, end: 1, text: 'A' },
      { start: 2, end: 3, text: '\u000b' },
    ];
    expect(folded('a\nb\n', edits)).toBe('A\nb\n');
  });

  it('is applied as a whole or not at all, where it moves words', () => {
    const moved = (word: string) => [
      { start: 0, end: 0, text: `${word}\n` },
      { start: 2, end: 2 + word.length + 1, text: '' },
    ];
    expect(folded('a\nb\n', moved('b'))).toBe('b\na\n');
    expect(folded('a\nb\u000b\n', moved('b\u000b'))).toBe('a\nb\u000b\n');
  });

  it('cuts no character reference', () => {
    expect(folded('a &amp; b', [{ start: 3, end: 3, text: '.' }])).toBe('a &amp; b');
    expect(folded('a &amp; b', [{ start: 7, end: 7, text: '.' }])).toBe('a &amp;. b');
    expect(folded('a &amp b', [{ start: 3, end: 3, text: '.' }])).toBe('a &.amp b');
  });
});

describe('fixes that meet', () => {
  it('let what joins lines wait until nothing else is wrong on them', () => {
    const text = '- [a](https://a.test) - Good.\n-[b](https://b.test) - Good.\n';
    const result = fixList(text, { join: [/\n(?=-)/g, ' '], mark: [/(?<=\n-)(?=\[)/g, ' '] });
    expect(result.text).toBe('- [a](https://a.test) - Good.\n- [b](https://b.test) - Good.\n');
    expect(fixList('- One\n  two.\n', { join: [/\n +/g, ' '] }).text).toBe('- One two.\n');
  });
});

describe('a safe fix and nesting', () => {
  it.each([
    ['makes a child of a sibling', '-    a\n   - b\n', ' {4}(?=a)', ' '],
    ['makes a sibling of a child', '- a\n  - b\n', '(?<=- a\\n) {2}', ''],
    ['puts a paragraph into an item', '1.  a\n\n   b\n', '(?<=1\\.) (?= a)', ''],
    ['puts a quote into an item', '10.  a\n    > b\n', '(?<=10\\.) (?= a)', ''],
    ['makes an item of text', 'a\n\u200b- b\n', '\u200b', ''],
    ['makes a heading of text', 'a\n\n\u200b# b\n', '\u200b', ''],
  ])('is left out where it %s', (_, text, from, to) => {
    const rule = replacing('x', from, to);
    expect(rule(text)).toHaveLength(1);
    const relint = (next: string): fix.Linted => ({ list: parse(next), findings: next === text ? rule(text) : [] });
    expect(fix.fixText(text, relint, safe).text).toBe(text);
    expect(fix.fixText(text, relint, { unsafe: true }).text).toBe(text);
  });

  it.each([
    ['moves a whole list', '  - a\n  - b\n', '^ {2}-|(?<=\\n) {2}-', '-'],
    ['writes a bullet', '- a\n-b\n', '-b', '- b'],
    ['writes the space of a heading', '#a b\n\nc\n', '#a', '# a'],
  ])('is applied where it %s', (_, text, from, to) => {
    const rule = replacing('x', from, to);
    const relint = (next: string): fix.Linted => ({ list: parse(next), findings: next === text ? rule(text) : [] });
    expect(fix.fixText(text, relint, safe).text).not.toBe(text);
  });
});
