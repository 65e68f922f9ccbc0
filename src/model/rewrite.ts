import type { Edit } from './finding.js';
import type { Link } from './list.js';
import type { Position } from './place.js';

/** The edit that writes another address where a link has its own, escaped as the link's form asks. */
export function rewriteAddress(link: Link, url: string): Edit {
  const { start, end } = link.urlPosition;
  return { start: start.offset, end: end.offset, text: escaped(url, link.form) };
}

/** The edits that write one address for several links; those of one reference definition share its place. */
export function rewriteAddresses(links: readonly Link[], url: string): readonly Edit[] {
  return [...new Map(links.map((link) => [link.urlPosition.start.offset, rewriteAddress(link, url)])).values()];
}

function escaped(url: string, form: Link['form']): string {
  // A bar ends a table cell, blanks and angle brackets end an address in every form.
  const safe = url.replace(/[\s<>|\\`]/g, (character) => encodeURIComponent(character));
  if (form === 'html') return safe.replaceAll('&', '&amp;').replaceAll('"', '%22').replaceAll("'", '%27');
  return isBalanced(safe) ? safe : safe.replaceAll('(', '%28').replaceAll(')', '%29');
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** The edit that takes out the one line that a list item stands on; null where more stands on it. */
export function removeLine(item: Position, text: string): Edit | null {
  const { start, end } = item;
  const from = start.offset - (start.column - 1);
  const rest = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(end.offset, end.offset + 80));
  if (start.line !== end.line || rest === null || text.slice(from, start.offset).trim() !== '') return null;
  return { start: from, end: end.offset + rest[0].length, text: '' };
}
