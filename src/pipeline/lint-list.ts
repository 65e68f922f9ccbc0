import { withValueFixes } from '../data/value-fixes.js';
import { type Baseline, baselineRows, type KnownFinding, type LintedScope } from '../diff/baseline.js';
import type { Changes } from '../diff/list-diff.js';
import type { Input } from '../fs/inputs.js';
import { fixText, type Linted } from '../lint/fix.js';
import { withInferred } from '../lint/infer-options.js';
import { type LintOptions, type LintResult, lint } from '../lint/lint.js';
import type { Files } from '../model/files.js';
import type { Finding } from '../model/finding.js';
import type { List } from '../model/list.js';
import type { ListChange } from '../model/pull-request.js';
import type { ReportedList } from '../model/report.js';
import { type AnyRule, isAboutChecks } from '../model/rule.js';
import type { RuleSetting } from '../model/settings.js';
import type { UpkeepFile } from '../model/upkeep.js';
import type { Verdict } from '../model/verdict.js';
import { outlineOf } from '../report/outline.js';
import { detachment } from '../url/resolve-relative.js';
import { commentTrust } from './comment-trust.js';
import { allOf, type NewFindings, onlyNew } from './compare.js';
import { listChange } from './list-change.js';
import type { Document } from './read-list.js';

/** How the lists of a run are linted. */
export interface LintPlan {
  readonly command: 'check' | 'lint' | 'links';
  /** Every rule there is, those that are off included. */
  readonly rules: readonly AnyRule[];
  /** Which fixes are applied; null for none. */
  readonly fix: 'safe' | 'unsafe' | null;
  /** Findings that do not count; null without a baseline. */
  readonly baseline: Baseline | null;
  /** Epoch milliseconds, for the age of facts and for exceptions that end. */
  readonly now: number;
  /** What plugins read about links. Default: nothing. */
  readonly prefetched?: LintOptions['prefetched'];
}

/** A list as it was at the base. */
export interface BaseState {
  /** Null where it was not there. */
  readonly list: List | null;
  /** What was around it. */
  readonly files: Files;
  /** From it to the list as it was read. */
  readonly changes: Changes;
  /** From it to the list with fixes. */
  readonly changesTo: (list: List) => Changes;
}

/** What a list was: to compare with, and to grant exceptions; null for neither. */
export interface BaseStates {
  readonly base: BaseState | null;
  readonly granted: BaseState | null;
}

/** Reads what a list was at the two bases of a run, which are often one. */
export type ReadBases = (document: Document) => Promise<BaseStates>;

/** A file and its text with fixes applied; `after` is `before` where none was. */
export interface FixedFile {
  readonly input: Input;
  readonly before: string;
  readonly after: string;
  /** How many fixes were applied. */
  readonly applied: number;
  /** The data files that it is written from, with the same fixes; empty for most lists. */
  readonly data: readonly UpkeepFile[];
}

/** What lint found in one list. Holds no tree, so that many lists do not pile up. */
export interface LintedList extends FixedFile, LintResult {
  readonly list: ReportedList;
  /** Sentences for standard error. */
  readonly notices: readonly string[];
  /** What a pull request changes in it; null where it is not compared. */
  readonly change: ListChange | null;
  /** What a comparison says; null where there is none. */
  readonly compared: {
    /** How many findings the baseline holds, and what it holds that was not found, in the text as it was read. */
    readonly known: number;
    readonly stale: number;
    /** Every finding of the text with fixes applied, as a baseline holds it. */
    readonly rows: readonly KnownFinding[];
  } | null;
}

/** The ids of the rules that run in a command; null for all. */
export function rulesRun({ command, rules }: Pick<LintPlan, 'command' | 'rules'>): ReadonlySet<string> | null {
  if (command === 'check') return null;
  return new Set(rules.filter((rule) => isAboutChecks(rule) === (command === 'links')).map((rule) => rule.id));
}

/** Every finding of all lists, as a baseline holds them; null without a comparison. */
export function comparedRows(
  linted: readonly LintedList[],
  plan: LintPlan,
): { readonly rows: readonly KnownFinding[]; readonly looked: LintedScope } | null {
  const rows = linted.flatMap(({ compared }) => (compared === null ? [] : [compared.rows]));
  if (rows.length === 0) return null;
  return { rows: rows.flat(), looked: { paths: linted.map(({ list }) => list.path), rules: rulesRun(plan) } };
}

/** One text of a list, linted, and what of it counts. */
interface State {
  readonly list: List;
  readonly result: LintResult;
  readonly counted: NewFindings;
}

/**
 * Lints a list, applies the fixes that are requested, and keeps the findings that count.
 * @param granted in a pull request, the list at its base, whose comments may silence rules about links and facts; null elsewhere
 */
