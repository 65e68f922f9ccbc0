import type { AnyRule, Example } from '../../src/model/rule.js';
import { type OpenExample, openExample } from '../../src/pipeline/test-rule.js';
import { everyRule } from './every-rule.js';

export { inShort, settingOf as setting } from '../../src/pipeline/test-rule.js';

// Tests ask for the same example several times in a row.
let latest: { readonly rule: AnyRule; readonly example: Example; readonly opened: OpenExample } | null = null;

function open(rule: AnyRule, example: Example): OpenExample {
  if (latest?.rule !== rule || latest.example !== example)
    latest = { rule, example, opened: openExample(rule, example, everyRule) };
  return latest.opened;
}

/** What one rule finds in the text of an example, beside all others. */
export const findingsOf = (rule: AnyRule, example: Example, text: string) => open(rule, example).findingsIn(text);

/** Fixes the text of an example, with what needs a look where that is all the rule offers. */
export const fixed = (rule: AnyRule, example: Example, text: string) => open(rule, example).fix(text);
