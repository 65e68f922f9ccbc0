import { describe, expect, test } from 'vitest';
import { folderOf, listwright } from '../cli/command.js';

const list = `# Awesome Looms

Machines that make cloth.

## Looms

- [Warp](http://warp.looms.test/) - holds the warp
- [Weft](http://weft.looms.test/) - Brings the weft.
- [Reed](#beater) - Beats the weft.
`;

/** What lint finds in a folder whose cache is its own. */
async function found(folder: string, ...args: readonly string[]): Promise<readonly string[]> {
  const env = { XDG_CACHE_HOME: `${folder}-cache` };
  const { stdout } = await listwright(folder, ['lint', '-r', 'json', ...args], { env });
  return (JSON.parse(stdout) as { findings: { rule: string; severity: string; message: string }[] }).findings.map(
    ({ rule, severity, message }) => `${severity} ${rule}: ${message}`,
  );
}

describe('the cache of lint', () => {
  const same = { 'README.md': list, 'contributing.md': 'Weave first.\n' };
  const config = (value: object) => ({ 'listwright.config.json': JSON.stringify(value) });

  test.each<[string, readonly string[], readonly string[]]>([
    ['a preset, after another one', ['--preset', 'minimal'], []],
    ['a stricter preset', ['--preset', 'awesome-strict'], []],
    ['the preset that is detected, after it was named', ['--preset', 'awesome'], []],
    ['no preset, and then one', [], ['--preset', 'minimal']],
    ['another severity', ['--rule', 'description-end=error'], []],
    ['a rule that is off', ['--rule', 'description-end=off'], []],
    ['another language', ['--lang', 'de'], []],
  ])('does not answer for %s', async (_, first, second) => {
    const folder = folderOf(same);
    const fresh = await found(folderOf(same), '--no-cache', ...second);
    await found(folder, ...first);
    expect(await found(folder, ...second)).toEqual(fresh);
    // Once more, from what the second run has kept.
    expect(await found(folder, ...second)).toEqual(fresh);
  });

  test('does not answer for a configuration that is deleted, or has other options', async () => {
    const { rmSync, writeFileSync } = await import('node:fs');
    const folder = folderOf({ ...same, ...config({ preset: 'minimal' }) });
    const minimal = await found(folder);
    rmSync(`${folder}/listwright.config.json`);
    const plain = await found(folder);
    expect(plain).toEqual(await found(folder, '--no-cache'));
    expect(plain).not.toEqual(minimal);
    for (const style of ['always', 'never']) {
      const rules = { 'description-end': ['error', { style }] };
      writeFileSync(`${folder}/listwright.config.json`, JSON.stringify({ rules }));
      expect(await found(folder)).toEqual(await found(folder, '--no-cache'));
    }
  });

  test('does not answer for other files around the list', async () => {
    const { rmSync } = await import('node:fs');
    const linked = list.replace('#beater', 'contributing.md');
    const folder = folderOf({ ...same, 'README.md': linked, '.git/config': '' });
    expect((await found(folder)).filter((said) => said.includes('relative-target-exists'))).toEqual([]);
    rmSync(`${folder}/contributing.md`);
    expect((await found(folder)).filter((said) => said.includes('relative-target-exists'))).toHaveLength(1);
  });

  test('answers for the same text in the same settings', async () => {
    const { readdirSync, readFileSync, writeFileSync } = await import('node:fs');
    const folder = folderOf(same);
    const first = await found(folder);
    const [kept = ''] = readdirSync(`${folder}-cache/listwright/lint`);
    const file = `${folder}-cache/listwright/lint/${kept}`;
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('fragment-resolves', 'from-the-cache'));
    expect((await found(folder)).join()).toContain('from-the-cache');
    expect(first.join()).not.toContain('from-the-cache');
  });

  test('answers, with the same notice, for a list whose files are not available', async () => {
    const { readdirSync, readFileSync, writeFileSync } = await import('node:fs');
    const apart = list.replace('#beater', 'docs/reed.md').replace('http://weft.looms.test/', 'docs/weft.md');
    const folder = folderOf({ 'README.md': apart });
    const env = { XDG_CACHE_HOME: `${folder}-cache` };
    const first = await listwright(folder, ['lint'], { env });
    expect(first.stderr).toContain('relative links were not checked');
    const [kept = ''] = readdirSync(`${folder}-cache/listwright/lint`);
    const file = `${folder}-cache/listwright/lint/${kept}`;
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('description-end', 'from-the-cache'));
    const second = await listwright(folder, ['lint'], { env });
    expect(second.stderr).toBe(first.stderr);
    expect(second.stdout).toContain('from-the-cache');
    // With the files next to it there is nothing to say.
    const whole = { 'README.md': apart, 'docs/reed.md': '', 'docs/weft.md': '' };
    expect((await listwright(folderOf(whole), ['lint'])).stderr).not.toContain('relative links were not checked');
  });
});
