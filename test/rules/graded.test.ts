import { expect, test } from 'vitest';
import { lint } from '../../src/index.js';

const of = async (text: string, preset: 'awesome' | 'list' | 'awesome-strict'): Promise<readonly string[]> => {
  const findings = await lint(text, { preset });
  return findings.filter(({ rule }) => rule === 'no-duplicate-url').map(({ severity }) => severity);
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
