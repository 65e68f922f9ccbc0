import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repositoryName } from '../../src/fs/repository-name.js';
import { parse } from '../../src/parse/parse.js';
import { detectPreset } from '../../src/pipeline/detect-preset.js';
import { folderOf } from '../cli/command.js';

const entries = '## Looms\n\n- [Frame](https://frame.test) - Small.\n- [Rigid](https://rigid.test) - Large.\n';
const presetOf = (text: string, repository: string | null = null) => detectPreset(parse(text), repository);

describe('the preset of a list', () => {
  test.each([
    ['a title that says awesome', `# Awesome Weaving\n\n${entries}`, 'awesome', 'title'],
    ['a title with awesome in brackets', `# Weaving (awesome)\n\n${entries}`, 'awesome', 'title'],
    ['a title that only contains the letters', `# Awesomely Woven\n\n${entries}`, 'list', 'neither'],
    ['an awesome badge', `# Weaving\n\n![Awesome](https://awesome.re/badge.svg)\n\n${entries}`, 'awesome', 'badge'],
    [
      'an older badge',
      `# Weaving\n\n![A](https://cdn.rawgit.com/sindresorhus/awesome/d73/media/badge.svg)\n\n${entries}`,
      'awesome',
      'badge',
    ],
    [
      'the badge of what a list mentions',
      `# Weaving\n\n![A](https://awesome.re/mentioned-badge.svg)\n\n${entries}`,
      'list',
      'neither',
    ],
    ['a link to awesome in prose', `# Weaving\n\nSee [more](https://awesome.re/).\n\n${entries}`, 'list', 'neither'],
    ['any curated list', `# Weaving\n\n${entries}`, 'list', 'neither'],
  ])('%s', (_, text, preset, why) => {
    expect(presetOf(text)).toEqual({ preset, why });
  });

  test('the name of the repository counts, as a whole word', () => {
    const text = `# Weaving\n\n${entries}`;
    expect(presetOf(text, 'awesome-weaving')).toEqual({ preset: 'awesome', why: 'repository' });
    expect(presetOf(text, 'awesomeness')).toEqual({ preset: 'list', why: 'neither' });
  });

  test('a study plan in tiers, check boxes or weeks is a roadmap, also where it calls itself awesome', () => {
    const tiers = '- Tier 1: Basics\n  - [A](https://a.test)\n- Tier 2: More\n  - [B](https://b.test)\n';
    expect(presetOf(`# Awesome Weaving\n\n## Looms\n\n${tiers}`)).toEqual({ preset: 'roadmap', why: 'tiers' });
    const boxes = (count: number) =>
      Array.from({ length: count }, (_, at) => `- [ ] Read [part ${at}](https://read.test/${at})\n`).join('');
    expect(presetOf(`# Weaving\n\n## Plan\n\n${boxes(12)}`)).toEqual({ preset: 'roadmap', why: 'check-boxes' });
    expect(presetOf(`# Weaving\n\n## Plan\n\n${boxes(5)}\n${entries}`).preset).toBe('list');
    const weeks = (names: readonly string[]) => names.map((name) => `## ${name}\n\n- [A](https://a.test/${name})\n`);
    expect(presetOf(`# Weaving\n\n${weeks(['Week 1', 'Week 2', 'Week 3']).join('\n')}`).preset).toBe('roadmap');
    const prose = (names: readonly string[]) => names.map((name) => `## ${name}\n\nRead a chapter.\n`).join('\n');
    expect(presetOf(`# Weaving\n\n${prose(['Mes 1: lana', 'Mes 2: lino', 'Mes 3: seda'])}`).why).toBe('weeks');
    expect(presetOf(`# Weaving\n\n${weeks(['Week 1', 'Wool', 'Warp']).join('\n')}`).preset).toBe('list');
  });
});

describe('the name of the repository', () => {
  const withGit = (config: string | null): string => {
    const folder = folderOf();
    mkdirSync(join(folder, 'woven', '.git'), { recursive: true });
    mkdirSync(join(folder, 'woven', 'docs'));
    if (config !== null) writeFileSync(join(folder, 'woven', '.git', 'config'), config);
    return join(folder, 'woven', 'docs', 'README.md');
  };

  test.each([
    ['[remote "origin"]\n\turl = https://github.test/weaver/awesome-looms.git\n', 'awesome-looms'],
    ['[remote "origin"]\n\turl = git@github.test:weaver/awesome-looms\n', 'awesome-looms'],
    ['[core]\n\tbare = false\n[remote "fork"]\n\turl = https://github.test/a/b\n', 'woven'],
    [null, 'woven'],
  ])('is that of its origin, else of its folder: %j', (config, name) => {
    expect(repositoryName(withGit(config))).toBe(name);
  });
});
