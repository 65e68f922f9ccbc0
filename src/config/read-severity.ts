import type { RuleSeverity } from '../model/rule.js';
import type { RawSeverity } from './config-file.js';

/** All severities, for messages and help. */
export const severities: readonly RuleSeverity[] = ['off', 'info', 'warning', 'error'];

/** What `true` sets for a rule that no preset turns on. */
const usual = 'warning';

/**
 * The severity that a configuration means: `warn` is `warning`, `false` is `off`, and `true` turns a rule on with the severity
 * that the preset gives it. `inPresets` are the severities of the rule: first that of the preset of the list, then the others.
 */
export function readSeverity(raw: RawSeverity, inPresets: readonly RuleSeverity[]): RuleSeverity {
  if (raw === 'warn') return 'warning';
  if (raw === false) return 'off';
  return raw === true ? (inPresets.find((severity) => severity !== 'off') ?? usual) : raw;
}

/** The severity that a word of the command line means; null for none. */
export function severityOf(word: string): RawSeverity | null {
  if (word === 'warn') return word;
  if (word === 'true' || word === 'false') return word === 'true';
  return severities.find((each) => each === word) ?? null;
}
