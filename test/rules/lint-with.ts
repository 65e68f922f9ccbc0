import type { AnyRule, Example } from '../../src/model/rule.js';
import * as examples from '../../src/pipeline/test-rule.js';
import { everyRule } from './every-rule.js';

export { inShort, settingOf as setting } from '../../src/pipeline/test-rule.js';

/** What one rule finds in the text of an example, beside all others. */
export const findingsOf = (rule: AnyRule, example: Example, text: string) =>
  examples.findingsOf(rule, example, text, everyRule);

/** Fixes the text of an example, with what needs a look where that is all the rule offers. */
export const fixed = (rule: AnyRule, example: Example, text: string) =>
  examples.fixExample(rule, example, text, everyRule);
