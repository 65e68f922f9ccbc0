import { expect, test } from 'vitest';
import { lint } from '../../src/index.js';

type Preset = 'awesome' | 'list' | 'awesome-strict';
const of = async (text: string, preset: Preset, id = 'no-duplicate-url'): Promise<readonly string[]> => {
  const findings = await lint(text, { preset });
  return findings.filter(({ rule }) => rule === id).map(({ severity }) => severity);
};

const pot = (name: string): string => `- [${name}](https://clay.example/pot) - Clay of ${name}.\n`;

test.each(['awesome', 'list'] as const)('grades duplicates in the preset %s', async (preset) => {
  expect(await of(`# Pots\n\n## A\n\n${pot('Pot')}${pot('Pot')}`, preset)).toEqual(['error']);
  expect(await of(`# Pots\n\n## A\n\n${pot('Pot')}${pot('Cup')}`, preset)).toEqual(['warning']);
  expect(await of(`# Pots\n\n## A\n\n${pot('Pot')}\n## B\n\n${pot('Pot')}`, preset)).toEqual(['info']);
});

test('reports each duplicate as an error in the strict preset', async () => {
  expect(await of(`# Pots\n\n## A\n\n${pot('Pot')}\n## B\n\n${pot('Pot')}`, 'awesome-strict')).toEqual(['error']);
});

test('asks once for a list that repeats more than two entries in another section', async () => {
  const pots = (count: number): string =>
    Array.from({ length: count }, (_, one) => `- [Pot ${one}](https://clay.example/${one}) - Of clay.\n`).join('');
  const text = (count: number): string => `# Pots\n\n## A\n\n${pots(count)}\n## B\n\n${pots(count)}`;
  expect(await of(text(2), 'list')).toEqual(['info', 'info']);
  expect(await of(text(3), 'list')).toEqual(['info']);
  expect(await of(text(3), 'awesome-strict')).toEqual(['error', 'error', 'error']);
});

test('grades invisible characters: a space of another kind does little harm, one between words none', async () => {
  const text = (cup: string): string => `# Pots\n\n## A\n\n- [Pot](https://clay.example/) - Of clay.\n${cup}\n`;
  const between = text('- [Red\u00A0cup](https://cup.example/) - Of glass, not\u00A0clay.');
  const around = text('- [Cup](https://cup.example/)\u00A0- Of glass.');
  const within = text('- [Cup](https://cup.example/) - Of gl\u200Bass.');
  const title = `${text('')}\n## Red\u00A0cups\n\n- [Cup](https://cup.example/) - Of glass.\n`;
  for (const [each, severities] of [
    [between, []],
    [around, ['info']],
    [within, ['warning']],
    [title, ['info']],
  ] as const)
    expect(await of(each, 'list', 'no-invisible-characters')).toEqual(severities);
  expect(await of(between, 'awesome-strict', 'no-invisible-characters')).toEqual(['error', 'error']);
  expect(await of(within, 'awesome-strict', 'no-invisible-characters')).toEqual(['error']);
});

test('grades headings: an underline displays the same', async () => {
  const text = `# Pots\n\n${['A', 'B', 'C', 'D', 'E'].map((title) => `## ${title}\n\n${pot(title)}\n`).join('')}F\n---\n\n${pot('F')}`;
  expect(await of(text, 'list', 'heading-format')).toEqual(['info']);
  expect(await of(text, 'awesome-strict', 'heading-format')).toEqual(['error']);
});

test('grades the table of contents: another order is taste, a section that it lacks is not', async () => {
  const names = ['C', 'A', 'D', 'B'];
  const contents = names.map((name) => `- [${name}](#${name.toLowerCase()})\n`).join('');
  const text = (sections: readonly string[]): string =>
    `# Pots\n\n## Contents\n\n${contents}\n${sections.map((title) => `## ${title}\n\n${pot(title)}\n`).join('')}`;
  expect(await of(text(['C', 'D', 'B', 'A']), 'list', 'toc-sync')).toEqual(['info']);
  expect(await of(text(['C', 'D', 'B', 'A']), 'awesome-strict', 'toc-sync')).toEqual(['error']);
  expect(await of(text([...names, 'E']), 'list', 'toc-sync')).toEqual(['warning']);
});
