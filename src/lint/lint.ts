import type { Files } from '../model/files.js';
import type { Finding } from '../model/finding.js';
import type { List } from '../model/list.js';
import type { RuleSetting } from '../model/settings.js';
import type { JudgedLink } from '../model/verdict.js';
import { ignoreFilter } from './ignore-filter.js';
import { settled } from './infer-options.js';
import { dropSuperseded } from './precedence.js';
import { type Crash, type RawFinding, type RuleInput, runRule } from './run-rule.js';
import { suppressionsOf } from './suppress.js';
import { unusedDirectives } from './unused-directives.js';

/** What a list is linted with. */
export interface LintOptions {
  /** The rules that are on. */
  readonly rules: readonly RuleSetting[];
  readonly files: Files;
  /** Empty when links were not checked. */
  readonly judged: readonly JudgedLink[];
  /** Ids of all rules there are, those that are off included; without them no directive is said to name an unknown rule. */
  readonly known?: readonly string[];
}

/** What lint has to say of one file. */
export interface LintResult {
  /** By position, then rule. */
  readonly findings: readonly Finding[];
  /** How many places a directive silenced. */
  readonly suppressed: number;
  /** Rules that threw or took too long; the others were heard all the same. */
  readonly crashes: readonly Crash[];
}

/** Lets each rule speak once, lets root causes silence their dependants, and drops what a directive silences. */
export function lint(list: List, { rules, files, judged, known }: LintOptions): LintResult {
  const facts = { list, files, judged, idle: [] };
  const inScope = ignoreFilter(list);
  const silence = suppressionsOf(list);
  const early = rules
    .filter((setting) => setting.rule.reads !== 'directives')
    .map((setting) => (setting.rule.learn === undefined ? setting : settled(setting, list)));
  const crashes: Crash[] = [];
  const runOne = (setting: RuleSetting, given: RuleInput): readonly RawFinding[] => {
    const said = runRule(setting, given);
    if (!('why' in said)) return said;
    crashes.push(said);
    return [];
  };
  const raw = inScope(dropSuperseded(early.flatMap((setting) => runOne(setting, facts))));
  const shown = silence.apply(raw);

  const named = new Set(known ?? [...early.map((one) => one.rule.id), ...list.directives.flatMap((one) => one.rules)]);
  const idle = unusedDirectives(silence, { list, rules: early, judged, known: named });
  const late = rules.filter((setting) => setting.rule.reads === 'directives');
  const rawLate = inScope(late.flatMap((setting) => runOne(setting, { ...facts, idle })));
  const shownLate = silence.apply(rawLate);

  return {
    findings: [...shown.kept, ...shownLate.kept].sort(inOrder).map((one) => one.finding),
    suppressed: shown.suppressed + shownLate.suppressed,
    crashes,
  };
}

function inOrder({ finding: a }: RawFinding, { finding: b }: RawFinding): number {
  return (
    a.start.offset - b.start.offset ||
    a.end.offset - b.end.offset ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
