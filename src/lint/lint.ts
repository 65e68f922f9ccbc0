import type { Files } from '../model/files.js';
import type { Finding } from '../model/finding.js';
import type { List } from '../model/list.js';
import type { RuleSetting } from '../model/settings.js';
import type { JudgedLink, Verdict } from '../model/verdict.js';
import { withConventionFixes } from './convention-fixes.js';
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
  /** Verdicts by URL as written. Default: none, and rules about verdicts are silent. */
  readonly verdicts?: ReadonlyMap<string, Verdict>;
  /** All rules there are, those that are off included; without them no directive is said to name an unknown rule. */
  readonly known?: readonly { readonly id: string }[];
  /** False to report each place by itself, where rules make one finding of more than five of a kind. Default: true. */
  readonly folds?: boolean;
}

/** The findings of one list. */
export interface LintResult {
  /** By position, then rule. */
  readonly findings: readonly Finding[];
  /** How many places directives suppressed. */
  readonly suppressed: number;
  /** Rules that threw or took too long; the others ran all the same. */
  readonly crashes: readonly Crash[];
}

/** Runs each rule once, drops what another finding makes superfluous, and what a directive suppresses. */
export function lint(list: List, { rules, files, verdicts, known, folds = true }: LintOptions): LintResult {
  const judged = verdicts === undefined || verdicts.size === 0 ? [] : judgedLinks(list, verdicts);
  const facts: RuleInput = { list, files, judged, idle: [], foldOver: folds ? mostPlaces : Number.POSITIVE_INFINITY };
  const inScope = ignoreFilter(list);
  const silence = suppressionsOf(list);
  const asked = rules.filter((setting) => setting.rule.reads !== 'directives');
  const early = asked.map((setting) => (setting.rule.learn === undefined ? setting : settled(setting, list)));
  const crashes: Crash[] = [];
  const runOne = (setting: RuleSetting, given: RuleInput): readonly RawFinding[] => {
    const said = runRule(setting, given);
    if (!('why' in said)) return said;
    crashes.push(said);
    return [];
  };
  const said = early.flatMap((setting, index) => {
    const found = runOne(setting, facts);
    return withConventionFixes(found, asked[index] ?? setting, list);
  });
  const raw = inScope(dropSuperseded(said));
  const shown = silence.apply(raw);

  const named = new Set(
    known?.map(({ id }) => id) ?? [...early.map((one) => one.rule.id), ...list.directives.flatMap((one) => one.rules)],
  );
  const late = rules.filter((setting) => setting.rule.reads === 'directives');
  const readers = new Set(late.map(({ rule }) => String(rule.id)));
  const idle = unusedDirectives(silence, { list, rules: early, judged, known: named, readers });
  const rawLate = inScope(late.flatMap((setting) => runOne(setting, { ...facts, idle })));
  const shownLate = silence.apply(rawLate);

  return {
    findings: [...shown.kept, ...shownLate.kept].sort(inOrder).map((one) => one.finding),
    suppressed: shown.suppressed + shownLate.suppressed,
    crashes,
  };
}

/** More places of one kind than this are one finding. */
const mostPlaces = 5;

function judgedLinks(list: List, verdicts: ReadonlyMap<string, Verdict>): readonly JudgedLink[] {
  return list.links.flatMap((link): JudgedLink[] => {
    const verdict = verdicts.get(link.url);
    return verdict === undefined ? [] : [{ link, verdict }];
  });
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
