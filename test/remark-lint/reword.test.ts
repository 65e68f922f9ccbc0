import { beforeAll, describe, expect, test } from 'vitest';
import { loadStyle, styleRows, styleRules } from '../../src/remark-lint/bundle.js';
import { reword } from '../../src/remark-lint/reword.js';
import { listen } from './listen.js';

describe('messages of bundled plugins', () => {
  beforeAll(() => loadStyle(styleRules.map((rule) => rule.id)));

  test('are all reworded', () => {
    const said = styleRows.flatMap(({ name, wrong }) =>
      listen(
        styleRules.filter(({ id }) => id === `style/${name}`),
        wrong.text,
        wrong.path,
      ).map(({ message }) => message),
    );
    expect(said.filter((message) => /^(?:Unexpected|Should)\b|undefined/.test(message))).toEqual([]);
    expect(said.length).toBeGreaterThanOrEqual(styleRows.length);
    expect(said.filter((message) => !message.includes('; '))).toEqual([]);
  });

  test('say what is there and what to write', () => {
    expect(
      [
        'Unexpected `2` spaces between list item marker and content, expected `1` space, remove `1` space',
        'Unexpected `0` spaces between cell edge and content, expected `1` space, add `1` space',
        'Unexpected `0` spaces between cell content and edge, expected between `1` (unaligned) and `5` (aligned) spaces, add between `5` and `1` space',
        'Unexpected unaligned cell, expected aligned pipes, add `64` spaces',
        'Unexpected unaligned cell, expected aligned pipes, add `1` space (or add `-` to pad alignment row cells)',
        'Unexpected `1` space between block quote marker and content, expected `2` spaces, add `1` space',
        'Unexpected reference to undefined definition, expected corresponding definition (`actual`) for a link or escaped opening bracket (`\\[`) for regular text',
        'Unexpected `1` space before heading, expected `0` spaces, remove `1` space',
      ].map(reword),
    ).toEqual([
      '2 spaces after the bullet or number; use 1',
      'No space before the cell text; use 1',
      'No space after the cell text; use 1, or 5 to align the column',
      'This column is not aligned; add 64 spaces',
      'This column is not aligned; add 1 hyphen or space',
      'No space after `>`; use 1',
      'Link reference `[actual]` is not defined; define it, or write `\\[actual]` if it is not a link',
      'This heading is indented by 1 space; remove it',
    ]);
  });

  test('stay as they are where they are not known', () => {
    expect(reword('Unexpected tea in the pot')).toBe('Unexpected tea in the pot');
  });
});
