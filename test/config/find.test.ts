import { describe, expect, test } from 'vitest';
import { findConfig } from '../../src/config/find.js';
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
