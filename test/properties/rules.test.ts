import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/model/change.js';
import type { Finding } from '../../src/model/finding.js';
import type { Example } from '../../src/model/rule.js';
import { everyRule } from '../rules/every-rule.js';
import { findingsOf, fixed } from '../rules/lint-with.js';
import { breaches } from './law.js';

const placesIn = (findings: readonly Finding[]): number =>
  findings.reduce((sum, { places }) => sum + 1 + (places?.length ?? 0), 0);

const safeRules = everyRule.filter((rule) => rule.fix === 'safe');

describe.each(safeRules.map((rule) => ({ id: String(rule.id), rule })))('$id', ({ rule }) => {
  const examples: readonly Example[] = rule.examples;
  it.each(examples.map((example, index) => ({ name: example.note ?? `example ${index + 1}`, example })))(
    'changes only what it declares: $name',
    ({ example }) => {
      const { text } = fixed(rule, example, example.text);
      expect(breaches(example.text, text, rule.changes as readonly Change[])).toEqual([]);
      expect(placesIn(findingsOf(rule, example, text))).toBeLessThanOrEqual(
        placesIn(findingsOf(rule, example, example.text)),
      );
    },
  );
});
