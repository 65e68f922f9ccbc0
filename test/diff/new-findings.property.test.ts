import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../properties/runs.js';
import { caused, heard } from './lint-both.js';

const entries = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 15 });
const tails = [' - Of clay.', ' - Of clay', '', ' - Of [tin](http://tin.test).', '  '];
const list = (numbers: readonly number[]) =>
  `# T\n\n## A\n\n${numbers.map((one) => `- [Pot ${one}](http${one % 3 ? 's' : ''}://p${one % 11}.test)${tails[one % 5]}\n`).join('')}`;

test('a list against itself, below a new heading or behind new prose causes nothing', () => {
  fc.assert(
    fc.property(entries, (numbers) => {
      const text = list(numbers);
      expect(caused(text, text)).toEqual([]);
      expect(caused(text, text.replace('# T\n', '# T\n\nOf pots\nand pans.\n'))).toEqual([]);
    }),
    { numRuns: runs(30) },
  );
});

test('the findings that are caused are findings of the head, and no more than it has more', () => {
  const rules = ['description-end', 'url-https'];
  fc.assert(
    fc.property(entries, entries, (one, other) => {
      const [before, after] = [list(one), list(other)];
      const said = caused(before, after, rules, false);
      const all = heard(after, rules, 'README.md', false).findings.flatMap((each) => [each, ...(each.places ?? [])]);
      expect(said.every((finding) => all.some((each) => each.start.offset === finding.start.offset))).toBe(true);
      // What stands in both states is old, wherever it stands.
      const fresh = other.filter((number) => !one.includes(number)).map((number) => `[Pot ${number}]`);
      const lines = after.split('\n');
      expect(said.every(({ start }) => fresh.some((name) => lines[start.line - 1]?.includes(name)))).toBe(true);
    }),
    { numRuns: runs(30) },
  );
});
