import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builtinRules as rules } from '../../src/config/builtin-rules.js';
import type { RawOptions } from '../../src/config/config-file.js';
import { resolveSettings } from '../../src/config/resolve.js';
import { type RunRequest, run } from '../../src/pipeline/run.js';
import { folderOf, oneFault } from '../cli/command.js';

const never = () => Promise.reject(new Error('standard input was read'));

async function go(cwd: string, request: Partial<RunRequest> = {}, flags: RawOptions = {}) {
  const settings = await resolveSettings({}, { ledger: false, offline: true, ...flags }, [], {
    rules,
    cwd,
    configFile: null,
    reporters: ['pretty', 'json'],
    userAgent: 'loom',
    ledger: 'never',
    vantage: 'local',
  });
  return run(
    { command: 'lint', paths: [], settings, rules, fix: null, stdinFilename: 'README.md', ...request },
    { cwd, version: '9.9.9', signal: new AbortController().signal, stdin: never, now: () => 1_700_000_000_000 },
  );
}
const ids = (outcome: Awaited<ReturnType<typeof go>>) => outcome.report.findings.map(({ rule }) => rule);

describe('a run', () => {
  test('of lint asks for no link', async () => {
    const { report, files } = await go(folderOf({ 'README.md': oneFault }));
    expect(report).toMatchObject({
      tool: { name: 'listwright', version: '9.9.9' },
      run: { command: 'lint', startedAt: '2023-11-14T22:13:20.000Z', durationMs: 0, vantage: 'local', shard: null },
      links: [],
    });
    expect(files[0]?.after).toBe(oneFault);
  });

  test('of links lets only the rules speak that speak of links', async () => {
    const text = `${oneFault}- [Reed](docs/reed.md) - Parts the warp.\n- [Comb](#comb) - Combs.\n`;
    const folder = folderOf({ 'README.md': text, '.git/config': '' });
    expect(ids(await go(folder, { command: 'links' }))).toEqual(['relative-target-exists', 'fragment-resolves']);
    expect(ids(await go(folder, { command: 'check' }))).toContain('description-end');
  });

  test('twice over the same files says the same', async () => {
    const folder = folderOf({ 'README.md': oneFault });
    expect((await go(folder, { command: 'check' })).report).toEqual((await go(folder, { command: 'check' })).report);
  });

  test('that fixes reports what is left, and writes nothing itself', async () => {
    const folder = folderOf({ 'README.md': oneFault });
    const { report, files } = await go(folder, { fix: 'safe' });
    expect(report.findings).toEqual([]);
    expect(files[0]).toMatchObject({ applied: 1, after: oneFault.replace('weft\n', 'weft.\n') });
    expect(readFileSync(`${folder}/README.md`, 'utf8')).toBe(oneFault);
  });

  test('of check gives a row for each URL and counts each occurrence', async () => {
    const { report } = await go(folderOf({ 'README.md': `${oneFault}\n<https://warp.example/>\n` }), {
      command: 'check',
    });
    expect(report.stats.links).toMatchObject({ total: 14, unique: 13, skipped: 13 });
    const names = 'batten bobbin breast heddle lease ratchet shuttle temple treadle warp weft'.split(' ');
    const urls = [
      'https://awesome.re',
      'https://awesome.re/badge.svg',
      ...names.map((name) => `https://${name}.example/`),
    ];
    expect(report.links.map(({ url, verdict, reason }) => [url, verdict, reason])).toEqual(
      urls.map((url) => [url, 'skipped', 'offline']),
    );
  });

  test('takes the preset from the list: roadmap when more than half of the entries stand in tiers', async () => {
    const tier = (count: number) =>
      `# Path\n\n## Loom\n\n- **Tier 1: Warp**\n  - **A** - Do a\n  - [C](https://c.example/) - Does c.\n- **Tier 2: Weft**\n  - **B** - Do b\n\n## Else\n\n${Array.from({ length: count }, (_, index) => `- [E${index}](https://e.example/${index}) - Does e.\n`).join('')}`;
    const severities = async (text: string) => {
      const { report } = await go(folderOf({ 'README.md': text }));
      return new Set(
        report.findings.filter(({ rule }) => rule === 'entry-link-required').map(({ severity }) => severity),
      );
    };
    const { severity } = rules.find(({ id }) => id === 'entry-link-required') ?? {};
    expect(severity?.roadmap).not.toBe(severity?.awesome);
    expect(await severities(tier(2))).toEqual(new Set([severity?.roadmap].filter((each) => each !== 'off')));
    expect(await severities(tier(3))).toEqual(new Set([severity?.awesome].filter((each) => each !== 'off')));
  });
});
