import { readdirSync } from 'node:fs';
import type { AnyRule } from '../../src/model/rule.js';

const folder = new URL('../../rules/', import.meta.url);

/** The file names of all rules, without ending. */
export const ruleFiles: readonly string[] = readdirSync(folder)
  .filter((name) => /^[a-z-]+\.ts$/.test(name) && name !== 'index.ts')
  .map((name) => name.slice(0, -3))
  .sort();

/** All rules, read from their files, so that no index can leave one out. */
export const everyRule: readonly AnyRule[] = await readRules();

/** One by one: jiti gives out a module that two import at once before it has run. */
async function readRules(): Promise<readonly AnyRule[]> {
  const rules: AnyRule[] = [];
  for (const name of ruleFiles) {
    const module: { default: AnyRule } = await import(new URL(`${name}.ts`, folder).href);
    rules.push(module.default);
  }
  return rules;
}
