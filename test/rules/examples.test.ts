import { describe, expect, it } from 'vitest';
import type { Example } from '../../src/model/rule.js';
import { everyRule, ruleFiles } from './every-rule.js';
import { findingsOf, fixed, inShort } from './lint-with.js';

describe.each(everyRule.map((rule) => ({ id: String(rule.id), rule })))('$id', ({ rule }) => {
  const examples: readonly Example[] = rule.examples;

  it.each(examples.map((example, index) => ({ name: example.note ?? `example ${index + 1}`, example })))(
    'finds what it should, and fixes what it can: $name',
    ({ example }) => {
      const findings = findingsOf(rule, example, example.text);
      expect(inShort(rule, findings)).toEqual(example.finds);
      for (const finding of findings) {
        expect(finding.message).not.toMatch(/[{}]|undefined|null|(?<!`)``(?!`)/);
        // Only what is missing at the end of a file has no place of its own.
        if (finding.start.offset < example.text.length) {
          expect(example.text.slice(finding.start.offset, finding.end.offset)).not.toBe('');
        }
        // What needs a look by itself may be proven by a verdict.
        if (finding.fix !== null && rule.fix !== 'safe' && example.verdicts === undefined)
          expect(finding.fix.safe).toBe(false);
        if (rule.fix === 'none') expect(finding.fix).toBeNull();
      }

      const hasFix = findings.some(({ fix }) => fix !== null);
      const once = hasFix ? fixed(rule, example, example.text) : { text: example.text, applied: 0, rounds: 0 };
      expect(once.text).toBe(example.fixed ?? example.text);
      expect(once.rounds).toBeLessThan(10);
      if (once.applied > 0) expect(fixed(rule, example, once.text)).toEqual({ text: once.text, applied: 0, rounds: 0 });
    },
  );

  it('shows what it finds and what it leaves alone', () => {
    expect(examples.filter((example) => example.finds.length > 0).length).toBeGreaterThanOrEqual(2);
    expect(examples.filter((example) => example.finds.length === 0).length).toBeGreaterThanOrEqual(3);
  });

  it('says each of its messages in an example', () => {
    const said = new Set(examples.flatMap((example) => example.finds.map((found) => found.split(' ')[1])));
    expect(Object.keys(rule.messages).filter((id) => !said.has(id))).toEqual([]);
  });
});

describe('rules', () => {
  it('have the id that their file has', () => {
    expect(everyRule.map((rule) => rule.id)).toEqual(ruleFiles);
  });

  it('never yield in a circle', () => {
    const superiors = new Map(everyRule.map((rule) => [String(rule.id), rule.supersededBy as readonly string[]]));
    const above = (id: string, path: readonly string[]): readonly string[] => {
      expect(path).not.toContain(id);
      return (superiors.get(id) ?? []).flatMap((next) => [next, ...above(next, [...path, id])]);
    };
    for (const id of superiors.keys()) expect(above(id, [])).not.toContain(id);
  });
});
