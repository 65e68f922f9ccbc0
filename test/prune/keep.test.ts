import { expect, test } from 'vitest';
import { entryKey } from '../../src/lint/entry-key.js';
import type { List } from '../../src/model/list.js';
import { parse } from '../../src/parse/parse.js';
import { keepEntries } from '../../src/prune/keep.js';

const read = (text: string): List => parse(text, { path: 'README.md' });
const keep = (text: string, ...names: string[]): string => {
  const list = read(text);
  const keys = list.entries.filter(({ name }) => names.includes(name)).map((entry) => entryKey(entry, list.path));
  return keepEntries(list, new Set(keys), { name: 'prune', until: '2027-01-01', reason: 'unticked' }, read);
};
const comment = '<!-- listwright-except prune until 2027-01-01: unticked -->';

test('an entry that is kept gets the comment, and no other of its URL', () => {
  const text = `# Kites

## Box (2)

- [Cody](https://cody.example/) - Large.
- [Roller](https://roller.example/) - Light.

## Old

- [Cody](https://cody.example/) - Older.
- [Cody II](https://cody.example/) - Newer.
`;
  const [first, , third, fourth] = read(text).entries.map((entry) => entryKey(entry, 'README.md'));
  expect(new Set([first, third, fourth]).size).toBe(3);
  expect(keep(text, 'Cody II')).toBe(text.replace('Newer.', `Newer. ${comment}`));
  expect(keep(text, 'Roller')).toBe(text.replace('Light.', `Light. ${comment}`));
  expect(keep(text, 'None')).toBe(text);
});

test('an entry is found again below other lines and other counts', () => {
  const before = read(
    '# Kites\n\n## Box (2)\n\n- [Roller](https://roller.example/) - Light.\n- [Cody](https://cody.example/) - Large.\n',
  );
  const after = read('# Kites\n\n> Toys.\n\n## Box (1)\n\n- [Cody](https://cody.example/) - Larger.\n');
  expect(after.entries.map((entry) => entryKey(entry, 'README.md'))).toEqual([
    entryKey(before.entries[1] ?? expect.fail(), 'README.md'),
  ]);
});
