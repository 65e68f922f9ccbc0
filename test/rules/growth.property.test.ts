import { expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.js';
import { noFiles } from '../../src/model/files.js';
import type { List } from '../../src/model/list.js';
import type { AnyRule } from '../../src/model/rule.js';
import type { Chunk, ChunkCache } from '../../src/parse/markdown/chunks.js';
import { parseUncached } from '../../src/parse/parse.js';
import { strictest } from '../properties/fixing.js';
import { stepsOf } from '../properties/steps.js';
import { everyRule } from './every-rule.js';

/** Four times the text takes sixteen times the steps where they grow with the square. */
const most = 5;
/** Fewer steps are the same for every text. */
const floor = 500;

/** Reads a text that is repeated, each repetition once where Markdown allows it: reading takes longer than the rules. */
function readRepeated(text: string, length: number): List {
  const chunks = new Map<string, Chunk>();
  const unit = text.length + 1;
  const cache: ChunkCache = {
    sizes: { least: unit, most: unit },
    find: (chunk) => chunks.get(chunk),
    keep: (chunk) => void chunks.set(chunk.text, chunk),
  };
  return parseUncached(`${text}\n`.repeat(Math.ceil(length / unit)), { path: 'README.md' }, cache);
}

type Example = AnyRule['examples'][number];

/** The steps of a rule for some of its examples, each repeated up to a length; reading is not counted. */
function stepsFor(rule: AnyRule, examples: readonly Example[], length: number): number {
  const { options: strict, ...setting } = strictest(rule);
  // Some examples differ in their options alone.
  const lists = new Map<string, List>();
  const runs = examples.map(({ text, options }) => {
    const list = lists.get(text) ?? readRepeated(text, length);
    lists.set(text, list);
    const rules = [{ ...setting, options: { ...strict, ...options } }];
    return () => void lint(list, { rules, files: noFiles, known: everyRule });
  });
  return stepsOf(() => {
    for (const run of runs) run();
  });
}

/** What is compared with everything is limited, which shorter texts may not reach. */
const isLinear = (rule: AnyRule, examples: readonly Example[], limit: number): boolean =>
  [2_000, 12_000].some((length) => {
    const steps = Math.max(floor * examples.length, stepsFor(rule, examples, length));
    return stepsFor(rule, examples, 4 * length) < limit * steps;
  });

test.each(everyRule.map((rule) => [rule.id, rule] as const))(
  '%s takes as many times the steps as its examples are longer',
  (_, rule) => {
    // One that takes more is seen among the others, and counting takes longer than linting.
    if (isLinear(rule, rule.examples, most * 0.9)) return;
    for (const example of rule.examples) expect(isLinear(rule, [example], most), example.text).toBe(true);
  },
);
