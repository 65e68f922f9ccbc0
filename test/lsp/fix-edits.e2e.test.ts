import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Linted } from '../../src/lint/fix.js';
import { fixAllEdits } from '../../src/lsp/fix-edits.js';
import type { Finding } from '../../src/model/finding.js';
import { parse } from '../../src/parse/parse.js';

/** Says of each `x` that it is a `y`, of each pair of bars that they are one, and of each `!` that a line is missing. */
function relint(text: string): Linted {
  const place = { line: 1, column: 1, offset: 0 };
  const findings = [...text.matchAll(/x|\|\||!|\n\n\n/g)].map((match): Finding => {
    const written = { x: 'y', '||': '|', '!': '.\n' }[match[0]] ?? '\n\n';
    const edits = [{ start: match.index, end: match.index + match[0].length, text: written }];
    const about = {
      rule: 'r',
      topic: 'style',
      verdict: null,
      severity: 'error',
      message: '',
      path: 'README.md',
      url: null,
      places: null,
    } as const;
    return { ...about, start: place, end: place, fix: { safe: true, edits } };
  });
  return { list: parse(''), findings };
}

const textOf = fc.array(fc.constantFrom('x', 'a', '|', '||', '!', '\n', '\r\n', '\n\n\n', 'b c'), { maxLength: 40 });

test('the edits make of a text what the fixes make of it, and touch no line that is right', () => {
  fc.assert(
    fc.property(textOf, (parts) => {
      const text = parts.join('');
      const document = TextDocument.create('file:///README.md', 'markdown', 1, text);
      const edits = fixAllEdits(document, relint);
      const after = TextDocument.applyEdits(document, edits);
      expect(relint(after).findings).toEqual([]);
      expect(fixAllEdits(TextDocument.create('file:///README.md', 'markdown', 1, after), relint)).toEqual([]);
      if (relint(text).findings.length === 0) expect(edits).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('lines between two that are mended stay untouched', () => {
  const text = 'one\nx\nthree\nfour\nx\nend';
  const document = TextDocument.create('file:///README.md', 'markdown', 1, text);
  expect(
    fixAllEdits(document, relint).map(({ range, newText }) => [range.start.line, range.end.line, newText]),
  ).toEqual([
    [1, 2, 'y\n'],
    [4, 5, 'y\n'],
  ]);
});
