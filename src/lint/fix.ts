import type { Edit, Finding } from '../model/finding.js';

/** A cycle of fixes that undo one another ends here at the latest. */
const mostRounds = 10;

/** What is left when no fix applies any more. */
export interface FixResult {
  readonly text: string;
  /** Fixes that were applied. */
  readonly applied: number;
  readonly rounds: number;
}

/**
 * Applies the fixes of findings until there are none, at most ten rounds. Where fixes overlap the earlier in the file
 * wins, then the rule whose id sorts first; the loser waits for the next round. Line breaks that an edit brings are
 * written as the file writes them.
 */
export function fixText(
  text: string,
  relint: (text: string) => readonly Finding[],
  { unsafe }: { readonly unsafe: boolean },
): FixResult {
  const seen = new Set([text]);
  let current = text;
  let applied = 0;
  let rounds = 0;
  while (rounds < mostRounds) {
    const round = chooseEdits(relint(current), unsafe, current.length);
    const next = applyEdits(current, round.edits);
    if (next === current) break;
    rounds += 1;
    applied += round.fixes;
    current = next;
    if (seen.has(next)) break;
    seen.add(next);
  }
  return { text: current, applied, rounds };
}

/** A text after the safe fixes of a report of it: one round, since nothing is found anew. What does not fit the text is left out. */
export function applySafe(
  text: string,
  findings: readonly Finding[],
): { readonly text: string; readonly applied: number } {
  const fitting = findings.filter(({ fix }) =>
    fix?.edits.every(({ start, end }) => start <= end && end <= text.length),
  );
  const { edits, fixes } = chooseEdits(fitting, false, text.length);
  return { text: applyEdits(text, edits), applied: fixes };
}

/** Applies edits that do not overlap, in any order, to the text whose offsets they use. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const newline = /\r\n|\n/.exec(text)?.[0] ?? '\n';
  let result = '';
  let offset = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < offset || edit.end < edit.start || edit.end > text.length) {
      throw new Error(`an edit from ${edit.start} to ${edit.end} does not fit the text`);
    }
    result += text.slice(offset, edit.start) + edit.text.replace(/\r?\n/g, newline);
    offset = edit.end;
  }
  return result + text.slice(offset);
}

function chooseEdits(
  findings: readonly Finding[],
  unsafe: boolean,
  length: number,
): { edits: readonly Edit[]; fixes: number } {
  const wanted = findings.flatMap(({ rule, fix }) => {
    if (fix === null || fix.edits.length === 0 || !(fix.safe || unsafe)) return [];
    return [{ rule, edits: fix.edits, start: Math.min(...fix.edits.map((edit) => edit.start)) }];
  });
  wanted.sort((a, b) => a.start - b.start || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
  // Edits that touch clash too: of two insertions at one place nobody could say which comes first.
  const claimed = new Uint8Array(length + 1);
  const taken: Edit[] = [];
  let fixes = 0;
  for (const { edits } of wanted) {
    if (edits.some(({ start, end }) => claimed.subarray(start, end + 1).includes(1))) continue;
    for (const { start, end } of edits) claimed.fill(1, start, end + 1);
    taken.push(...edits);
    fixes += 1;
  }
  return { edits: taken, fixes };
}
