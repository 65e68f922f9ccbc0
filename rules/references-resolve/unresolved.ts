import leven from 'leven';
import type { Edit } from '../../src/model/finding.js';
import type { List } from '../../src/model/list.js';
import type { Definition } from '../../src/model/markdown.js';
import { blankCode } from '../../src/rule-kit/blank-code.js';
import { enclosingBlock } from '../../src/rule-kit/visible-text.js';

/** Square brackets that were meant to refer to a definition and show as text. */
export interface Reference {
  /** As written. */
  readonly found: string;
  readonly text: string;
  /** The second brackets; empty for `[text][]`, null for `[text]` alone. */
  readonly label: string | null;
  readonly start: number;
}

/** The references of a list that no definition answers, `[text]` alone included, in document order. */
export function unresolvedReferences(list: List): readonly Reference[] {
  const source = blankCode(list);
  const spanAt = enclosingBlock(list.texts);
  const found: Reference[] = [];
  for (const hit of source.matchAll(
    /(?<![\\\]\p{L}\p{N}_)])\[([^[\]\r\n]{1,200})\](?:\[([^[\]\r\n]{0,2000})\])?(?![(:[])/gu,
  )) {
    const [whole, text = '', label = null] = hit;
    const middle = hit.index + text.length + 1;
    const span = spanAt(middle)?.position;
    const last = label === null ? middle : middle + 1;
    // Both brackets are visible text, so they belong to no link.
    if (span === undefined || span.end.offset <= last || list.text[middle - 1] === '\\') continue;
    found.push({ found: list.text.slice(hit.index, hit.index + whole.length), text, label, start: hit.index });
  }
  return found;
}

/** The one definition whose label a slip of the pen tells from another, or null; in short labels only letters that swapped places count. */
export function nearestLabel(label: string, definitions: readonly Definition[]): Definition | null {
  const wanted = label.trim().toLowerCase();
  const letters = sorted(wanted);
  const digits = wanted.replace(/\D/g, '');
  const near = definitions.filter(({ label: one, earlier }) => {
    if (earlier !== null || Math.abs(one.length - wanted.length) > 1) return false;
    // A slip leaves the first character or the last.
    if (one[0] !== wanted[0] && one.at(-1) !== wanted.at(-1)) return false;
    if (one.replace(/\D/g, '') !== digits) return false;
    if (one.length > 2 && one[0] === wanted[0] && sorted(one) === letters) return true;
    return wanted.length > 4 && leven(one, wanted, { maxDistance: 2 }) === 1;
  });
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** True for a remark in the dress of a definition, as `[//]: # (words)`, because Markdown has no comments of its own. */
export function isRemark({ label, url }: Definition): boolean {
  return url === '' || url === '#' || /^(?:\/\/|comment|_+|\^.*)$/.test(label);
}

/** The label of a definition as it was written. */
export function writtenLabel(text: string, { position, label }: Definition): string {
  return /^\[([^\]]*)\]:/.exec(text.slice(position.start.offset, position.end.offset))?.[1]?.trim() ?? label;
}

/** The edit that removes a definition, with its line if nothing else is on it. */
export function definitionRemoval(text: string, { position }: Definition): Edit {
  const { column, offset } = position.start;
  const end = position.end.offset;
  const rest = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(end, end + 200))?.[0];
  if (rest === undefined || text.slice(offset - column + 1, offset).trim() !== '')
    return { start: offset, end, text: '' };
  return { start: offset - column + 1, end: end + rest.length, text: '' };
}

function sorted(word: string): string {
  return [...word].sort().join('');
}
