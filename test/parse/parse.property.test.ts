import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry, List, Section, Tier } from '../../src/model/list.js';
import type { Position } from '../../src/model/position.js';
import { parse } from '../../src/parse/parse.js';
import { runs } from '../properties/runs.js';

type Node = List | Section | Tier | Entry;

/** Every position lies inside the text, agrees with its line and column, and lies inside its parent's. */
function checkPositions(list: List): void {
  const starts = [0];
  for (const match of list.text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  const check = (position: Position, what: string): void => {
    for (const point of [position.start, position.end]) {
      const lineStart = starts[point.line - 1];
      if (lineStart === undefined || lineStart + point.column - 1 !== point.offset || point.offset > list.text.length) {
        throw new Error(`${what}: ${JSON.stringify(point)} is no place in the text`);
      }
    }
    if (position.start.offset > position.end.offset) throw new Error(`${what}: ends before it starts`);
  };
  const inside = (inner: Position, outer: Position, what: string): void => {
    if (inner.start.offset < outer.start.offset || inner.end.offset > outer.end.offset) {
      throw new Error(
        `${what}: ${inner.start.offset}-${inner.end.offset} sticks out of ${outer.start.offset}-${outer.end.offset}`,
      );
    }
  };
  const walk = (node: Node): void => {
    check(node.position, node.type);
    let last = node.position.start.offset;
    for (const child of node.children) {
      inside(child.position, node.position, `${child.type} in ${node.type}`);
      if (child.position.start.offset < last) throw new Error(`${child.type} stands before its elder`);
      last = child.position.start.offset;
      walk(child);
    }
    if (node.type !== 'list' && node.type !== 'entry') inside(node.heading, node.position, `heading of ${node.type}`);
    if (node.type === 'entry') {
      inside(node.label, node.position, 'label');
      if (node.body) inside(node.body.position, node.position, 'body');
      if (node.separator) inside(node.separator.position, node.position, 'separator');
    }
  };
  walk(list);
  for (const link of list.links) {
    check(link.position, `link ${link.url}`);
    check(link.urlPosition, `address of ${link.url}`);
    if (link.entry) inside(link.position, link.entry.position, `link ${link.url}`);
  }
  for (const span of list.texts) check(span.position, 'text');
  for (const anchor of list.anchors) check(anchor.position, 'anchor');
  for (const directive of list.directives) check(directive.position, 'directive');
}

const piece = fc.constantFrom(
  ...[
    '# ',
    '## ',
    '### ',
    '- ',
    '* ',
    '1. ',
    '  - ',
    '    - ',
    '> ',
    '| a | b |\n|---|---|\n| [x](y) | z |',
    '[a](https://a.test/b)',
  ],
  ...[
    '**Tier 1: A**',
    '**Tier 2: B**',
    'Beginner',
    'Advanced level',
    '[x][y]',
    '[y]: https://y.test',
    '<details>',
    '</details>',
    '<summary>S</summary>',
  ],
  ...[
    '<a href="https://q.test/?a=1&amp;b=2">q</a>',
    '<li><a href=#f>f</a>',
    '<img src="i.png" alt="i">',
    '![b](b.svg)',
    '`code`',
    '&amp;',
    '\\*',
    '**',
    '_',
  ],
  ...[
    '<!-- listwright-disable x -->',
    '<!--lint ignore y-->',
    '<!--',
    '-->',
    '```',
    ' - ',
    ' — ',
    ': ',
    '(Book)',
    'https://bare.test/x',
    'me@mail.test',
    'www.w.test',
  ],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\t',
    '  \n',
    '\uFEFF',
    '🚀 ',
    '日本語',
    'é',
    '<br>',
    '***',
    '---',
    '===',
    '[',
    ']',
    '(',
    ')',
    '<h2>H</h2>',
    '<table><tr><td>',
    '[^1]',
    '[^1]: note',
  ],
);
const markdown = fc.array(fc.oneof({ weight: 5, arbitrary: piece }, fc.string({ unit: 'binary', maxLength: 6 })), {
  maxLength: 60,
});

describe('parse is total', () => {
  test('on any list-like text', () => {
    fc.assert(
      fc.property(markdown, (pieces) => checkPositions(parse(pieces.join('')))),
      { numRuns: runs(200) },
    );
  });

  test('on any text with a byte order mark: positions count it, the tree does not change', () => {
    fc.assert(
      fc.property(markdown, (pieces) => {
        const plain = pieces.join('').replace(/^\uFEFF+/, '');
        const marked = parse(`\uFEFF${plain}`);
        checkPositions(marked);
        const bare = parse(plain);
        expect(marked.entries.map((entry) => [entry.name, entry.position.start.offset - 1])).toEqual(
          bare.entries.map((entry) => [entry.name, entry.position.start.offset]),
        );
      }),
      { numRuns: runs(75) },
    );
  });

  test.each([
    ['quotes', '>'.repeat(20_000)],
    ['bullets on one line', `${'- '.repeat(20_000)}a`],
    ['bullets on many lines', Array.from({ length: 150 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n')],
    ['emphasis', '*a '.repeat(20_000) + 'b*'.repeat(20_000)],
    ['brackets', '['.repeat(20_000)],
    ['lists in HTML', '<ul><li>'.repeat(20_000)],
    ['bold in HTML', `a${'<b>'.repeat(2_900)}`],
    ['details', `${'<details>\n\n'.repeat(300)}${'</details>\n\n'.repeat(300)}`],
  ])('on 20,000 nested %s, of which it reads the beginning', (_, text) => {
    const list = parse(`${text}\n\n## Kilns\n\n- [Wood](https://wood.test) - Burns oak.\n`);
    expect(list.unread).toHaveLength(1);
    expect(list.entries.at(-1)?.name).toBe('Wood');
    expect(() => checkPositions(list)).not.toThrow();
  });

  test('on six levels of bullets, which it reads', () => {
    const list = parse(
      Array.from({ length: 6 }, (_, depth) => `${'  '.repeat(depth)}- [n${depth}](https://n${depth}.test)`).join('\n'),
    );
    expect(list.unread).toEqual([]);
    expect(list.entries).toHaveLength(6);
  });
});

test.each(['demo', 'tea'])('every position of the fixture %s nests and lies inside the text', (name) => {
  const text = readFileSync(new URL(`../../fixtures/${name}/README.md`, import.meta.url), 'utf8');
  const list = parse(text, { path: 'README.md' });
  expect(list.entries.length).toBeGreaterThan(5);
  expect(() => checkPositions(list)).not.toThrow();
});
