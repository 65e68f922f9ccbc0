import { changesBetween } from '../diff/list-diff.js';
import { newFindings } from '../diff/new-findings.js';
import { lint } from '../lint/lint.js';
import type { Edit, Finding } from '../model/finding.js';
import type { Entry, List } from '../model/list.js';
import type { Position } from '../model/position.js';
import type { AnyRule } from '../model/rule.js';
import type { Document } from '../pipeline/read-list.js';
import type { Insertion } from './insert-entry.js';

/** An entry after lint and its safe fixes. */
export interface LintedEntry {
  readonly insertion: Insertion;
  /** The remaining findings. */
  readonly findings: readonly Finding[];
  /** Rules that fault it as they fault most of its neighbours: there the list's own way wins. */
  readonly shared: readonly string[];
  /** The description as readers will see it; null for none, and in a table. */
  readonly description: string | null;
}

/** Fixes may meet one another's leavings; more rounds than this have no end. */
const rounds = 4;

/** Lints a list with a new entry in it, applies to the entry what is safe to fix, and says what the entry causes. */
export function lintEntry(
  document: Document,
  draft: Insertion,
  near: readonly Entry[],
  rules: readonly AnyRule[],
): LintedEntry {
  const { list, files, settings, reread } = document;
  // Places are compared one by one.
  const findingsOf = (heard: List): readonly Finding[] =>
    lint(heard, { rules: settings.rules, exceptions: settings.exceptions, files, known: rules, folds: false }).findings;
  const was = findingsOf(list);
  const circle = near.length >= 3 ? near : list.entries;
  let insertion = draft;
  for (let round = 0; ; round++) {
    const after = reread(insertion.after);
    const caused = newFindings(was, findingsOf(after), { before: list, after }, changesBetween(list, after));
    const said = caused.filter((finding) => placesOf(finding).some((place) => meets(place, insertion)));
    const shared = [...new Set(said.map(({ rule }) => rule))].filter((rule) => isUsual(rule, was, circle));
    const findings = said.filter(({ rule }) => !shared.includes(rule));
    const edits = findings.flatMap((finding) => editsWithin(finding, insertion));
    if (edits.length === 0 || round >= rounds) {
      const added = after.entries.find(
        ({ position: { start } }) => start.offset >= insertion.start && start.offset < insertion.end,
      );
      return { insertion, findings, shared, description: added?.description ?? null };
    }
    insertion = edited(insertion, edits);
  }
}

function placesOf(finding: Finding): readonly Position[] {
  return [finding, ...(finding.places ?? [])];
}

function meets({ start, end }: Position, insertion: Insertion): boolean {
  return start.offset < insertion.end && end.offset > insertion.start;
}

/** True where a rule faults most of some entries already. */
function isUsual(rule: string, findings: readonly Finding[], entries: readonly Entry[]): boolean {
  const offsets = findings
    .filter((finding) => finding.rule === rule)
    .flatMap(placesOf)
    .map(({ start }) => start.offset)
    .sort((a, b) => a - b);
  let [at, faulted] = [0, 0];
  for (const { position } of entries) {
    while ((offsets[at] ?? Number.POSITIVE_INFINITY) < position.start.offset) at++;
    if ((offsets[at] ?? Number.POSITIVE_INFINITY) < position.end.offset) faulted++;
  }
  return entries.length >= 3 && faulted * 2 > entries.length;
}

/** The safe edits that change the entry and nothing around it. */
function editsWithin({ fix }: Finding, { start, end }: Insertion): readonly Edit[] {
  return fix?.safe === true ? fix.edits.filter((edit) => edit.start >= start && edit.end <= end) : [];
}

function edited(insertion: Insertion, edits: readonly Edit[]): Insertion {
  let { after } = insertion;
  let { end } = insertion;
  let limit = Number.POSITIVE_INFINITY;
  for (const edit of edits.toSorted((a, b) => b.start - a.start || b.end - a.end)) {
    // Of two fixes of one stretch, one has its turn in the next round.
    if (edit.end > limit) continue;
    after = after.slice(0, edit.start) + edit.text + after.slice(edit.end);
    end += edit.text.length - (edit.end - edit.start);
    limit = edit.start;
  }
  return { start: insertion.start, end, after, line: after.slice(insertion.start, end) };
}
