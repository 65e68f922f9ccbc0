import { expect, test } from 'vitest';
import { lint } from '../../src/index.js';

const said = async (rule: string, text: string, options = {}): Promise<readonly string[]> =>
  (await lint(text, { preset: 'minimal', rules: { [rule]: ['warning', options] } }))
    .filter((finding) => finding.rule === rule)
    .map(({ message }) => message);

test.each([
  [
    '- [Silk](https://silk.example/) - A cl\u200both.\n',
    'Invisible character U+200B (zero-width space) after `cl`; delete it',
  ],
  [
    '- [Silk](https://silk.example/) - A \u200bcloth.\n',
    'Invisible character U+200B (zero-width space) before `cloth.`; delete it',
  ],
  [
    '- [Silk](https://silk.example/) - A light\u00a0cloth.\n',
    'U+00A0 (no-break space) instead of a regular space after `light`; replace it',
  ],
])('says next to which word an invisible character is: %j', async (text, message) => {
  expect(await said('no-invisible-characters', text, { graded: false })).toEqual([message]);
});

test.each([
  ['[Silk ]', 'Link text `Silk ` ends with a space; remove the space'],
  ['[  Silk]', 'Link text ` Silk` starts with spaces; remove the spaces'],
  ['[ Silk ]', 'Link text ` Silk ` starts and ends with spaces; remove the spaces'],
])('says at which end of a link text spaces are: %s', async (text, message) => {
  expect(await said('entry-name', `- ${text}(https://silk.example/) - A cloth.\n`)).toEqual([message]);
});

test('says at which end of a URL spaces are', async () => {
  expect(await said('entry-link-syntax', '- [Silk]( https://silk.example/) - A cloth.\n', { padding: true })).toEqual([
    'The URL in the link `Silk` starts with a space; remove the space',
  ]);
  expect(await said('entry-link-syntax', '- [Silk](https://silk.example/ ) - A cloth.\n', { padding: true })).toEqual([
    'The URL in the link `Silk` ends with a space; remove the space',
  ]);
});

test('keeps the brackets of a long link that it suggests', async () => {
  const url = `https://silk.example/${'cloth/'.repeat(10)}`;
  expect(await said('entry-link-syntax', `- [Silk]${url}) - A cloth.\n`)).toEqual([
    expect.stringContaining('did you mean `[Silk](https://silk.example/cloth/…)`?'),
  ]);
});

test.each([
  ['by Ann Gale', '`by Ann Gale`'],
  ['_In French_ – A cloth.', '`_In French_ – A cloth.`'],
  ['with `hemp`', "`with 'hemp'`"],
])('quotes what follows a link instead of a separator: %s', async (tail, found) => {
  expect(await said('awesome-entry', `- [Silk](https://silk.example/) ${tail}\n`)).toEqual([
    `Expected \` - \` or nothing after the link \`Silk\`, but found ${found}; move that into a description after \` - \`, or remove it`,
  ]);
});

test('names the invisible character of the anchor that a link should have', async () => {
  const text = '# Tea\n\nSee [green](#-green).\n\n## \u2615\ufe0f Green\n';
  expect(await said('fragment-resolves', text)).toEqual([
    '`#-green` does not exist in this file; did you mean `#\ufe0f-green`, which contains U+FE0F (variation selector)?',
  ]);
});
