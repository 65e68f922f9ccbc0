import { expect, test } from 'vitest';
import { lint, type PresetName } from '../../src/index.js';

const lines = '# Pots\r\n\r\n## Clay\r\n\r\n'.concat('- [Pot](https://clay.example/) - Of clay.\r\n'.repeat(12));

const endings = async (text: string, preset: PresetName): Promise<readonly number[]> =>
  (await lint(text, { preset })).flatMap(({ rule, start }) => (rule === 'file-encoding' ? [start.line] : []));

test.each(['awesome', 'list', 'roadmap'] as const)(
  'accepts one kind of line ending in the preset %s',
  async (preset) => {
    expect(await endings(lines, preset)).toEqual([]);
    expect(await endings(`${lines}\n`.replace('## Clay\r', '## Clay'), preset)).toEqual([3]);
  },
);

test('requires line feeds in the strict preset', async () => {
  expect(await endings(lines, 'awesome-strict')).toEqual([1]);
});
