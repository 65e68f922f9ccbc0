import { describe, expect, it } from 'vitest';
import descriptionEnd from '../../rules/description-end.js';
import { lint } from '../../src/lint/lint.js';
import { noFiles } from '../../src/model/files.js';
import { parse } from '../../src/parse/parse.js';
import { setting } from '../rules/lint-with.js';

const lines = (count: number, description: string): string =>
  '- [Sail](https://sail.example/) - '.concat(description, '\n').repeat(count);

/** Whether the first fix is applied without being asked for. */
function isSafe(text: string, style: string): boolean | undefined {
  const { findings } = lint(parse(text), { rules: [setting(descriptionEnd, { style })], files: noFiles });
  return findings[0]?.fix?.safe;
}

describe('fixes of a convention that was learnt', () => {
  it('are safe where 95% of the cases follow it, or all but one of ten', () => {
    expect(isSafe(lines(57, 'Cloth.') + lines(3, 'Cloth'), 'consistent')).toBe(true);
    expect(isSafe(lines(9, 'Cloth.') + lines(1, 'Cloth'), 'consistent')).toBe(true);
  });

  it('are suggestions where fewer do, and where there are too few cases', () => {
    expect(isSafe(lines(56, 'Cloth.') + lines(4, 'Cloth'), 'consistent')).toBe(false);
    expect(isSafe(lines(8, 'Cloth.') + lines(1, 'Cloth'), 'consistent')).toBe(false);
  });

  it('are suggestions where they would change more than 3% of the lines', () => {
    expect(isSafe(lines(192, 'Cloth.') + lines(8, 'Cloth'), 'consistent')).toBe(false);
    expect(isSafe(lines(194, 'Cloth.') + lines(6, 'Cloth'), 'consistent')).toBe(true);
  });

  it('are safe for any number of lines where the option is set', () => {
    expect(isSafe(lines(25, 'Cloth.') + lines(8, 'Cloth'), 'always')).toBe(true);
  });
});
