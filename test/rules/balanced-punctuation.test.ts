import { expect, test } from 'vitest';
import { lint } from '../../src/index.js';

const said = async (description: string): Promise<readonly string[]> =>
  (await lint(`# Kites\n\n## Sails\n\n- [Silk](https://silk.example/) - ${description}\n`, { preset: 'awesome' }))
    .filter(({ rule }) => rule === 'balanced-punctuation')
    .map(({ message }) => message);

test.each([
  [
    'Light, strong) and smooth.',
    'Unmatched `)` in `Silk - Light, strong) and smooth.`; remove it or add a matching `(`',
  ],
  [
    'See https://gist.example/some-user/8bf958302b9fd25b698f) for more.',
    'Unmatched `)` in `…/some-user/8bf958302b9fd25b698f) for more.`; remove it or add a matching `(`',
  ],
  [
    'It is a lightweight-ripstop-nylon) cloth.',
    'Unmatched `)` in `lightweight-ripstop-nylon) cloth.`; remove it or add a matching `(`',
  ],
])('quotes whole words around a mark: %s', async (description, message) => {
  expect(await said(description)).toEqual([message]);
});
