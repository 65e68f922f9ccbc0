import { expect, test } from 'vitest';
import { builtinRules as rules } from '../../src/config/builtin-rules.js';
import { resolveSettings } from '../../src/config/resolve.js';
import type { PresetName } from '../../src/model/rule.js';
import { run } from '../../src/pipeline/run.js';
import { folderOf } from '../cli/command.js';

/** What a run says of a text, and what its safe fixes make of it. */
async function outcome(text: string, preset?: PresetName) {
  const cwd = folderOf({ 'README.md': text });
  const settings = await resolveSettings({}, { ledger: false, offline: true, ...(preset && { preset }) }, [], {
    ...{ rules, cwd, configFile: null, reporters: ['json'], userAgent: 'loom', ledger: 'never', vantage: 'local' },
  });
  const { report, files, notices } = await run(
    { command: 'lint', paths: [], settings, rules, fix: 'safe', stdinFilename: 'README.md' },
    {
      ...{ cwd, version: '9.9.9', signal: new AbortController().signal, now: () => 1_700_000_000_000 },
      stdin: () => Promise.reject(new Error('standard input was read')),
    },
  );
  return { notices, after: files[0]?.after, entries: report.stats.entries };
}

const entries = (count: number): string =>
  Array.from({ length: count }, (_, one) => `- [Loom ${one}](https://loom.test/${one}) - Weaves.\n`).join('');
const prose = (count: number): string =>
  Array.from({ length: count }, (_, one) => `Weavers of [town ${one}](https://town.test/${one}) met.\n\n`).join('');
const list = (inEntries: number, outside: number): string =>
  `# Awesome Looms\n\n## Looms\n\n${entries(inEntries)}- [Loom](https://loom.test/x) - Weaves\n\n## Towns\n\n${prose(outside)}`;

test('says that most links are in no entry, and leaves the style of the entries alone', async () => {
  const { notices, after } = await outcome(list(20, 30));
  expect(notices.join('\n')).toContain('README.md: 30 of 51 links are not part of an entry');
  expect(after).toBe(list(20, 30));
});

test('checks the style where few links are in no entry, or fewer than in entries', async () => {
  for (const [inEntries, outside] of [
    [20, 20],
    [40, 30],
  ] as const) {
    const { notices, after } = await outcome(list(inEntries, outside));
    expect(notices).toEqual([]);
    expect(after).toContain('/x) - Weaves.\n');
  }
});

test('checks the style where a preset is asked for', async () => {
  const { notices, after } = await outcome(list(20, 30), 'awesome');
  expect(notices).toEqual([]);
  expect(after).toContain('/x) - Weaves.\n');
});

test('reads quotes that begin with a bold link as entries, and leaves them as they are in the preset minimal', async () => {
  const quote = (one: number): string =>
    `> **[Loom ${one}](https://loom.test/${one})** <kbd>★ ${one}k</kbd> <br>weaves\n\n`;
  const text = `# Looms\n\n## Floor\n\n${Array.from({ length: 30 }, (_, one) => quote(one)).join('')}`;
  for (const preset of ['minimal', 'list'] as const) {
    const { notices, after, entries: count } = await outcome(text, preset);
    expect([count, notices, after]).toEqual([30, [], text]);
  }
});
