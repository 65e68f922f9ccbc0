import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/model/change.js';
import type { Finding } from '../../src/model/finding.js';
import type { Example } from '../../src/model/rule.js';
import { everyRule } from '../rules/every-rule.js';
import { findingsOf, fixed } from '../rules/lint-with.js';
import { fixWith, strictest } from './fixing.js';
import { breaches } from './law.js';
import { lists } from './lists.js';

const placesIn = (findings: readonly Finding[]): number =>
  findings.reduce((sum, { places }) => sum + 1 + (places?.length ?? 0), 0);

const fixtures = readdirSync(new URL('../../fixtures', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8'));

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

  it('changes only what it declares in generated lists and fixtures', () => {
    const keeps = (text: string): void => {
      const after = fixWith(text, [strictest(rule)]).text;
      expect(breaches(text, after, rule.changes as readonly Change[])).toEqual([]);
      if (after !== text) expect(fixWith(after, [strictest(rule)]).text).toBe(after);
    };
    for (const text of fixtures) keeps(text);
    fc.assert(fc.property(lists, keeps), { numRuns: 25 });
  });
});
