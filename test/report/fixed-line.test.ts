import { describe, expect, test } from 'vitest';
import { fix, lint } from '../../src/index.js';
import type { Edit, Fix } from '../../src/model/finding.js';
import { fixedLinesOf } from '../../src/report/fixed-line.js';
import { linesOf } from '../../src/text/lines.js';

const safe = (...edits: readonly Edit[]): Fix => ({ safe: true, edits });
const lineOf = (text: string, line: number, ...fixes: readonly Fix[]) =>
  fixedLinesOf(
    text,
    linesOf(text),
    fixes.map((one) => ({ fix: one, places: one.edits.length > 1 ? [linesOf(text).place(6, 8)] : null })),
  )(line);

describe('a line as fixing leaves it', () => {
  test('has every edit that lies in it, those of one fix for many places and those that touch too', () => {
    const text = 'ab cd\nef\n';
    const many = safe({ start: 3, end: 5, text: 'CD' }, { start: 6, end: 8, text: 'EF' });
    expect(lineOf(text, 1, many, safe({ start: 5, end: 5, text: '.' }))).toBe('ab CD.');
    expect(lineOf(text, 2, many)).toBe('EF');
    expect(lineOf(text, 1, many, many)).toBe('ab CD');
  });

  test('is not known where edits overlap, are in doubt, or join lines', () => {
    const text = 'ab cd\nef\n';
    const one = safe({ start: 0, end: 4, text: 'X' });
    expect(lineOf(text, 1, one, safe({ start: 3, end: 5, text: 'Y' }))).toBe(null);
    expect(lineOf(text, 1, safe({ start: 1, end: 1, text: 'X' }), safe({ start: 1, end: 1, text: 'Y' }))).toBe(null);
    expect(lineOf(text, 1, one, safe({ start: 5, end: 6, text: ' ' }))).toBe(null);
    expect(lineOf(text, 1, { safe: false, edits: one.edits })).toBe(null);
    // The near miss: a line that comes after it.
    expect(lineOf(text, 1, one, safe({ start: 5, end: 5, text: '\nnew' }))).toBe('Xd');
  });

  test('is not known where a fix of several lines is about one thing', () => {
    const swap = safe({ start: 0, end: 2, text: 'ef' }, { start: 3, end: 5, text: 'ab' });
    const text = 'ab\nef\n';
    expect(fixedLinesOf(text, linesOf(text), [{ fix: swap, places: null }])(1)).toBe(null);
  });

  test('is the line that --fix writes', async () => {
    const entries = [
      '- [Warp](http://warp.test/) - holds the warp of github',
      '* [Weft]( http://weft.test/ )  -  brings javascript to github',
      '- [Reed](http://reed.test/) - Beats the the weft ',
      '- [Shed](https://shed.test/?utm_source=a) – opens for the shuttle',
      '- [Heddle](http://heddle.test/): lifts threads of youtube',
    ];
    const text = `# Awesome Looms\n\nMachines that make cloth.\n\n## Looms\n\n${entries.join('\n')}\n`;
    const findings = await lint(text);
    const fixed = fixedLinesOf(text, linesOf(text), findings);
    const written = (await fix(text)).text.split('\n');
    const shown = entries.map((_, index) => fixed(7 + index)).filter((line) => line !== null);
    expect(shown.length).toBeGreaterThan(2);
    for (const line of shown) expect(written).toContain(line);
  });
});
