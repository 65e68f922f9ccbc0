import { applyBaseline, type Baseline, type KnownFinding } from '../diff/baseline.js';
import type { Changes } from '../diff/list-diff.js';
import { newFindings } from '../diff/new-findings.js';
import type { Edit, Finding } from '../model/finding.js';
import type { List } from '../model/list.js';
import { type Lines, linesOf } from '../text/lines.js';

/** What the findings of a list are compared with. */
export interface ComparedWith {
  /** Findings that do not count; null without a baseline. */
  readonly baseline: Baseline | null;
  /** The list at the base, null where it was not there, with its findings; null without a base. */
  readonly base: {
    readonly list: List | null;
    readonly findings: readonly Finding[];
    readonly changes: Changes;
  } | null;
  /** Ids of the rules that ran; null for all. */
  readonly ran: ReadonlySet<string> | null;
  /** Ids of rules whose options, inferred from the list, the change itself has changed: they count on new lines alone. */
  readonly flipped: ReadonlySet<string>;
}

/** The findings of a list that count, and how many do not. */
export interface NewFindings {
  readonly kept: readonly Finding[];
  /** How many findings the baseline holds. */
  readonly known: number;
  /** What the baseline holds and the list no longer has. */
  readonly stale: readonly KnownFinding[];
}

/** Nothing to compare with: every finding counts. */
export function allOf(findings: readonly Finding[]): NewFindings {
  return { kept: findings, known: 0, stale: [] };
}

/**
 * Drops the findings of a list that the baseline holds, then those that the change since the base does not cause. A fix that
 * is left changes nothing but what the change adds: no line of the base, and nothing that a dropped finding would change too.
 */
export function onlyNew(findings: readonly Finding[], list: List, against: ComparedWith): NewFindings {
  const { base, baseline, ran, flipped } = against;
  const baselined = baseline === null ? null : applyBaseline(findings, list, baseline, ran);
  const fresh = baselined?.kept ?? findings;
  const caused =
    base === null
      ? fresh
      : newFindings(
          base.list === null ? null : base.findings,
          fresh,
          { before: base.list, after: list },
          base.changes,
        ).filter(({ rule, start, end }) => !flipped.has(rule) || base.changes.touches({ start, end }));
  const kept = ownFixes(caused, findings, list, base?.list ? base.changes : null);
  return { kept, known: baselined?.known.length ?? 0, stale: baselined?.stale ?? [] };
}

/** The findings with the fixes that may be applied: null in place of one that reaches further than the change. */
function ownFixes(
  kept: readonly Finding[],
  all: readonly Finding[],
  list: List,
  changes: Changes | null,
): readonly Finding[] {
  const counted = new Set(kept.map(placeOf));
  const others = new Set(all.filter((finding) => !counted.has(placeOf(finding))).flatMap(editsOf));
  const lines = linesOf(list.text);
  return kept.map((finding) => {
    if (finding.fix === null) return finding;
    const isShared = editsOf(finding).some((edit) => others.has(edit));
    const reaches =
      changes !== null && !finding.fix.edits.every((edit) => isWithin(edit, list.text, lines, changes.addedLines));
    return isShared || reaches ? { ...finding, fix: null } : finding;
  });
}

function placeOf({ rule, start, end, message }: Finding): string {
  return JSON.stringify([rule, start.offset, end.offset, message]);
}

function editsOf({ rule, fix }: Finding): readonly string[] {
  return fix === null ? [] : fix.edits.map(({ start, end, text }) => JSON.stringify([rule, start, end, text]));
}

/** True where an edit changes lines of these alone, or only puts whole lines between others. */
function isWithin(
  { start, end, text: written }: Edit,
  text: string,
  lines: Lines,
  added: ReadonlySet<number>,
): boolean {
  const [from, to] = [lines.point(start), lines.point(end)];
  const atEnd = /^(?:[\r\n]|$)/.test(text.slice(start, start + 1));
  if (start === end && added.has(from.line)) return true;
  if (start === end) return (from.column === 1 && /[\r\n]$/.test(written)) || (atEnd && /^[\r\n]/.test(written));
  const first = atEnd ? from.line + 1 : from.line;
  const last = to.column === 1 ? to.line - 1 : to.line;
  for (let line = first; line <= last; line++) if (!added.has(line)) return false;
  // Deleting the end of a line joins it to the next.
  return first <= last || added.has(from.line);
}
