import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import type { Severity } from '../../../src/model/finding.js';
import type { Reason } from '../../../src/model/reasons.js';
import { charactersOf } from '../../../src/report/terminal/text-width.js';
import { finding, listOf, reportOf, row, shown } from '../made.js';
import { hostile, unwanted } from './hostile-text.js';

test('no line is wider than the terminal, whatever the list and the findings hold', async () => {
  const piece = fc.constantFrom('a', 'warp ', 'weft', ' ', '織', '🧵', '👩‍🌾', 'é', '\t', '`', '—', ...hostile);
  const words = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  const spot = fc.record({
    at: fc.nat(),
    length: fc.nat({ max: 90 }),
    message: words,
    rule: fc.constantFrom('link-suspect', 'link-broken', 'link-moved', 'some-rule'),
    fix: fc.option(fc.record({ safe: fc.boolean(), text: words })),
    severity: fc.constantFrom<Severity>('error', 'warning', 'info'),
  });
  await fc.assert(
    fc.asyncProperty(
      ...[words, words, fc.array(spot, { maxLength: 14 }), fc.integer({ min: 40, max: 130 }), fc.boolean(), words],
      async (title, description, spots, width, unicode, evidence) => {
        const any = listOf(`# L\n\n## T ${title}\n\n- [Reed](https://reed.example/) - ${description}.\n\n${title}\n`);
        const characters = charactersOf(any.text);
        const findings = spots.map(({ at, length, message, severity, rule, fix }) => {
          const from = at % characters.length;
          const text = characters.slice(from, from + Math.max(1, length)).join('');
          const offset = any.text.indexOf(text);
          const edits = [{ start: offset, end: offset + text.length, text: fix?.text ?? '' }];
          const facts = { severity, message: `${message} ${evidence}`, rule, url: 'u' };
          return finding(any, text, { ...facts, fix: fix === null ? null : { safe: fix.safe, edits } });
        });
        const links = [
          row('u', {
            verdict: 'suspect',
            reason: (evidence || null) as Reason | null,
            evidence: [evidence],
            finalUrl: 'v',
          }),
        ];
        const report = reportOf([any], findings, { command: 'check', links, suppressed: 12 });
        const rules = [{ id: 'some-rule', summary: title, url: null }];
        for (const line of (await shown(report, [any], { width, unicode, rules })).split('\n')) {
          const address = line.includes('://') && !/[│|]/.test(line);
          if (!address) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
          expect(line).not.toMatch(unwanted);
        }
      },
    ),
    { numRuns: 150 },
  );
});
