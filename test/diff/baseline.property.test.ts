import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyBaseline, baselineRows, readBaseline, writeBaseline } from '../../src/diff/baseline.js';
import { runs } from '../properties/runs.js';
import { heard } from './lint-both.js';

test('what was written is known, and nothing of it is stale', () => {
  const line = fc.oneof(
    fc
      .tuple(
        fc.string({ unit: 'binary', maxLength: 8 }),
        fc.constantFrom('http://a.test', 'https://b.test/x', '', '#x', 'a.md'),
      )
      .map(([label, url]) => `- [${label}](${url}) - of clay`),
    fc.constantFrom('## A', '### B', '- Tier 1: A', '- [Pot](http://p.test)  ', 'Clay.  ', ''),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const one = heard(`# T\n\n## A\n\n${lines.join('\n')}`);
      const scope = { paths: [one.list.path], rules: null };
      const written = writeBaseline(baselineRows(one.findings, one.list), scope);
      const { kept, known, stale } = applyBaseline(one.findings, one.list, readBaseline(written, 'baseline.json'));
      expect([kept, known, stale]).toEqual([[], one.findings, []]);
    }),
    { numRuns: runs(100) },
  );
});
