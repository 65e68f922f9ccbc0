import { expect, test } from 'vitest';
import { lint } from '../../src/index.js';

const said = async (description: string): Promise<readonly string[]> =>
  (await lint(`# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - ${description}\n`, { preset: 'awesome' }))
    .filter(({ rule }) => rule === 'balanced-punctuation')
    .map(({ message }) => message);

test.each([
  ['Light, strong) and smooth.', 'Unmatched `)` in `Light, strong) and smooth.`; remove it or add a matching `(`'],
  [
    'See https://gist.example/some-user/8bf958302b9fd25b698f) for more.',
    'Unmatched `)` in `…/some-user/8bf958302b9fd25b698f) for more.`; remove it or add a matching `(`',
  ],
  [
    'It is a lightweight-ripstop-nylon) cloth.',
    'Unmatched `)` in `lightweight-ripstop-nylon) cloth.`; remove it or add a matching `(`',
  ],
  [
    'Says abc4|56minicpm|2b|65d48bf958302b9fd25b698fed) here.',
    'Unmatched `)` in `…56minicpm|2b|65d48bf958302b9fd25b698fed) here.`; remove it or add a matching `(`',
  ],
  ['Sews `silk` (a cloth and `hemp`.', 'Unclosed `(` in `(a cloth and`; close it with `)` or remove it'],
  ['Sews `silk` (`hemp`.', 'Unclosed `(`; close it with `)` or remove it'],
])('quotes whole words around a mark: %s', async (description, message) => {
  expect(await said(description)).toEqual([message]);
});
