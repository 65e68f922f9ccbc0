import { applyBaseline, type Baseline, type LintedScope } from '../diff/baseline.js';
import { type Changes, changesBetween } from '../diff/list-diff.js';
import { newFindings } from '../diff/new-findings.js';
import type { Base } from '../git/base.js';
import { textAtBase } from '../git/changed-files.js';
import type { LintResult } from '../lint/lint.js';
import type { Finding } from '../model/finding.js';
import type { List } from '../model/list.js';
import type { AnyRule } from '../model/rule.js';
import { plural, pluralForm } from '../text/plural.js';
import type { Document } from './read-list.js';

/** What comparing asks of a request. */
export interface CompareRequest {
  readonly command: 'check' | 'lint' | 'links';
  readonly rules: readonly AnyRule[];
  readonly base?: Base | null;
  readonly baseline?: Baseline | null;
}

/** A list as it was at the base, null where it was not there, and what has changed since. */
export interface BaseState {
  readonly list: List | null;
  readonly changes: Changes;
}

/** A list that was read, what it was before (null without a base), and how its findings are heard. */
export interface Compared {
  readonly list: List;
  readonly before: BaseState | null;
  readonly lint: (list: List) => LintResult;
}

/** What is left of the findings of a run. */
export interface NewFindings {
  readonly findings: readonly Finding[];
  /** Sentences for standard error. */
  readonly notices: readonly string[];
  /** Every finding, and what was looked at. */
  readonly all: { readonly findings: readonly Finding[]; readonly looked: LintedScope };
}

/** True where a run has something to compare with. */
export function compares({ base, baseline }: CompareRequest): boolean {
  return (base ?? baseline ?? null) !== null;
}

/** Reads what a list was at the base; null where there is none to compare with. */
export async function baseState(document: Document, base: Base | null | undefined): Promise<BaseState | null> {
  if (!base || document.input.remote !== null) return null;
  const text = await textAtBase(base, document.input.file);
  const list = text === null ? null : document.reread(text);
  return { list, changes: changesBetween(list, document.list) };
}

/** Takes out the findings that are known, then those that the change since the base does not cause. */
export function keepNewFindings(
  files: readonly { readonly compared: Compared | null; readonly findings: readonly Finding[] }[],
  request: CompareRequest,
): NewFindings {
  const lists = files.flatMap(({ compared }) => (compared === null ? [] : [compared.list]));
  const all = { findings: files.flatMap(({ findings }) => findings), looked: { lists, rules: heard(request) } };
  const baselined = request.baseline ? applyBaseline(all.findings, request.baseline, all.looked) : null;
  const kept = new Set(baselined?.kept);
  const findings = files.flatMap(({ compared, findings: found }) => {
    // A known finding that stands for many may have been narrowed to another object.
    const left =
      baselined === null || compared === null
        ? found
        : baselined.kept.filter((finding) => finding.path === compared.list.path && kept.has(finding));
    const before = compared?.before ?? null;
    if (compared === null || before === null) return left;
    const was = before.list === null ? null : compared.lint(before.list).findings;
    return newFindings(was, left, { before: before.list, after: compared.list }, before.changes);
  });
  const notices: string[] = [];
  if (baselined !== null && baselined.known.length > 0)
    notices.push(
      `${plural(baselined.known.length, 'finding')} of the baseline ${pluralForm(baselined.known.length, 'does', 'do')} not count`,
    );
  if (baselined !== null && baselined.stale.length > 0)
    notices.push(
      `${plural(baselined.stale.length, 'finding')} of the baseline ${pluralForm(baselined.stale.length, 'is', 'are')} no longer there; --update-baseline drops ${pluralForm(baselined.stale.length, 'it', 'them')}`,
    );
  return { findings, notices, all };
}

/** Ids of the rules that could speak in a command; null for all. */
function heard({ command, rules }: CompareRequest): ReadonlySet<string> | null {
  if (command === 'check') return null;
  return new Set(rules.filter((rule) => (rule.reads === 'verdict') === (command === 'links')).map((rule) => rule.id));
}
