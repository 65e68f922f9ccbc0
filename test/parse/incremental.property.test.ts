import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { List } from '../../src/model/list.js';
import { openReader } from '../../src/parse/incremental.js';
import { parse } from '../../src/parse/parse.js';
import { runs } from '../properties/runs.js';

const items = (from: number): string =>
  Array.from(
    { length: 60 },
    (_, index) =>
      `- [Loom ${from + index}](https://loom.example/${from + index}) - Weaves *cloth*, says [the weaver].\n`,
  ).join('');
const start = `# Looms\n\n${[0, 100, 200, 300].map((from) => `## Warp ${from}\n\n${items(from)}\n`).join('')}`;

/** All that a list says, its circles cut. */
const told = (list: List): string =>
  JSON.stringify(list, (key, value) =>
    key === 'parent' ? undefined : (key === 'entry' || key === 'node') && value !== null ? value.position : value,
  );

const words = fc.constantFrom(
  ...[
    'x',
    ' ',
    '\n',
    '\n\n',
    '\n## Weft\n\n',
    '<!--',
    '-->',
    '\n```\n',
    '\n[the weaver]: https://weaver.example/\n\n',
    '- ',
    '  - ',
  ],
  ...['\n\n[^a]: note\n\n', '[^a]', '\r\n', '\t', '<details>\n\n', '**', '`', '[x][the weaver]', 'www.reed.example '],
);
const edit = fc.record({ at: fc.nat(), drop: fc.nat(40), words });

describe('reading a file again after an edit', () => {
  test('gives what reading it anew gives, whatever is edited', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.boolean(), (edits, root) => {
        const reader = openReader();
        let text = start;
        reader.read(text, { root });
        for (const { at, drop, words: added } of edits) {
          const from = at % text.length;
          text = text.slice(0, from) + added + text.slice(from + drop);
          expect(told(reader.read(text, { root }))).toEqual(told(parse(text, { root })));
        }
      }),
      { numRuns: runs(4) },
    );
  });

  test('leaves the lists that it gave before as they were', () => {
    const reader = openReader();
    const first = reader.read(start, { root: true });
    reader.read(`# Mills\n\nSome words.\n\n${start}`, { root: true });
    expect(told(first)).toEqual(told(parse(start, { root: true })));
  });

  test('sees a definition that is added at the other end of the file', () => {
    const reader = openReader();
    expect(reader.read(start).links.some(({ form }) => form === 'reference')).toBe(false);
    const defined = reader.read(`${start}\n[the weaver]: https://weaver.example/\n`);
    expect(defined.links.filter(({ form }) => form === 'reference')).toHaveLength(240);
    expect(reader.read(start).links.some(({ form }) => form === 'reference')).toBe(false);
  });
});
