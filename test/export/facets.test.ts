import { describe, expect, test } from 'vitest';
import { facetsOf } from '../../src/export/page/facets.js';
import { entry, listWith } from './exported.js';

/** The filters of a list whose entries have these values of a field. */
const filtersFor = (values: readonly (string | null)[]): readonly (readonly string[])[] =>
  facetsOf(
    listWith(
      values.map((license, n) =>
        entry({ name: `Pen ${n}`, url: `https://p${n}.example/`, fields: license === null ? null : { license } }),
      ),
    ),
  ).map(({ values: offered }) => offered);
const times = (count: number, value: string): readonly string[] => Array.from({ length: count }, () => value);
const numbered = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `License ${n}`);

describe('a field is a filter', () => {
  test('where entries share its values', () => {
    expect(filtersFor(['MIT', 'MIT', 'ISC', null])).toEqual([['ISC', 'MIT']]);
  });

  test('but not where most entries have a value of their own, or all have the same', () => {
    expect(filtersFor([...numbered(8), 'MIT', 'MIT'])).toEqual([]);
    expect(filtersFor(times(5, 'MIT'))).toEqual([]);
  });

  test('with its most frequent values where there are many', () => {
    const common = numbered(70).flatMap((name, n) => times(n < 50 ? 4 : 1, name));
    const [offered] = filtersFor(common);
    expect(offered?.length).toBe(50);
    expect(offered).not.toContain('License 60');
  });
});
