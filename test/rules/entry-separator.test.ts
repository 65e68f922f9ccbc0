import { expect, test } from 'vitest';
import { lint } from '../../src/index.js';

const said = async (separators: readonly string[], style: string): Promise<readonly string[]> => {
  const entries = separators.map(
    (separator, index) => `- [Sail ${index}](https://sail${index}.example/)${separator}Cloth.\n`,
  );
  const rules = { 'entry-separator': ['warning', { style }] } as const;
  return (await lint(`# Kites\n\n## Sails\n\n${entries.join('')}`, { preset: 'minimal', rules })).map(
    ({ message }) => message,
  );
};

test.each([
  [' – ', ' - ', 'Separator ` – ` (en dash) after `Sail 0`; use ` - ` (hyphen)'],
  [' - ', ' — ', 'Separator ` - ` (hyphen) after `Sail 0`; use ` — ` (em dash)'],
  ['：', ': ', 'Separator `：` (full-width colon) after `Sail 0`; use `: ` (colon)'],
  [': ', ' - ', 'Separator `: ` after `Sail 0`; use ` - `'],
  ['  - ', ' - ', 'Wrong spacing around `-` after `Sail 0`; use ` - `'],
])('names separators that look alike: %j instead of %j', async (found, style, message) => {
  expect(await said([found], style)).toEqual([message]);
});

test('names the separator once where several kinds differ from it', async () => {
  const kinds = [' – ', ' – ', ' — ', ': ', ': ', ': '];
  expect(await said(kinds, ' - ')).toEqual([
    '6 entries do not use ` - ` (hyphen) as the separator, such as `Sail 0`; use it in all of them',
  ]);
  expect(
    await said(
      kinds.map((kind) => (kind === ': ' ? kind : ' ')),
      ' - ',
    ),
  ).toEqual(['6 entries do not use ` - ` as the separator, such as `Sail 0`; use it in all of them']);
});
