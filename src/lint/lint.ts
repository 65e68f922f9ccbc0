import type { ListedException, RuleException } from '../model/exception.js';
import type { Files } from '../model/files.js';
import type { Finding } from '../model/finding.js';
import type { List } from '../model/list.js';
import type { RuleSetting } from '../model/settings.js';
import type { JudgedLink, Verdict } from '../model/verdict.js';
import { checkHeap } from '../process/heap-limit.js';
import { withAnchorFixes } from './anchor-fixes.js';
import { commentExceptions } from './comment-exceptions.js';
import { withConventionFixes } from './convention-fixes.js';
import { exceptionsFor } from './exceptions.js';
import { ignoreFilter } from './ignore-filter.js';
import { withInferred } from './infer-options.js';
import { judgedTest } from './judged.js';
import { dropSuperseded } from './precedence.js';
import { type Crash, type RawFinding, type RuleInput, runRule } from './run-rule.js';
import { type CommentTrust, suppressionsOf } from './suppress.js';
import { unusedDirectives } from './unused-directives.js';

/** What a list is linted with. */
export interface LintOptions {
  /** The rules that run. */
  readonly rules: readonly RuleSetting[];
  /** True where other rules are on as well, and are left out. Default: false. */
  readonly leavesOut?: boolean;
  readonly files: Files;
  /** Verdicts by URL as written. Default: none, and rules about verdicts are silent. */
  readonly verdicts?: ReadonlyMap<string, Verdict>;
  /** All rules there are, those that are off included; without them no directive is said to name an unknown rule. */
  readonly known?: readonly { readonly id: string }[];
  /** What plugins read about links. Default: nothing. */
  readonly prefetched?: RuleInput['prefetched'];
  /** False to report each place by itself, where rules make one finding of more than five of a kind. Default: true. */
  readonly folds?: boolean;
  /** What the configuration accepts. Default: nothing. */
  readonly exceptions?: readonly RuleException[];
  /** Epoch milliseconds, for the age of facts and for exceptions that end. Default: the clock of the machine. */
  readonly now?: number;
  /** True where comments of the list may silence a rule. Default: everywhere. */
  readonly trusts?: CommentTrust;
}

/** The findings of one list. */
export interface LintResult {
  /** By position, then rule. */
  readonly findings: readonly Finding[];
  /** How many places directives and exceptions suppressed. */
  readonly suppressed: number;
  /** Exceptions of the configuration, then those at entries, with what became of them. */
  readonly exceptions: readonly ListedException[];
  /** Rules that threw or took too long; the others ran all the same. */
  readonly crashes: readonly Crash[];
}

/** Runs each rule once, drops what another finding makes superfluous, and what a directive suppresses. */
export function lint(list: List, options: LintOptions): LintResult {
  const {
    rules,
    leavesOut = false,
    files,
    verdicts,
    known,
    folds = true,
    now = Date.now(),
    trusts = () => true,
  } = options;
  const judged = verdicts === undefined || verdicts.size === 0 ? [] : judgedLinks(list, verdicts);
  const foldOver = folds ? mostPlaces : Number.POSITIVE_INFINITY;
  const facts: RuleInput = {
    list,
    files,
    judged,
    now,
    prefetched: options.prefetched ?? new Map(),
    unusedDirectives: [],
    foldOver,
  };
  const inScope = ignoreFilter(list);
  const isJudged = judgedTest(judged, now);
  const exceptions = exceptionsFor(list, options.exceptions ?? [], now, { rules, leavesOut, isJudged });
  const silence = suppressionsOf(list, { exceptions, now, trusts });
  const asked = rules.filter((setting) => setting.rule.reads !== 'directives');
  const unformatted = withoutFormat(list);
  const listFor = ({ rule }: RuleSetting): List => (rule.yieldsToFormat === true ? unformatted : list);
  const early = asked.map((setting) =>
    setting.rule.learn === undefined ? setting : withInferred(setting, listFor(setting)),
  );
  const crashes: Crash[] = [];
  const runOne = (setting: RuleSetting, given: RuleInput): readonly RawFinding[] => {
    checkHeap();
    const said = runRule(setting, given);
    if (!('why' in said)) return said;
    crashes.push(said);
    return [];
  };
  const said = early.flatMap((setting, index) => {
    const found = runOne(setting, { ...facts, list: listFor(setting) });
    return withConventionFixes(found, asked[index] ?? setting, list);
  });
  const raw = inScope(dropSuperseded(withAnchorFixes(said, list)));
  const shown = silence.apply(raw);

  const named = new Set(
    known?.map(({ id }) => id) ?? [...early.map((one) => one.rule.id), ...list.directives.flatMap((one) => one.rules)],
  );
  const late = rules.filter((setting) => setting.rule.reads === 'directives');
  const readers = new Set(late.map(({ rule }) => String(rule.id)));
  const unused = unusedDirectives(silence, { list, rules: early, isJudged, known: named, readers });
  const rawLate = inScope(late.flatMap((setting) => runOne(setting, { ...facts, unusedDirectives: unused })));
  const shownLate = silence.apply(rawLate);

  return {
    findings: [...shown.kept, ...shownLate.kept].sort(inOrder).map((one) => one.finding),
    suppressed: shown.suppressed + shownLate.suppressed,
    exceptions: [...exceptions.rows(), ...commentExceptions(list, silence, unused)],
    crashes,
  };
}

/** The list without the entries that have a format. */
function withoutFormat(list: List): List {
  if (list.entries.every(({ fields }) => fields === null)) return list;
  return { ...list, entries: list.entries.filter(({ fields }) => fields === null) };
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
