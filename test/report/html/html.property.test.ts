import { describe, expect, test } from 'vitest';
import { html } from '../../../src/report/html/html.js';
import { type Met, readDocument } from '../document.js';
import { factsOf, list, manyFindings } from '../hostile.js';
import { reportOf, row } from '../made.js';

const facts = factsOf();
const countOf = (met: readonly Met[], attribute: string) =>
  met.filter(({ attributes }) => attribute in attributes).length;

describe('a page of thousands', () => {
  test('many findings of one rule are folded, few are not', () => {
    const groups = readDocument(html(reportOf([list], manyFindings()), facts)).filter(({ attributes }) =>
      attributes.class?.split(' ').includes('group'),
    );
    const folded = groups.filter(({ attributes }) => !('open' in attributes) && attributes['data-v'] === 'error');
    expect(folded).toHaveLength(1);
    expect(groups.filter(({ attributes }) => 'open' in attributes).length).toBeGreaterThan(100);
  });

  test('5,000 links make a page of less than 3 MB', () => {
    const links = Array.from({ length: 5000 }, (_, n) => row(`https://host-${n % 700}.example/some/usual/path/${n}`));
    const sourceOf = () => `https://github.com/owner/awesome-things/blob/${'a'.repeat(40)}/README.md?plain=1`;
    const text = html(reportOf([list], [], { command: 'check', links }), { ...facts, sourceOf });
    expect(text.length).toBeLessThan(3_000_000);
    expect(countOf(readDocument(text), 'data-s')).toBe(5000);
  });

  test('beyond 20,000 rows it says how many are left out', () => {
    const links = Array.from({ length: 20_002 }, (_, n) => row(`https://a.example/${n}`));
    const text = html(reportOf([list], [], { command: 'check', links }), facts);
    expect(text).toContain('<p>2 rows are not shown here; the JSON report has all.</p>');
    expect(text.split('<li data-s').length - 1).toBe(20_000);
  });
});
