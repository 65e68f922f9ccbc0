import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/parse/parse.js';

const tiers = (text: string): (string | number | null)[][] =>
  parse(text).tiers.map(({ level, title, label, form }) => [level, title, label, form]);
const item = (label: string): string => `- **${label}**\n  - [${label} book](https://${label.length}.test)\n`;

describe('a tier is written as', () => {
  test('a bold list item', () => {
    expect(tiers(`# R\n\n## Python\n\n${item('Tier 1: The Basics')}${item('Tier 2: Practice')}`)).toEqual([
      [1, 'The Basics', 'Tier 1: The Basics', 'item'],
      [2, 'Practice', 'Tier 2: Practice', 'item'],
    ]);
  });

  test('a heading, which keeps its anchor and may hold sections', () => {
    const list = parse(
      '# R\n\n## Level 1 - Clay\n\n### Wedging\n\n- [a](https://a.test)\n\n## Level 2 - Fire\n\n- [b](https://b.test)\n',
    );
    expect(list.tiers).toMatchObject([
      { level: 1, title: 'Clay', form: 'heading', depth: 2, slug: 'level-1---clay' },
      { level: 2, title: 'Fire', form: 'heading', depth: 2 },
    ]);
    expect(list.sections).toMatchObject([{ title: 'Wedging', parent: { type: 'tier' } }]);
  });

  test('a numbered step', () => {
    expect(
      tiers(`## A\n\n1. **Step 1: Wedge**\n   - [a](https://a.test)\n2. **Step 2: Throw**\n   - [b](https://b.test)\n`),
    ).toHaveLength(2);
  });

  test('a level word, alone or before a word that says it is a level', () => {
    expect(
      tiers(
        '## Beginner\n\n- [a](https://a.test)\n\n## 🌱 Advanced level\n\n- [b](https://b.test)\n\n## Expert Track\n\n- [c](https://c.test)\n',
      ),
    ).toEqual([
      [1, 'Beginner', 'Beginner', 'heading'],
      [2, 'Advanced level', '🌱 Advanced level', 'heading'],
      [3, 'Expert Track', 'Expert Track', 'heading'],
    ]);
    expect(tiers(`## A\n\n${item('Junior developer')}${item('Senior developer')}`)).toHaveLength(2);
  });

  test('a count from zero still has a first level', () => {
    expect(
      tiers('## Tier 0 - Prep\n\n- [a](https://a.test)\n\n## Tier 1 - Code\n\n- [b](https://b.test)\n').map(
        ([level]) => level,
      ),
    ).toEqual([1, 2]);
  });

  test.each([
    ['Nivel 1: Barro', 'Nivel 2: Fuego', 'Barro'],
    ['第一阶段：揉泥', '第二阶段：拉坯', '揉泥'],
    ['第1章 土', '第2章 火', '土'],
    ['ステップ1：土', 'ステップ2：火', '土'],
    ['Этап 1. Глина', 'Этап 2. Огонь', 'Глина'],
    ['مرحله ۱', 'مرحله ۲', null],
    ['Principiante', 'Avanzado', 'Principiante'],
    ['初级', '高级', '初级'],
    ['Nível básico', 'Nível avançado', 'Nível básico'],
    ['مبتدی', 'پیشرفته', 'مبتدی'],
  ])('a level of another language: %s, %s', (first, second, title) => {
    const found = tiers(`# R\n\n## A\n\n${item(first)}${item(second)}`);
    expect(found.map(([level]) => level)).toEqual([1, 2]);
    expect(found[0]?.[1]).toBe(title);
  });

  test('an empty item beside ones that hold something', () => {
    expect(tiers(`## A\n\n${item('Tier 1: A')}- **Tier 2: B**\n`)).toHaveLength(2);
  });
});

describe('no tier is', () => {
  test.each([
    [
      'a section whose name begins with a level word',
      '## Beginner Projects\n\n- [a](https://a.test)\n\n## Advanced Projects\n\n- [b](https://b.test)\n',
    ],
    ['a label that stands alone', `## A\n\n${item('Tier 1: Basics')}- [b](https://b.test)\n`],
    ['a level word that stands alone', '## Advanced\n\n- [a](https://a.test)\n\n## Kilns\n\n- [b](https://b.test)\n'],
    ['the same word twice', '## A\n\n### Advanced\n\n- [a](https://a.test)\n\n### Advanced\n\n- [b](https://b.test)\n'],
    ['an entry with a link', '## A\n\n- [Level 1](https://a.test)\n- [Level 2](https://b.test)\n'],
    ['a line of the contents', '# R\n\n## Contents\n\n- [Tier 1](#a)\n- [Tier 2](#b)\n- [Tier 3](#c)\n'],
    [
      'a section about words of levels',
      '## 初级项目\n\n- [a](https://a.test)\n\n## 高级项目\n\n- [b](https://b.test)\n',
    ],
    ['a chapter of a title', '## 第一百科\n\n- [a](https://a.test)\n\n## 第二人生\n\n- [b](https://b.test)\n'],
    ['a version', `## A\n\n${item('Level 2.5 kiln')}${item('Level 3D wheel')}`],
    ['a label in a section about the list', `# R\n\n## Contributing\n\n${item('Step 1: Fork')}${item('Step 2: Push')}`],
  ])('%s', (_, text) => {
    expect(tiers(text)).toEqual([]);
  });
});

describe('ladders', () => {
  const ladder = (text: string): (number | null)[][] =>
    parse(text).ladders.map((rungs) => rungs.map((tier) => tier.number));
  test('run over sibling sections that go on counting', () => {
    expect(
      ladder(
        `## Design\n\n### One\n\n${item('Tier 1: A')}\n### Two\n\n${item('Tier 2: B')}\n### Three\n\n${item('Tier 3: C')}`,
      ),
    ).toEqual([[1, 2, 3]]);
  });
  test('begin anew in a sibling that counts from one', () => {
    const both = `${item('Tier 1: A')}${item('Tier 2: B')}`;
    expect(ladder(`## X\n\n### One\n\n${both}\n### Two\n\n${both}`)).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });
  test('are broken by a section without tiers', () => {
    expect(
      ladder(`## Design\n\n### One\n\n${item('Tier 1: A')}\n### Note\n\nText.\n\n### Two\n\n${item('Tier 2: B')}`),
    ).toEqual([]);
  });
  test('keep a gap, for a rule to find', () => {
    expect(ladder(`## A\n\n${item('Tier 1: A')}${item('Tier 3: C')}`)).toEqual([[1, 3]]);
  });
});

test('alternatives below a tier of the same number are sections', () => {
  const entry = '- [a](https://a.test)\n';
  const option = (name: string) => `### Tier 2 - Option ${name}\n\n${entry}\n`;
  const list = parse(`## Tier 1\n\n${entry}\n## Tier 2\n\n${option('A')}${option('B')}## Tier 3\n\n${entry}`);
  expect(list.tiers.map(({ label }) => label)).toEqual(['Tier 1', 'Tier 2', 'Tier 3']);
  expect(list.sections.map(({ title }) => title)).toEqual(['Tier 2 - Option A', 'Tier 2 - Option B']);
  const nested = parse(`## Tier 1\n\n### Step 1\n\n${entry}\n### Step 2\n\n${entry}\n## Tier 2\n\n${entry}`);
  expect(nested.tiers).toHaveLength(4);
});
