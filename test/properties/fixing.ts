import * as v from 'valibot';
import { type FixResult, fixText, type Linted } from '../../src/lint/fix.js';
import { lint } from '../../src/lint/lint.js';
import { noFiles } from '../../src/model/files.js';
import type { AnyRule } from '../../src/model/rule.js';
import type { RuleSetting } from '../../src/model/settings.js';
import { parse } from '../../src/parse/parse.js';
import { everyRule } from '../rules/every-rule.js';

/** A rule as the strictest preset has it, so that it finds as much as it can. */
export function strictest(rule: AnyRule): RuleSetting {
  const options = { ...rule.presetOptions?.awesome, ...rule.presetOptions?.strict };
  return { rule, severity: rule.severity.default, options: v.parse(rule.options, options) as object };
}

/** Every rule that lists are linted with, those that no preset turns on included. */
export const everySetting: readonly RuleSetting[] = everyRule.map(strictest);

/** Lints a text with some rules; throws what a rule throws. */
export function linted(text: string, rules: readonly RuleSetting[]): Linted {
  const list = parse(text, { path: 'README.md' });
  const { findings, crashes } = lint(list, { rules, files: noFiles, known: everyRule });
  for (const { rule, why } of crashes) throw new Error(`${rule} fails: ${why}`);
  return { list, findings };
}

/** Applies the safe fixes of some rules. */
export function fixWith(text: string, rules: readonly RuleSetting[]): FixResult {
  return fixText(text, (next) => linted(next, rules), { unsafe: false });
}
