import type { Edit, Finding } from '../model/finding.js';
import type { Heading, List } from '../model/list.js';
import { addTo } from '../text/group-by.js';
import { partitionPoint } from '../text/partition-point.js';
import { slugOf } from '../text/slug.js';
import { lengthWithout } from '../text/trim-end.js';
import { applyEdits } from './fix.js';
import type { RawFinding } from './run-rule.js';

/**
 * Findings whose fixes keep the anchors of headings, which other pages may link to: a fix that changes one is a suggestion,
 * and of a folded one the edits that do are left out.
 */
export function withAnchorFixes(raw: readonly RawFinding[], list: List): readonly RawFinding[] {
  return raw.map((one) => {
    const { fix, places } = one.finding;
    if (fix === null || !fix.safe || fix.edits.length === 0) return one;
    const changing = new Set(changingEdits(fix.edits, list));
    if (changing.size === 0) return one;
    const rest = places === null ? [] : fix.edits.filter((edit) => !changing.has(edit));
    const kept = rest.length > 0 ? { safe: true, edits: rest } : { safe: false, edits: fix.edits };
    const finding: Finding = { ...one.finding, fix: kept };
    return { ...one, finding };
  });
}

/** The edits of a fix in headings that get another anchor by them. */
function changingEdits(edits: readonly Edit[], { headings, text }: List): readonly Edit[] {
  const within = new Map<Heading, Edit[]>();
  for (const edit of edits) {
    const heading =
      headings[partitionPoint(headings.length, (at) => (headings[at]?.position.end.offset ?? 0) < edit.end)];
    if (heading === undefined || heading.position.start.offset > edit.start) continue;
    addTo(within, heading, edit);
  }
  return [...within].flatMap(([{ position }, own]) => {
    const from = position.start.offset;
    const before = text.slice(from, position.end.offset);
    const moved = own
      .map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from }))
      .sort((one, other) => one.start - other.start || one.end - other.end);
    // The edits of a plugin may overlap.
    if (moved.some(({ start }, at) => start < (moved[at - 1]?.end ?? 0))) return own;
    return anchorOf(before) === anchorOf(applyEdits(before, moved)) ? [] : own;
  });
}

/** The anchor of a heading from its source, less its marks and the addresses of links. */
function anchorOf(source: string): string {
  const line = source.replace(/\n[ \t>]*[-=]+[ \t]*$/, '').replace(/^[ \t]*#{0,6}[ \t]*/, '');
  return slugOf(withoutClosing(line).replace(/\]\([^()]*\)/g, ']'));
}

/** A heading line without the number signs that may close it. */
function withoutClosing(line: string): string {
  const shown = line.slice(0, lengthWithout(line, ' \t'));
  const end = lengthWithout(shown, '#');
  if (end === shown.length || !/^[ \t]?$/.test(shown.charAt(end - 1))) return shown;
  return shown.slice(0, lengthWithout(shown.slice(0, end), ' \t'));
}
