import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { beginRule } from '../scripts/new-rule/text.js';
import type { AnyRule } from '../src/model/rule.js';
import { testExamples } from '../src/pipeline/test-rule.js';

test('a rule that is begun works: its examples come out as they say', async () => {
  const folder = mkdtempSync(fileURLToPath(new URL('begun-', import.meta.url)));
  try {
    const file = join(folder, 'no-shouting.ts');
    writeFileSync(file, beginRule('no-shouting').replaceAll("'../src/", "'../../src/"));
    const { default: rule } = (await import(pathToFileURL(file).href)) as { default: AnyRule };
    expect(rule.id).toBe('no-shouting');
    expect(rule.examples.length).toBeGreaterThanOrEqual(5);
    expect(testExamples(rule)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
