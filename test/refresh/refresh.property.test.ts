import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folderOf, listwright } from '../cli/command.js';
import { alive, repository, writeLedger } from '../prune/ledger.js';

const entries = { format: '- [{name}]({url}) - {description}. ({stars}★)', fields: { stars: { kind: 'number' } } };
const config = JSON.stringify({ entries, refresh: { stars: 10 } });
const url = (index: number): string => `https://github.com/tea/leaf-${index}`;

/** An entry with a count in a form that lists have, and what a service says of it; null where it says nothing. */
const tea = fc.record({
  shown: fc.oneof(
    fc.nat({ max: 5000 }).map(String),
    fc.integer({ min: 1000, max: 99_999 }).map((count) => count.toLocaleString('en-US')),
    fc.integer({ min: 10, max: 990 }).map((tens) => `${(tens / 10).toFixed(1)}k`),
    fc.constant('many'),
  ),
  stars: fc.option(fc.nat({ max: 200_000 })),
});
/** A text with every count as `0`. */
const withoutCounts = (text: string): string => text.replace(/\((?:\d[\d,.]*k?)★\)/g, '(0★)');

test('refresh changes counts alone, only where they differ, and twice is once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(tea, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('\n', '\r\n'),
      async (teas, end) => {
        const rows = teas.map(({ shown }, index) => `- [Leaf ${index}](${url(index)}) - Has 12 leaves. (${shown}★)`);
        const text = ['# Awesome Tea', '', '1,234 kinds, and 5★ each.', '', '## Teas', '', ...rows, ''].join(end);
        const folder = folderOf({ 'README.md': text, 'listwright.config.json': config });
        const known = teas.flatMap(({ stars }, index) =>
          stars === null ? [] : [alive(url(index), { facts: repository({ stars }) })],
        );
        const ledger = writeLedger(join(folder, 'cache', 'ledger.jsonl'), known);
        const run = () => listwright(folder, ['refresh', '--ledger', ledger, '--write']);
        expect((await run()).status).toBe(0);
        const after = readFileSync(join(folder, 'README.md'), 'utf8');
        expect(withoutCounts(after)).toBe(withoutCounts(text));
        const lines = after.split(end);
        for (const [index, { shown, stars }] of teas.entries()) {
          const isSame = stars === null || shown === 'many' || shown === String(stars);
          if (isSame) expect(lines[6 + index]).toBe(rows[index]);
          const isFar =
            stars !== null && /^\d+$/.test(shown) && Math.abs(stars - Number(shown)) > Number(shown) / 4 + 2;
          if (isFar) expect(lines[6 + index]).not.toBe(rows[index]);
        }
        await run();
        expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe(after);
      },
    ),
    { numRuns: 25 },
  );
});
