import type { Edit, Finding } from '../model/finding.js';
import type { Lines } from '../text/lines.js';

/** Longer lines are not shown: no one could compare them. */
const longest = 1000;

/** What a suggestion cannot hold unchanged: controls, marks that turn the direction of text, halves of pairs. */
const strange =
  /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]|\p{Surrogate}/u;

/** Gives a line (1-based), without its end, as fixing leaves it; null where it stays, or cannot be shown as it will be. */
export type FixedLines = (line: number) => string | null;

/**
 * The lines of a text after all safe fixes of its findings, as `--fix` writes them. Fixes that overlap are applied in turn,
 * which only linting again can tell, and half of a fix of several lines is none: such lines are not shown.
 */
export function fixedLinesOf(
  text: string,
  lines: Lines,
  findings: readonly Pick<Finding, 'fix' | 'places'>[],
): FixedLines {
  const edits = new Map<number, Edit[]>();
  const unknown = new Set<number>();
  for (const { fix, places } of findings) {
    if (fix === null || !fix.safe || fix.edits.some(({ start, end }) => start > end || end > text.length)) continue;
    // A fix of several lines is applied whole or not at all, unless it is one for each of many places.
    const isWhole = places === null && new Set(fix.edits.map(({ start }) => lines.point(start).line)).size > 1;
    for (const edit of fix.edits) {
      const [first, last] = [lines.point(edit.start).line, lines.point(edit.end).line];
      const isInside = !/[\r\n]/.test(edit.text + text.slice(edit.start, edit.end));
      if (isWhole) unknown.add(first);
      if (isInside && edits.get(first)?.push(edit) === undefined) edits.set(first, [edit]);
      // Whole lines that come between others leave those as they are.
      if (isInside || isBetween(edit, text, lines)) continue;
      for (let line = first; line <= last; line++) unknown.add(line);
    }
  }
  return (line) => {
    const own = edits.get(line);
    return own === undefined || unknown.has(line) ? null : edited(text, lines, own);
  };
}

function isBetween({ start, end, text: added }: Edit, text: string, lines: Lines): boolean {
  if (start !== end) return false;
  const [isFirst, isLast] = [lines.point(start).column === 1, /^(?:[\r\n]|$)/.test(text.slice(start, start + 1))];
  return (isFirst && /[\r\n]$/.test(added)) || (isLast && /^[\r\n]/.test(added));
}

/** A line with edits that lie in it; null where they overlap, or it cannot be shown. */
function edited(text: string, lines: Lines, all: readonly Edit[]): string | null {
  const sorted = all.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const edits = sorted.filter((edit, index) => !isSame(edit, sorted[index - 1]));
  const clash = edits.some((edit, index) => {
    const before = edits[index - 1];
    // Of two insertions at one place no one can say which comes first.
    return (
      before !== undefined && (edit.start < before.end || (edit.end === before.start && edit.start === before.end))
    );
  });
  const [first] = edits;
  if (first === undefined || clash) return null;
  const start = first.start - (lines.point(first.start).column - 1);
  let end = first.end;
  while (end < text.length && end - start <= longest && text[end] !== '\n' && text[end] !== '\r') end += 1;
  if (end - start > longest) return null;
  let result = '';
  let offset = start;
  for (const edit of edits) {
    result += text.slice(offset, edit.start) + edit.text;
    offset = edit.end;
  }
  result += text.slice(offset, end);
  return strange.test(result) ? null : result;
}

function isSame(a: Edit, b: Edit | undefined): boolean {
  return b !== undefined && a.start === b.start && a.end === b.end && a.text === b.text;
}
