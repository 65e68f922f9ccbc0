import { expect, test } from 'vitest';
import { lint, type PresetName } from '../../src/index.js';

const lines = '# Pots\r\n\r\n## Clay\r\n\r\n'.concat('- [Pot](https://clay.example/) - Of clay.\r\n'.repeat(12));

const endings = async (text: string, preset: PresetName): Promise<readonly string[]> =>
  (await lint(text, { preset })).flatMap(({ rule, severity, start }) =>
    rule === 'file-encoding' ? [`${severity} ${start.line}`] : [],
  );

test.each(['awesome', 'list', 'roadmap'] as const)('CR LF is a note in the preset %s', async (preset) => {
  expect(await endings(lines, preset)).toEqual(['info 1']);
  expect(await endings(lines.replaceAll('\r', ''), preset)).toEqual([]);
});

test('CR LF is an error in the strict preset', async () => {
  expect(await endings(lines, 'awesome-strict')).toEqual(['error 1']);
});
