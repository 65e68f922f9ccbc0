import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { generateIndex } from '../scripts/sync/index-file.js';
import { staleFiles } from '../scripts/sync/stale.js';
import { builtinRules as rules } from '../src/config/builtin-rules.js';

const root = fileURLToPath(new URL('..', import.meta.url));

test('everything generated is fresh; npm run sync writes it', async () => {
  expect(Object.keys(await staleFiles(root))).toEqual([]);
});

test('a new rule is one file: the index takes it up by its name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'listwright-'));
  for (const file of ['b-rule.ts', 'a-rule.ts', 'index.ts', 'README.md']) writeFileSync(join(folder, file), '');
  expect(await generateIndex(folder)).toContain("import aRule from './a-rule.js';\nimport bRule from './b-rule.js';\n");
});

describe('the JSON Schema of the configuration', () => {
  const schema = JSON.parse(readFileSync(join(root, 'schema/config.schema.json'), 'utf8'));
  const valid = new Ajv({ strict: false }).compile(schema);

  test.each([
    [{}, true],
    [{ rules: { 'description-end': 'off', 'toc-sync': ['warning', {}] } }, true],
    [{ overrides: [{ files: '*.md', rules: {} }], deadAfter: { days: 3 } }, true],
    [{ rulez: {} }, false],
    [{ rules: { 'descripton-end': 'off' } }, false],
    [{ rules: { 'description-end': ['error', { stile: 1 }] } }, false],
    [{ rules: { 'description-end': 'loud' } }, false],
    [{ maxWarnings: -1 }, false],
  ])('%j is valid: %s', (config, expected) => expect(valid(config)).toBe(expected));

  test('describes every option and every rule', () => {
    for (const [key, { description }] of Object.entries<{ description?: string }>(schema.properties)) {
      expect(description, key).toBeTruthy();
    }
    expect(Object.keys(schema.properties.rules.properties)).toEqual(rules.map((rule) => rule.id));
  });
});
