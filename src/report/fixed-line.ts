import type { Fix } from '../model/finding.js';
import { append } from '../text/append.js';
import type { Lines } from '../text/lines.js';

/** Longer lines are not shown: nobody could compare them. */
const longest = 1000;

/** What a suggestion cannot hold as it is: controls, marks that turn the direction of text, halves of pairs. */
const strange =
  /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]|\p{Surrogate}/u;

/** The line, without its end, after the safe fixes that lie within it; where they overlap the first in the order given wins. Null when none does, or when it cannot be shown as it is. */
export function fixedLine(text: string, lines: Lines, line: number, fixes: readonly (Fix | null)[]): string | null {
  const taken: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  for (const fix of fixes) {
    if (fix === null || !fix.safe) continue;
    const fits = fix.edits.every(
      (edit) =>
        edit.start <= edit.end &&
        edit.end <= text.length &&
        !/[\r\n]/.test(edit.text + text.slice(edit.start, edit.end)) &&
        lines.point(edit.start).line === line &&
        taken.every((other) => edit.end < other.start || other.end < edit.start),
    );
    if (fits) append(taken, fix.edits);
  }
  const edits = taken.toSorted((a, b) => a.start - b.start);
  const [first] = edits;
  if (first === undefined) return null;
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
