import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { builtinRules } from '../src/config/builtin-rules.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const ids = builtinRules.map(({ id }) => String(id)).filter((id) => !id.startsWith('style/'));

/** Files that translate names of other tools, and texts that show a rule as an example. */
const allowed: readonly RegExp[] = [
  /^init\/importers\//,
  /^rule-kit\/rule-aliases\.ts$/,
  /^config\/schema\.ts$/,
  /^config\/names-elsewhere\.ts$/,
  // Where two networks contradict each other, the finding is the one of the other verdict.
  /^report\/merge-vantages\.ts$/,
  // What ends an entry is what these rules find; the configuration of `prune` names the others.
  /^prune\/criteria\.ts$/,
  /^pipeline\/streaks\.ts$/,
  /^config\/upkeep-schema\.ts$/,
];

test('no rule id decides anything outside of rules/', () => {
  const spelled = new RegExp(`(['"\`])(?:${ids.join('|')})\\1|'link-'`);
  const found = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !allowed.some((pattern) => pattern.test(file)))
    .filter((file) => spelled.test(readFileSync(join(root, 'src', file), 'utf8')));
  expect(found).toEqual([]);
});

test('each rule in rules/ names its topic', () => {
  const without = ids.filter(
    (id) => !/^ {2}topic: '[a-z]+',$/m.test(readFileSync(join(root, 'rules', `${id}.ts`), 'utf8')),
  );
  expect(without).toEqual([]);
});
