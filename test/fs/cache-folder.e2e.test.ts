import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, listwright, oneFault } from '../cli/command.js';

/** A folder with a list, and a cache folder of its own. */
function bench(text = oneFault) {
  const folder = folderOf({ 'README.md': text, LICENSE: 'Some licence.\n' });
  const cache = folderOf();
  const lint = async (...args: readonly string[]) => {
    const { status, stdout, stderr } = await listwright(folder, ['lint', '-r', 'json', ...args], {
      env: { XDG_CACHE_HOME: cache },
    });
    const report = stdout === '' ? null : JSON.parse(stdout);
    return { status, stderr, findings: report?.findings, stats: report?.stats };
  };
  const kept = (): readonly string[] => {
    try {
      return readdirSync(join(cache, 'listwright', 'lint')).map((name) => join(cache, 'listwright', 'lint', name));
    } catch {
      return [];
    }
  };
  /** Writes something into what is kept that only the memory can know. */
  const mark = (): void => {
    for (const file of kept())
      writeFileSync(file, readFileSync(file, 'utf8').replace('should end with a period', 'was remembered'));
  };
  const remembered = async (...args: readonly string[]): Promise<boolean> =>
    JSON.stringify((await lint(...args)).findings).includes('was remembered');
  return { folder, lint, kept, mark, remembered };
}

describe('results of lint', () => {
  test('are kept outside of the repository, and say the same again', async () => {
    const { folder, lint, kept, mark, remembered } = bench();
    const first = await lint();
    expect(kept()).toHaveLength(1);
    expect(readdirSync(folder).sort()).toEqual(['LICENSE', 'README.md']);
    expect(await lint()).toEqual(first);
    mark();
    expect(await remembered()).toBe(true);
  });

  test.each([
    ['the text', async (folder: string) => writeFileSync(join(folder, 'README.md'), `${oneFault}\nMore.\n`), []],
    ['an option', async () => {}, ['--rule', 'description-end=warning']],
    ['the preset', async () => {}, ['--preset', 'awesome-strict']],
    ['the language', async () => {}, ['--lang', 'ja']],
    ['a wish', async () => {}, ['--no-cache']],
  ] as const)('are not taken where %s differs', async (_, change, args) => {
    const { folder, lint, mark, remembered } = bench();
    await lint();
    mark();
    await change(folder);
    expect(await remembered(...args)).toBe(false);
  });

  test('are not taken where a file that was asked for has come or gone', async () => {
    const { folder, lint, mark, remembered } = bench(`${oneFault}- [Reed](docs/reed.md) - Parts it.\n`);
    mkdirSync(join(folder, '.git'));
    expect((await lint()).findings.map(({ rule }: { rule: string }) => rule)).toContain('relative-target-exists');
    mark();
    expect(await remembered()).toBe(true);
    writeFileSync(join(folder, 'LICENSE.md'), '');
    rmSync(join(folder, 'LICENSE'));
    writeFileSync(join(folder, 'docs'), '');
    expect(Array.isArray((await lint()).findings)).toBe(true);
  });

  test.each(['', '{', 'null', '[]', '{"key":1}', '\0'])('that are broken (%j) are made anew', async (broken) => {
    const { lint, kept } = bench();
    const first = await lint();
    for (const file of kept()) writeFileSync(file, broken);
    expect(await lint()).toEqual(first);
  });

  test('are not needed: a cache that cannot be written changes nothing', async () => {
    const folder = folderOf({ 'README.md': oneFault, 'no-folder': '' });
    const { status, stderr } = await listwright(folder, ['lint'], {
      env: { XDG_CACHE_HOME: join(folder, 'no-folder') },
    });
    expect([status, stderr]).toEqual([0, '']);
  });
});
