import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdown } from '../../../src/report/markdown/markdown.js';
import { countText } from '../../../src/text/plural.js';
import { factsOf, list, manyFindings } from '../hostile.js';
import { finding, reportOf } from '../made.js';
import { strayIn } from '../stray.js';

const said = (report: Parameters<typeof markdown>[0], limit?: number) =>
  markdown(report, factsOf(), limit === undefined ? {} : { limit });

describe('a page that grows too long', () => {
  const report = { ...reportOf([list], []), findings: manyFindings() };
  const unfolded = { ...report, findings: manyFindings().map((one, index) => ({ ...one, rule: `rule-${index}` })) };

  test('leaves out whole findings and says how many, errors last', () => {
    const page = said(unfolded);
    expect(page.length).toBeLessThanOrEqual(65_536);
    expect(page.length).toBeGreaterThan(64_000);
    const shown = page.match(/Number \d+ is wrong; fix it \(`rule-\d+`\)\n/g) ?? [];
    expect(page.match(/Number/g)).toHaveLength(shown.length);
    expect(page).toContain(`**${countText(6000 - shown.length)} findings are left out**`);
    expect(page).not.toContain('Number 1 ');
    expect(strayIn(page)).toEqual([]);
  });

  test('is whole where many are of one cause', () => {
    const folded = said({ ...report, findings: manyFindings().filter(({ rule }) => rule === 'some-rule') });
    expect(folded).toContain(' times** Fix what is `wrong`: lines ');
    expect(folded).not.toContain('left out');
  });

  test('counts every finding of a folded item', () => {
    const page = said({ ...report, findings: manyFindings().filter(({ rule }) => rule === 'some-rule') }, 900);
    const told = [...page.matchAll(/\*\*([\d,]+) (?:times|findings are left)/g)].map(([, count = '']) =>
      Number(count.replaceAll(',', '')),
    );
    expect(page).toContain('left out');
    expect(told.length).toBeGreaterThan(1);
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(2000);
  });

  test('keeps any limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (limit) => {
        const few = { ...unfolded, findings: unfolded.findings.slice(3480, 3520) };
        const page = said(few, limit);
        expect(page.length).toBeLessThanOrEqual(limit);
        expect(strayIn(page)).toEqual([]);
        const left = Number(/\*\*(\d+) findings? (?:is|are) left out/.exec(page)?.[1] ?? 0);
        if (page !== '') expect((page.match(/Number/g) ?? []).length + left).toBe(40);
      }),
      { numRuns: 60 },
    );
  });

  test('a finding too long for the page does not push out the others', () => {
    const found = ['Silk', 'Jib'].map((words) =>
      finding(list, words, { message: words === 'Silk' ? 'x'.repeat(900) : 'short' }),
    );
    const page = said(reportOf([list], found), 800);
    expect(page).toContain('short');
    expect(page).toContain('**1 finding is left out**');
    expect(said(reportOf([list], found), 2000)).not.toContain('left out');
  });
});
