import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lint } from '../../src/api/lint.js';
import type { List } from '../../src/model/list.js';
import { parse } from '../../src/parse/parse.js';
import { removeEntries } from '../../src/prune/remove-entries.js';
import { lists } from '../properties/lists.js';

const read = (text: string): List => parse(text, { path: 'README.md' });
/** The lines of a text, empty ones at its end left out. */
const linesOf = (text: string): readonly string[] => text.replace(/[\r\n]+$/, '').split(/\r\n|\n|\r/);
const without = (line: string): string => line.replace(/\d[\d,]*/g, '0');

/** Rules about how many entries a section has: fewer is what was asked for. */
const aboutCounts = new Set(['no-empty-section', 'section-size', 'toc-present']);

test('removing entries removes lines, keeps the others in order, and twice is once', () => {
  fc.assert(
    fc.property(lists, fc.array(fc.nat(30), { maxLength: 6 }), (text, picks) => {
      const list = read(text);
      const ended = list.entries.filter((_, index) => picks.includes(index));
      const { text: after, removed, left } = removeEntries(list, ended, null, read);
      const rest = linesOf(text).map(without);
      let at = 0;
      for (const line of linesOf(after).map(without)) {
        const found = rest.indexOf(line, at);
        expect(found).toBeGreaterThanOrEqual(at);
        at = found + 1;
      }
      const again = read(after);
      expect(again.entries.map(({ url }) => url)).toEqual(
        list.entries.filter((entry) => !removed.includes(entry)).map(({ url }) => url),
      );
      const kept = list.entries.filter((entry) => !removed.includes(entry));
      const still = left.flatMap(({ entry }) => again.entries[kept.indexOf(entry)] ?? []);
      expect(still.length).toBe(left.length);
      expect(removeEntries(again, still, null, read).text).toBe(after);
    }),
    { numRuns: 40 },
  );
});

const names = ['Ash', 'Birch', 'Cedar', 'Elm', 'Fir', 'Hazel', 'Larch', 'Maple', 'Oak', 'Pine'];
const tidy = fc.array(fc.subarray(names, { minLength: 3 }), { minLength: 2, maxLength: 4 }).map((sections) => {
  const titles = sections.map((_, index) => `Wood ${String.fromCharCode(65 + index)}`);
  const contents = titles.map((title) => `- [${title}](#${title.toLowerCase().replace(' ', '-')})\n`).join('');
  const body = sections.map((own, index) => {
    const rows = own.map(
      (name) => `- [${name} ${titles[index]}](https://${name.toLowerCase()}${index}.example/) - Grows.\n`,
    );
    return `\n## ${titles[index]}\n\n${rows.join('')}`;
  });
  return `# Awesome Wood [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n\n> Trees that carry kites.\n\n## Contents\n\n${contents}${body.join('')}`;
});

test('lint finds nothing more after entries were removed', async () => {
  await fc.assert(
    fc.asyncProperty(tidy, fc.array(fc.nat(40), { minLength: 1, maxLength: 8 }), async (text, picks) => {
      const list = read(text);
      const ended = list.entries.filter((_, index) => picks.includes(index));
      const { text: after, left } = removeEntries(list, ended, null, read);
      expect(left).toEqual([]);
      const found = async (each: string) =>
        (await lint(each, { preset: 'awesome' })).filter(({ rule }) => !aboutCounts.has(rule)).map(({ rule }) => rule);
      const before = new Set(await found(text));
      expect((await found(after)).filter((rule) => !before.has(rule))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
