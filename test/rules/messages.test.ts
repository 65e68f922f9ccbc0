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
  [
    '- [Silk](https://silk.example/) - A \u2068`cloth`.\n',
    'Invisible character U+2068 (direction mark) between a space and a backtick; delete it',
  ],
  ['- [Silk](https://silk.example/) - A cloth of\u00a0 ¿Qué.\n', 'Extra U+00A0 (no-break space) after `of`; delete it'],
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
  ['[Kit](https://kit.example/a b.pdf)', 'a link', 'a space', 'https://kit.example/a%20b.pdf'],
  ['[Kit](https://kit.example/a b c.pdf)', 'a link', 'spaces', 'https://kit.example/a%20b%20c.pdf'],
  ['[Kit](https:// kit.example/a)', 'a link', 'a space', 'https://kit.example/a'],
  ['[Kit](#my kit)', 'a link', 'a space', '#my-kit'],
  ['![Kit](my kit.png)', 'an image', 'a space', 'my%20kit.png'],
])('says that a URL contains spaces: %s', async (link, what, spaces, url) => {
  expect(await said('entry-link-syntax', `# Kites\n\n- Fly ${link} now.\n`)).toEqual([
    `\`${link}\` is not ${what} because its URL contains ${spaces}; use \`${url}\``,
  ]);
});

test.each([
  ['[Kit] (https://kit.example/)', 'space after `]`; remove it'],
  ['[Kit]  (https://kit.example/)', 'spaces after `]`; remove them'],
])('says that spaces break a link: %s', async (link, cause) => {
  expect(await said('entry-link-syntax', `- ${link} - A kite.\n`)).toEqual([
    `\`${link.replace('  ', ' ')}\` is not a link because of the ${cause}`,
  ]);
});

test('says that two copies may be intended only where they are neither errors nor forbidden', async () => {
  const text = (count: number): string => {
    const pots = Array.from({ length: count }, (_, one) => `- [Pot ${one}](https://clay.example/${one}) - Of clay.\n`);
    return `# Pots\n\n## A\n\n${pots.join('')}\n## B\n\n${pots.join('')}`;
  };
  const advice = 'unless both are intended';
  for (const count of [1, 3]) {
    const accepting = await said('no-duplicate-url', text(count), { scope: 'document', graded: true });
    for (const message of accepting) expect(message).toContain(advice);
    expect(accepting).not.toEqual([]);
    for (const options of [{ graded: false }, { crossList: false }]) {
      const refusing = await said('no-duplicate-url', text(count), { scope: 'document', ...options });
      for (const message of refusing) expect(message).not.toContain(advice);
      expect(refusing.length).toBeGreaterThan(0);
    }
  }
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

test('cuts a long word next to an invisible character with an ellipsis', async () => {
  expect(
    await said('no-invisible-characters', '- [Silk](https://silk.example/)\u00a0- A cloth.\n', { graded: false }),
  ).toEqual(['U+00A0 (no-break space) instead of a regular space after `…tps://silk.example/)`; replace it']);
});

test.each([
  ['<https://silk.example/"a>', 'a quotation mark, `"`'],
  ['[Silk](https://silk.example/a>b)', 'an angle bracket, `>`'],
])('says what a URL cannot contain: %s', async (link, what) => {
  expect(await said('url-wellformed', `- ${link} - A cloth.\n`)).toEqual([
    expect.stringContaining(`contains ${what}; remove it`),
  ]);
});

test.each([
  ['Silk is a cloth.', '`Silk is`; remove these words'],
  ['Silk provides cloth.', '`Silk provides`; remove the name'],
  ['Silk: a cloth.', '`Silk:`; remove it'],
])('says what of a description to remove: %s', async (description, end) => {
  expect(await said('description-no-name', `- [Silk](https://silk.example/) - ${description}\n`)).toEqual([
    `The description of \`Silk\` begins with ${end}`,
  ]);
});

test('names what turns the direction of a message', async () => {
  expect(
    await said('description-end', '- [Si\u202Elk](https://silk.example/) - A cloth\n', { style: 'always' }),
  ).toEqual(['The description of `Si<U+202E>lk` should end with a period']);
});
