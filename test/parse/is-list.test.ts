import { describe, expect, test } from 'vitest';
import { lint } from '../../src/api/lint.js';
import { isList, isProjectReadme } from '../../src/parse/is-list.js';
import { parse } from '../../src/parse/parse.js';
import { detectPreset } from '../../src/pipeline/detect-preset.js';

const project = [
  '# Shuttle\n\nA loom in one binary.\n',
  '## Install\n\n```sh\nnpm install shuttle\n```\n',
  '## Usage\n\n- [API](https://shuttle.test/api)\n- run `shuttle weave`\n\nSee the [guide](https://shuttle.test/guide).\n',
].join('\n');
const entry = (index: number) => `- [Loom ${index}](https://loom${index}.test) - Weaves.\n`;
const list = `# Looms\n\n## Floor\n\n${Array.from({ length: 10 }, (_, index) => entry(index)).join('')}`;

describe('the README of a project', () => {
  test.each([
    ['code and few links', project],
    ['many links in prose', `# Looms\n\n${'See [a](https://a.test).\n\n'.repeat(9)}`],
  ])('%s', (_, text) => {
    expect(isProjectReadme(parse(text))).toBe(true);
    expect(isList('README.md', parse(text), false)).toBe(false);
    expect(detectPreset(parse(text))).toEqual({ preset: 'minimal', why: 'no-list' });
    expect(detectPreset(parse(text), null, true).preset).toBe('list');
    expect(detectPreset(parse(text), 'awesome-looms').preset).toBe('awesome');
  });

  test.each([
    ['a list with code', `${list}\n\`\`\`sh\nls\n\`\`\`\n`],
    ['a list that has just begun', `# Looms\n\n## Floor\n\n${entry(1)}`],
    ['what calls itself awesome', project.replace('# Shuttle', '# Awesome Shuttle')],
    ['an empty file', ''],
  ])('near miss: %s', (_, text) => {
    expect(isProjectReadme(parse(text))).toBe(false);
    expect(['list', 'awesome']).toContain(detectPreset(parse(text)).preset);
  });

  test('is linted for what is broken alone', async () => {
    const broken = `${project}\nSee [nothing](#nothing).\n`;
    expect((await lint(broken)).map(({ rule }) => rule)).toEqual(['fragment-resolves']);
  });
});

test('a guide in steps is no study plan, one that links what to read is', () => {
  const steps = (linked: number): string =>
    ['Plan', 'Warp', 'Weave', 'Cut']
      .map((name, index) => {
        const item = (text: string): string => `- **${text}** - Of ${name}.\n`;
        const link = index < linked ? `- [${name}](https://loom.test/${index}) - Of it.\n` : item('Yarn');
        return `### Step ${index + 1}: ${name}\n\n${link}${item('Width')}`;
      })
      .join('\n');
  const presetOf = (text: string) => detectPreset(parse(`# Weaving\n\n${text}`)).preset;
  expect([0, 1, 2, 4].map((linked) => presetOf(steps(linked)))).toEqual(['list', 'list', 'roadmap', 'roadmap']);
});
