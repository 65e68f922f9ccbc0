import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.js';
import { noFiles } from '../../src/model/files.js';
import type { AnyRule } from '../../src/model/rule.js';
import { parse } from '../../src/parse/parse.js';
import { strictest } from '../properties/fixing.js';
import { stepsOf } from '../properties/steps.js';
import { everyRule } from './every-rule.js';

/** Four times the text takes sixteen times the steps where they grow with the square. */
const most = 5;
/** Fewer steps are the same for every text. */
const floor = 3_000;

/** The steps of a rule for one of its examples, repeated up to a length; reading is not counted. */
function stepsFor(rule: AnyRule, { text, options }: AnyRule['examples'][number], length: number): number {
  const list = parse(`${text}\n`.repeat(Math.ceil(length / (text.length + 1))), { path: 'README.md' });
  const { options: strict, ...setting } = strictest(rule);
  const rules = [{ ...setting, options: { ...strict, ...options } }];
  return stepsOf(() => void lint(list, { rules, files: noFiles, known: everyRule }));
}

describe.each(everyRule.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test('takes as many times the steps as its examples are longer', () => {
    for (const example of rule.examples) {
      // What is compared with everything is limited, which shorter texts may not reach.
      const isLinear = [4_000, 20_000].some((length) => {
        const steps = Math.max(floor, stepsFor(rule, example, length));
        return stepsFor(rule, example, 4 * length) < most * steps;
      });
      expect(isLinear, example.text).toBe(true);
    }
  });
});
