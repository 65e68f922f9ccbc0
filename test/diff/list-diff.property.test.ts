import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Changes, changesBetween } from '../../src/diff/list-diff.js';
import { lineChanges } from '../../src/diff/new-lines.js';
import { parse } from '../../src/parse/parse.js';
import { runs } from '../properties/runs.js';

const between = (before: string, after: string): Changes => changesBetween(parse(before), parse(after));

const name = fc.constantFrom('Pot', 'Pan', 'Cup', 'Urn', 'Docs', 'Wok', 'Ähre', '`x`', '*y*');
const url = fc.constantFrom(
  'https://a.test/',
  'http://www.a.test',
  'https://b.test/x?y=1',
  '#clay',
  'docs/a.md',
  '',
  'mailto:x@y.test',
);
const entry = fc
  .tuple(name, url, fc.constantFrom('', ' - Of clay.', ' - Of [tin](https://tin.test)', '  '))
  .map(([label, link, rest]) => `- ${link === '' ? label : `[${label}](${link})`}${rest}`);
const line = fc.oneof(
  { weight: 6, arbitrary: entry },
  { weight: 2, arbitrary: entry.map((text) => `  ${text}`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('## Clay', '### Tin', '## Clay', '#### Tier 1', '#### Tier 2', '- Tier 1: A', ''),
  },
  { weight: 1, arbitrary: fc.string() },
);
const text = fc.array(line, { maxLength: 40 }).map((lines) => `# T\n\n## First\n\n${lines.join('\n')}\n`);

test('a list differs from itself in nothing', () => {
  fc.assert(
    fc.property(text, (one) => {
      const { added, changed, moved, links, sections, renamed, lines } = between(one, one);
      expect([...added, ...changed, ...moved, ...links, ...sections, ...renamed]).toEqual([]);
      expect(lines.size).toBe(0);
    }),
    { numRuns: runs(100) },
  );
});

test('a new order of a section adds and changes no entry, and moves all but a longest run', () => {
  const distinct = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 20 });
  const shuffled = distinct.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  const list = (numbers: readonly number[]) =>
    `# T\n\n## A\n\n${numbers.map((one) => `- [Pot ${one}](https://p.test/${one % 7}) - No. ${one}.\n`).join('')}\n## B\n\n- [Z](https://z.test)\n`;
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      const { added, changed, moved, links, lines } = between(list(one), list(other));
      expect([added, changed, links, lines.size]).toEqual([[], [], [], 0]);
      expect(moved.length).toBeLessThan(one.length);
      expect(moved.length === 0).toBe(one.join() === other.join());
    }),
    { numRuns: runs(100) },
  );
});

test('what is between any two texts is well-formed, and entries are paired once', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [parse(one), parse(other)];
      const { added, changed, pairs } = changesBetween(before, after);
      expect(new Set(pairs.entries.values()).size).toBe(pairs.entries.size);
      expect(new Set(pairs.groups.values()).size).toBe(pairs.groups.size);
      expect(added.length + pairs.entries.size).toBe(after.entries.length);
      expect(changed.every((entry) => pairs.entries.has(entry))).toBe(true);
      expect([...pairs.entries.values()].every((entry) => before.entries.includes(entry))).toBe(true);
    }),
    { numRuns: runs(100) },
  );
});

test('two long texts that have nothing in common are compared all the same', () => {
  const text = (word: string) => Array.from({ length: 40_000 }, (_, index) => `${word} ${index}\n`).join('');
  expect(lineChanges(`${text('a')}same\n`, `same\n${text('b')}`).fresh.size).toBe(40_000);
});
