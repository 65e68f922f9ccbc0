import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/model/errors.js';
import { everyRule } from './every-rule.js';
import { findingsOf, inShort } from './lint-with.js';

const ladder =
  '## Flying\n\n- **Tier 1: Launch**\n  - [Wind](https://wind.example/)\n- **Tier 2: Loops**\n  - [Wind](https://wind.example/) (once more)\n';

describe.each(everyRule.map((rule) => ({ id: String(rule.id), rule })))('the options of $id', ({ rule }) => {
  it('all have a default, and can be ignored by name', () => {
    expect(v.safeParse(rule.options, {}).success).toBe(true);
    expect(v.parse(rule.options, { ignore: ['A'] })).toMatchObject({ ignore: ['A'] });
  });

  it('take what the presets set', () => {
    for (const options of Object.values<object>(rule.presetOptions ?? {})) {
      expect(v.parse(rule.options, options)).toMatchObject(options);
    }
  });
});

describe('tier-no-repeat', () => {
  const rule = everyRule.find((one) => one.id === 'tier-no-repeat');
  const said = (options: object) =>
    rule === undefined ? [] : inShort(rule, findingsOf(rule, { text: ladder, finds: [], options }, ladder));

  it('lets a list say what marks a thing that comes back', () => {
    expect(said({})).toEqual(['6:5 again']);
    expect(said({ allowRepeat: 'once more' })).toEqual([]);
  });

  it('says when the pattern is none', () => {
    expect(() => said({ allowRepeat: '(' })).toThrow(UserError);
  });
});

describe('tier-heading-format', () => {
  it('takes no template without its parts', () => {
    const rule = everyRule.find((one) => one.id === 'tier-heading-format');
    expect(v.safeParse(rule?.options, { template: 'Tier' }).success).toBe(false);
    expect(v.safeParse(rule?.options, { template: 'Stage {n}: {title}' }).success).toBe(true);
  });
});
