import { describe, expect, test } from 'vitest';
import { folderOf, listwright, oneFault } from '../command.js';

const entries = (separator: string, count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `- [Reed ${index}](https://reed.example/${index})${separator}Parts it.\n`,
  ).join('');
const tiered = `# Looms\n\n## Weaving\n\n- **Tier 1: Warp**\n  - [A](https://a.example/) - First.\n- **Tier 2: Weft**\n  - [B](https://b.example/) - Second.\n`;

describe('rules --effective', () => {
  test('tells what was learnt from the list, and what was not', async () => {
    const config = JSON.stringify({ rules: { 'entry-separator': ['warning', { style: 'consistent' }] } });
    const folder = folderOf({
      'README.md': `# Looms\n\n## Reeds\n\n${entries(': ', 12)}`,
      'few.md': `# Looms\n\n## Reeds\n\n${entries(': ', 2)}`,
      'listwright.config.json': config,
    });
    const learnt = async (file: string) => {
      const { stdout } = await listwright(folder, ['rules', '--effective', file, '--json']);
      const { preset, detected, rules } = JSON.parse(stdout);
      const rule = rules.find((one: { rule: string }) => one.rule === 'entry-separator');
      return { preset, detected, learnt: rule.learnt };
    };
    expect(await learnt('README.md')).toEqual({ preset: 'list', detected: true, learnt: { style: ': ' } });
    expect(await learnt('few.md')).toEqual({ preset: 'list', detected: true, learnt: { style: null } });
    const { stdout } = await listwright(folder, ['rules', '--effective', 'README.md']);
    // Options that are as the rule has them are not named.
    expect(stdout).not.toContain('sections:');
    expect(stdout).toContain('README.md  preset: list');
    expect(stdout).toMatch(/entry-separator +warning +style: detected ": "/);
    expect((await listwright(folder, ['rules', '--effective', 'few.md'])).stdout).toContain(
      'style: no convention in this list',
    );
  });

  test('and lint go by the same: what departs from the learnt style is told', async () => {
    const list = `# Looms\n\n## Reeds\n\n${entries(': ', 12)}${entries(' - ', 1)}`;
    const lint = async (text: string) => {
      const folder = folderOf({ 'README.md': text });
      const { stdout } = await listwright(folder, ['lint', '-r', 'json', '--preset', 'roadmap']);
      return (JSON.parse(stdout).findings as { rule: string; start: { line: number } }[])
        .filter(({ rule }) => rule === 'entry-separator')
        .map(({ start }) => start.line);
    };
    expect(await lint(list)).toEqual([17]);
    expect(await lint(`# Looms\n\n## Reeds\n\n${entries(': ', 6)}${entries(' - ', 6)}`)).toEqual([]);
  });

  test('says why a list is read as a roadmap, and so does lint', async () => {
    const text = tiered.replace('Second.', 'The the second.');
    const folder = folderOf({ 'README.md': text, 'plain.md': oneFault });
    const { stdout } = await listwright(folder, ['rules', '--effective', 'README.md']);
    expect(stdout).toContain('preset: roadmap (most entries are in tiers)');
    expect((await listwright(folder, ['lint'])).stdout).toContain('Preset: roadmap (most entries');
    expect((await listwright(folder, ['lint', '--preset', 'roadmap'])).stdout).not.toContain('Preset roadmap');
    expect((await listwright(folder, ['lint', 'plain.md'])).stdout).not.toContain('roadmap');
  });
});

describe('rules', () => {
  test('folds the style bundle into a line, and lists it when asked', async () => {
    const folder = folderOf();
    const { stdout } = await listwright(folder, ['rules']);
    expect(stdout).not.toContain('style/heading-style');
    expect(stdout).toMatch(/\d+ Markdown style rules are on in awesome-strict/);
    expect((await listwright(folder, ['rules', 'style'])).stdout).toContain('style/heading-style');
    expect((await listwright(folder, ['rules', 'style/heading-style'])).stdout).toContain('Incorrect');
  });
});

describe('preset awesome-strict', () => {
  test('asks for what the style plugins ask, awesome does not', async () => {
    const folder = folderOf({ 'README.md': `${oneFault.replace('weft\n', 'weft.\n')}\nWarp and *weft* and _reed_.\n` });
    const said = async (preset: string) => {
      const { stdout } = await listwright(folder, ['lint', '-r', 'json', '--preset', preset]);
      return (JSON.parse(stdout).findings as { rule: string }[])
        .map(({ rule }) => rule)
        .filter((rule) => rule.startsWith('style/'));
    };
    expect(await said('awesome-strict')).toEqual(['style/emphasis-marker']);
    expect(await said('awesome')).toEqual([]);
  });
});