export function lintList(
  document: Document,
  base: BaseState | null,
  verdicts: ReadonlyMap<string, Verdict>,
  plan: LintPlan,
  granted: BaseState | null = null,
): LintedList {
  const { input, text, files, reread } = document;
  const compares = base !== null || plan.baseline !== null;
  const isUnread = isBarelyRead(document);
  const rules = document.settings.rules.filter(
    ({ rule }) => (plan.command !== 'links' || isOnLinks(rule, plan.rules)) && !(isUnread && isAboutStyle(rule)),
  );
  const { exceptions } = document.settings;
  const { now, prefetched = new Map() } = plan;
  const leavesOut = rules.length < document.settings.rules.length;
  const options = { rules, leavesOut, files, verdicts, known: plan.rules, exceptions, now, prefetched };
  // Places are compared one by one; what is new altogether is folded again.
  const was = base?.list ? lint(base.list, { ...options, files: base.files, folds: false }).findings : [];
  const stateOf = (list: List): State => {
    const trusts = granted === null ? undefined : commentTrust(granted, list, plan.now);
    const trusting = trusts === undefined ? options : { ...options, trusts };
    const result = lint(list, { ...trusting, folds: !compares });
    if (!compares) return { list, result, counted: allOf(result.findings) };
    const changes = base === null || list === document.list ? base?.changes : base.changesTo(list);
    const counted = onlyNew(result.findings, list, {
      baseline: plan.baseline,
      base: base === null || changes === undefined ? null : { list: base.list, findings: was, changes },
      ran: rulesRun(plan),
      flipped: base?.list ? flippedRules(rules, base.list, list) : new Set(),
    });
    const whole = wholeRules(counted.kept, result.findings);
    if (whole.size === 0) return { list, result, counted };
    const folded = lint(list, trusting).findings.filter(({ rule }) => whole.has(rule));
    const single = counted.kept.filter(({ rule }) => !whole.has(rule));
    return { list, result, counted: { ...counted, kept: [...single, ...folded].sort(byPlace) } };
  };

  const since = granted ?? base;
  const read = stateOf(document.list);
  const states = new Map([[text, read]]);
  const relint = (next: string): Linted => {
    const { list, counted } = remembered(states, next, () => stateOf(reread(next)));
    return { list, findings: document.keptAsData ? withValueFixes(list, counted.kept) : counted.kept };
  };
  const { fix } = plan;
  const fixed = fix === null ? { text, applied: 0 } : fixText(text, relint, { unsafe: fix === 'unsafe' });
  const left = remembered(states, fixed.text, () => stateOf(reread(fixed.text)));
  return {
    input,
    before: text,
    after: fixed.text,
    applied: fixed.applied,
    data: [],
    list: outlineOf(left.list, document.settings.preset, document.settings.detected),
    findings: left.counted.kept,
    suppressed: left.result.suppressed,
    exceptions: left.result.exceptions,
    crashes: left.result.crashes,
    notices: noticesOf(document),
    change: since === null ? null : listChange(document.list, since.changes),
    compared: compares
      ? {
          known: read.counted.known,
          stale: read.counted.stale.reduce((sum, { count }) => sum + count, 0),
          rows: baselineRows(left.result.findings, left.list),
        }
      : null,
  };
}

/** The last text is linted once, though both the fixes and the report ask for it; those before it are dropped. */
function remembered(states: Map<string, State>, text: string, make: () => State): State {
  const known = states.get(text);
  if (known !== undefined) return known;
  states.clear();
  const state = make();
  states.set(text, state);
  return state;
}

/** The rules that infer something else from a list than from what it was. */
function flippedRules(rules: readonly RuleSetting[], before: List, after: List): ReadonlySet<string> {
  const differs = (setting: RuleSetting): boolean =>
    setting.rule.learn !== undefined &&
    JSON.stringify(withInferred(setting, before).options) !== JSON.stringify(withInferred(setting, after).options);
  return new Set(rules.filter(differs).map(({ rule }) => String(rule.id)));
}

/** More new findings of one rule than this are folded; fewer are reported where they are, each with its fix. */
const most = 20;

/** The rules whose many findings all count, with the fixes that they had. */
function wholeRules(kept: readonly Finding[], all: readonly Finding[]): ReadonlySet<string> {
  const count = (findings: readonly Finding[], fixed: boolean): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const { rule, fix } of findings) if (!fixed || fix !== null) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    return counts;
  };
  const [counted, fixes, allFixes] = [count(kept, false), count(kept, true), count(all, true)];
  const found = [...count(all, false)].filter(
    ([rule, total]) => total > most && counted.get(rule) === total && fixes.get(rule) === allFixes.get(rule),
  );
  return new Set(found.map(([rule]) => rule));
}

function byPlace(a: Finding, b: Finding): number {
  return a.start.offset - b.start.offset || a.end.offset - b.end.offset || (a.rule < b.rule ? -1 : 1);
}

/** True for rules that compare entries and their descriptions with one another. */
const isAboutStyle = ({ topic, learn }: AnyRule): boolean => topic === 'descriptions' || learn !== undefined;

/** Fewer links than these outside of entries may be in any introduction. */
const mostOutside = 20;

/** True where so many links are in no entry that the few entries do not show the style of the list; a preset that was asked for is obeyed. */
function isBarelyRead({ list, settings }: Document): boolean {
  const outside = list.coverage.links - list.coverage.inEntries;
  return settings.detected !== null && outside > mostOutside && outside > list.coverage.inEntries;
}

/** What could not be linted, in sentences. */
function noticesOf(document: Document): readonly string[] {
  const { list, files, input } = document;
  const said: string[] = [];
  if (detachment(list, files) === 'yes') {
    said.push(
      `${input.path}: relative links were not checked, because this is not a checkout of the list's repository; run listwright there`,
    );
  }
  if (isBarelyRead(document)) {
    const { links, inEntries } = list.coverage;
    said.push(
      `${input.path}: ${links - inEntries} of ${links} links are not part of an entry, so the style of entries was not checked`,
    );
  }
  return said;
}

/** True for rules that read verdicts, and for those whose findings make theirs unnecessary. */
function isOnLinks(rule: AnyRule, all: readonly AnyRule[]): boolean {
  return isAboutChecks(rule) || all.some((one) => isAboutChecks(one) && one.supersededBy.includes(rule.id));
}
