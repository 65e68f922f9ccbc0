import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CoveredRange } from '../../src/lint/directive-ranges.js';
import { innermostAreas } from '../../src/lint/innermost-areas.js';
import { parse } from '../../src/parse/parse.js';
import { runs } from '../properties/runs.js';

const list = parse(
  '- [Loom](https://loom.example/)\n- [Reed](https://reed.example/) and [Comb](https://comb.example/)\n',
);
const [directive] = parse('<!-- listwright-disable -->\n').directives;

/** An area over some of the list, or over the links of one of its entries, for all rules or for some. */
const area = fc
  .record({
    start: fc.nat(100),
    length: fc.nat(60),
    woken: fc.nat(100),
    rules: fc.option(fc.uniqueArray(fc.constantFrom('a', 'b'), { minLength: 1 })),
    linksOf: fc.option(fc.constantFrom(...list.entries), { freq: 2 }),
  })
  .map(({ start, length, woken, rules, linksOf }): CoveredRange => {
    if (directive === undefined) throw new Error('the directive is not read');
    const end = start + length;
    const endFor = (rule: string): number => (rule === 'a' && woken > start ? Math.min(end, woken) : end);
    return { directive, start, end, endFor, linksOf, rules: rules === null ? null : new Set(rules), isExpired: false };
  });

test('the innermost area of a place is the last that covers it', () => {
  fc.assert(
    fc.property(
      fc.array(area, { maxLength: 12 }),
      fc.constantFrom('a', 'b', 'c'),
      fc.nat(list.text.length - 1),
      fc.option(fc.constantFrom(...list.links)),
      (areas, rule, offset, link) => {
        const covers = ({ rules, linksOf, start, endFor }: CoveredRange): boolean => {
          if (rules !== null && !rules.has(rule)) return false;
          if (linksOf === null) return start <= offset && offset < endFor(rule);
          if (link !== null) return linksOf.links.includes(link);
          const around = linksOf.links.flatMap(({ position, urlPosition }) => [position, urlPosition]);
          return around.some((place) => place.start.offset <= offset && offset < place.end.offset);
        };
        const found = innermostAreas(areas)(rule, list.place(offset, offset), link);
        expect(found).toBe(areas.findLast(covers) ?? null);
      },
    ),
    { numRuns: runs(300) },
  );
});
