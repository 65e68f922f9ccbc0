import { expect, test } from 'vitest';
import type { List } from '../../src/model/list.js';
import { parse } from '../../src/parse/parse.js';
import { keepEntries } from '../../src/prune/keep.js';

const read = (text: string): List => parse(text, { path: 'README.md' });
const keep = (text: string, ...urls: string[]): string =>
  keepEntries(read(text), new Set(urls), { until: '2027-01-01', reason: 'unticked' }, read);
const comment = '<!-- listwright-except prune until 2027-01-01: unticked -->';

test('every entry of a URL that is kept gets the comment, and no other', () => {
  const text = `# Kites

## Box

- [Cody](https://cody.example/) - Large.
- [Roller](https://roller.example/) - Light.

## Old

- [Cody](https://cody.example/) - Older.
`;
  expect(keep(text, 'https://cody.example/')).toBe(
    text.replace('Large.', `Large. ${comment}`).replace('Older.', `Older. ${comment}`),
  );
  expect(keep(text, 'https://roller.example/')).toBe(text.replace('Light.', `Light. ${comment}`));
  expect(keep(text, 'https://none.example/')).toBe(text);
});
