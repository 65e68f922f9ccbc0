import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadStyle, styleRules } from '../../src/remark-lint/bundle.js';
import { runs } from '../properties/runs.js';
import { listen } from './listen.js';

beforeAll(() => loadStyle(styleRules.map((rule) => rule.id)));

const pick = (...values: readonly string[]) => fc.constantFrom(...values);

const name = pick('Ash', '*Silk* road', '_Foil_ (Book)', '`jib`', '帆', 'A &amp; B', '🪁 Kite', '__Jib__', '[MIT]');
const words = pick('Bends well!!', 'costly and *slow*', '軽くて高い。。', 'Why not??', 'See [more][more]', 'Ends, ');
const link = fc
  .tuple(name, pick('[N](https://a.example "T")', '**[N](u)**', '[N][n]', '![N][N]', '<b>N</b>', 'https://b.example'))
  .map(([text, shape]) => shape.replace('N', text));
const line = fc.tuple(link, pick(' - ', ' – ', '  \n', ': '), words).map((parts) => parts.join(''));
const block = fc.oneof(
  fc.tuple(pick('- ', '*   ', '+ ', '1. ', '7) ', '- [x]  ', '- [X] ', '  - '), line).map((parts) => parts.join('')),
  fc.tuple(pick('# ', '##  ', '  ### ', '#### '), name, pick('', ' ##', ':', '!')).map((parts) => parts.join('')),
  fc.tuple(pick('>', '> ', '>   '), line, pick('', '\nlazy', '\n> [!NOTE]')).map((parts) => parts.join('')),
  pick('***', '---', '_____', '', '', '', '    code', '~~~\na\n~~~', '```sh\n$ a\n$ b\n```', 'Tea\n===', '**Tea**'),
  pick('[n]: https://c.example', '[N  N]:   u', '[^1]: Foot.', '<!-- lint -->', '<!--lint disable rule-style-->'),
  pick('| a | b |\n| - | - |\n|c| d |', ' a | b\n--- | ---\nc | d', '\n  | a |\n  | - |\n  | long cell |'),
  line,
);
const text = fc
  .tuple(fc.array(block, { maxLength: 14 }), pick('\n', '\r\n', '\r'), pick('', '\uFEFF'), pick('', '\n', '\n\n'))
  .map(([blocks, eol, bom, last]) => bom + (blocks.join('\n') + last).replaceAll('\n', eol));

test('every finding stands inside the text, and its line and column tell the same place as its offset', () => {
  fc.assert(
    fc.property(text, (given) => {
      for (const { start, end } of listen(styleRules, given)) {
        expect(start.offset).toBeGreaterThanOrEqual(0);
        expect(end.offset).toBeGreaterThanOrEqual(start.offset);
        expect(end.offset).toBeLessThanOrEqual(given.length);
        const before = given.slice(0, start.offset).split(/\r\n|\r|\n/);
        expect([start.line, start.column]).toEqual([before.length, (before.at(-1) ?? '').length + 1]);
      }
    }),
    { numRuns: runs(100) },
  );
});

test('a BOM and other line endings move no finding to another line', () => {
  fc.assert(
    fc.property(text, (given) => {
      const plain = given.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
      const lines = (other: string) => listen(styleRules, other).map((one) => `${one.rule} ${one.start.line}`);
      expect(lines(`\uFEFF${plain}`)).toEqual(lines(plain));
      expect(lines(plain.replaceAll('\n', '\r\n')).sort()).toEqual(lines(plain).sort());
    }),
    { numRuns: runs(50) },
  );
});
