import { describe, expect, test } from 'vitest';
import { dataOf, findConfig } from '../../src/config/find.js';
import { folderOf } from '../cli/command.js';

describe('where a configuration is, when it is not to be run', () => {
  test.each([
    ['listwright.config.mjs', 'throw new Error("it was run")', true],
    ['listwright.config.yaml', 'preset: minimal\n', true],
    ['package.json', '{ "listwright": { "preset": "minimal" } }', true],
    ['package.json', '{ "name": "listwright-pots" }', false],
  ])('%s: %s', async (name, text, found) => {
    const folder = folderOf({ [name]: text });
    const config = await findConfig(folder, folder, false);
    expect(config?.file.endsWith(name) ?? false).toBe(found);
  });
});

test.each([
  ['brackets', 20_000, (depth: number) => `rules: ${'['.repeat(depth)}${']'.repeat(depth)}`],
  ['marks', 20_000, (depth: number) => `rules:\n  ${'- '.repeat(depth)}x`],
])('YAML nested by %s ends in a sentence, and 20 levels are read', async (_, depth, text) => {
  await expect(dataOf('listwright.config.yaml', text(depth))).rejects.toThrow(/nested more than 100 levels/);
  await expect(dataOf('listwright.config.yaml', text(20))).resolves.toHaveProperty('rules');
});
